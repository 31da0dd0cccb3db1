/**
 * The store's tables, as steps: step n takes a store from `user_version` n to n + 1. A step that was released is never changed; a change is a new step.
 * Every table names its runner, so that a store of many runners needs no other tables.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE runners (
    id INTEGER PRIMARY KEY,
    is_sample INTEGER NOT NULL DEFAULT 0,
    mass REAL,
    height REAL,
    sex TEXT,
    birth_year INTEGER,
    trunk_lean_degrees REAL,
    distance_unit TEXT NOT NULL DEFAULT 'km',
    mass_unit TEXT NOT NULL DEFAULT 'kg',
    calibration TEXT
  ) STRICT;
  INSERT INTO runners (id) VALUES (1);

  CREATE TABLE settings (
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (runner_id, name)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE shoes (
    id INTEGER PRIMARY KEY,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    stiffness_newtons_per_millimetre REAL,
    distance_before REAL NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX shoes_of_runner ON shoes (runner_id);

  CREATE TABLE pain_entries (
    id INTEGER PRIMARY KEY,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    pain_rating REAL NOT NULL,
    place TEXT NOT NULL,
    note TEXT
  ) STRICT;
  CREATE INDEX pain_in_time ON pain_entries (runner_id, at);

  CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    started_at REAL NOT NULL,
    source TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'running',
    imported INTEGER NOT NULL DEFAULT 0,
    already_here INTEGER NOT NULL DEFAULT 0,
    process INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX imports_of_runner ON imports (runner_id);

  CREATE TABLE refusals (
    id INTEGER PRIMARY KEY,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    file TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    place TEXT
  ) STRICT;
  CREATE INDEX refusals_of_import ON refusals (import_id);

  CREATE TABLE originals (
    id INTEGER PRIMARY KEY,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    gzipped BLOB NOT NULL,
    UNIQUE (runner_id, sha256)
  ) STRICT;

  CREATE TABLE recordings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    original_id INTEGER NOT NULL REFERENCES originals (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    started_at REAL NOT NULL,
    shoe_id INTEGER REFERENCES shoes (id) ON DELETE SET NULL,
    deleted_at REAL,
    meta TEXT NOT NULL,
    series BLOB NOT NULL,
    UNIQUE (original_id, position)
  ) STRICT;
  CREATE INDEX recordings_in_time ON recordings (runner_id, started_at);
  CREATE INDEX recordings_of_import ON recordings (import_id);
  CREATE INDEX recordings_of_shoe ON recordings (shoe_id);

  CREATE TABLE summaries (
    recording_id INTEGER PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    settings_key TEXT NOT NULL,
    calibration_key TEXT NOT NULL,
    evidence_log_ratio REAL,
    evidence_footfalls INTEGER,
    result TEXT NOT NULL
  ) STRICT;
  CREATE INDEX summaries_state ON summaries (runner_id, settings_key, calibration_key, recording_id, evidence_log_ratio, evidence_footfalls);
  `,
  `
  ALTER TABLE shoes ADD COLUMN brand TEXT;
  ALTER TABLE shoes ADD COLUMN model TEXT;
  ALTER TABLE shoes ADD COLUMN kind TEXT;
  ALTER TABLE shoes ADD COLUMN stack_height REAL;
  ALTER TABLE shoes ADD COLUMN heel_to_toe_drop REAL;
  ALTER TABLE shoes ADD COLUMN foam TEXT;
  ALTER TABLE shoes ADD COLUMN bought_on TEXT;
  ALTER TABLE shoes ADD COLUMN retired_on TEXT;
  ALTER TABLE shoes ADD COLUMN photo_id INTEGER;

  CREATE TABLE photos (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE shoe_claims (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    recording_id INTEGER NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    from_metres REAL NOT NULL,
    to_metres REAL NOT NULL,
    shoe_id INTEGER REFERENCES shoes (id) ON DELETE CASCADE,
    said_by TEXT NOT NULL
  ) STRICT;
  CREATE INDEX shoe_claims_of_recording ON shoe_claims (recording_id);
  CREATE INDEX shoe_claims_of_runner ON shoe_claims (runner_id);
  CREATE INDEX shoe_claims_of_shoe ON shoe_claims (shoe_id);

  CREATE TABLE surface_claims (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    recording_id INTEGER NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    from_metres REAL NOT NULL,
    to_metres REAL NOT NULL,
    surface TEXT NOT NULL,
    said_by TEXT NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE INDEX surface_claims_of_recording ON surface_claims (recording_id);
  CREATE INDEX surface_claims_of_runner ON surface_claims (runner_id);

  CREATE TABLE run_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    about TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT,
    title_has TEXT,
    longer_than REAL,
    choice TEXT NOT NULL
  ) STRICT;
  CREATE INDEX run_rules_of_runner ON run_rules (runner_id, about, position);

  CREATE TABLE edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    at REAL NOT NULL,
    what TEXT NOT NULL,
    changes TEXT NOT NULL,
    undone_at REAL
  ) STRICT;
  CREATE INDEX edits_of_runner ON edits (runner_id);

  ALTER TABLE recordings ADD COLUMN underfoot TEXT NOT NULL DEFAULT '{"shoes":[],"surfaces":[]}';
  ALTER TABLE recordings ADD COLUMN underfoot_key TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE summaries ADD COLUMN underfoot_key TEXT NOT NULL DEFAULT '[]';
  INSERT INTO shoe_claims (runner_id, recording_id, from_metres, to_metres, shoe_id, said_by)
    SELECT runner_id, id, 0, 1e9, shoe_id, 'file' FROM recordings WHERE shoe_id IS NOT NULL;
  `,
  `
  CREATE TABLE surface_maps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at REAL NOT NULL,
    process INTEGER NOT NULL,
    removed_at REAL,
    contents TEXT
  ) STRICT;
  CREATE INDEX surface_maps_of_runner ON surface_maps (runner_id);

  CREATE TABLE surface_tiles (
    id INTEGER PRIMARY KEY,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    map_id INTEGER NOT NULL REFERENCES surface_maps (id) ON DELETE CASCADE,
    tile INTEGER NOT NULL,
    pieces BLOB NOT NULL
  ) STRICT;
  CREATE INDEX surface_tiles_of_map ON surface_tiles (map_id, tile);

  CREATE TABLE surface_matches (
    recording_id INTEGER PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    maps_key TEXT NOT NULL,
    result TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE posture_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    taken TEXT NOT NULL,
    deleted_at REAL
  ) STRICT;
  CREATE INDEX posture_in_time ON posture_entries (runner_id, day);
  ALTER TABLE recordings ADD COLUMN posture_key TEXT NOT NULL DEFAULT 'null';
  ALTER TABLE summaries ADD COLUMN posture_key TEXT NOT NULL DEFAULT 'null';
  UPDATE recordings SET posture_key = (
    SELECT json_object('trunkLeanDegrees', trunk_lean_degrees, 'trunkLeanSpreadDegrees', NULL, 'lordosisDegrees', NULL) FROM runners WHERE runners.id = runner_id
  );
  `,
  `
  ALTER TABLE imports ADD COLUMN sources TEXT;
  ALTER TABLE imports ADD COLUMN not_runs INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE shoes ADD COLUMN import_id INTEGER REFERENCES imports (id) ON DELETE SET NULL;
  ALTER TABLE shoe_claims ADD COLUMN import_id INTEGER REFERENCES imports (id) ON DELETE SET NULL;
  CREATE INDEX shoes_of_import ON shoes (import_id) WHERE import_id IS NOT NULL;
  CREATE INDEX shoe_claims_of_import ON shoe_claims (import_id) WHERE import_id IS NOT NULL;

  CREATE TABLE import_files (
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (import_id, path)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE recordings ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE recordings ADD COLUMN same_as INTEGER REFERENCES recordings (id) ON DELETE SET NULL;
  ALTER TABLE recordings ADD COLUMN has_lent_title INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX copies_of_recording ON recordings (same_as) WHERE same_as IS NOT NULL;

  CREATE TABLE run_pairs (
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    one_id INTEGER NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    is_same INTEGER NOT NULL,
    PRIMARY KEY (one_id, other_id)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE pain_entries RENAME TO old_pain_entries;
  DROP INDEX pain_in_time;
  CREATE TABLE pain_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL,
    at REAL NOT NULL,
    utc_offset REAL NOT NULL,
    pains TEXT NOT NULL,
    occasion TEXT NOT NULL,
    note TEXT,
    written_at REAL NOT NULL,
    deleted_at REAL,
    UNIQUE (runner_id, client_id)
  ) STRICT;
  CREATE INDEX pain_in_time ON pain_entries (runner_id, at);
  INSERT INTO pain_entries (id, runner_id, client_id, at, utc_offset, pains, occasion, note, written_at)
    SELECT id, runner_id, lower(hex(randomblob(16))), round(at),
      coalesce((SELECT json_extract(meta, '$.utcOffset') FROM recordings WHERE recordings.runner_id = old.runner_id ORDER BY abs(started_at - at) LIMIT 1), 0),
      iif(round(pain_rating) < 1, '[]', json_array(json_object('region', iif(place = 'lower-back', 'lower-lumbar', 'elsewhere'), 'side', 'middle', 'painRating', CAST(min(10, round(pain_rating)) AS INTEGER)))),
      'apart-from-run', note, at
    FROM old_pain_entries AS old;
  DROP TABLE old_pain_entries;

  CREATE TABLE day_covariates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    answers TEXT NOT NULL,
    UNIQUE (runner_id, day)
  ) STRICT;

  CREATE TABLE weekly_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    answers TEXT NOT NULL,
    UNIQUE (runner_id, day)
  ) STRICT;

  CREATE TABLE red_flag_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL,
    at REAL NOT NULL,
    utc_offset REAL NOT NULL,
    occasion TEXT,
    marked TEXT NOT NULL,
    list_date TEXT NOT NULL,
    written_at REAL NOT NULL,
    UNIQUE (runner_id, client_id)
  ) STRICT;

  ALTER TABLE recordings ADD COLUMN is_temperature_read INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE recordings ADD COLUMN temperature_celsius REAL;
  `,
  `
  CREATE TABLE plan_wishes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL UNIQUE REFERENCES runners (id) ON DELETE CASCADE,
    goal TEXT NOT NULL,
    aim REAL,
    days TEXT,
    override_distance REAL,
    override_until TEXT
  ) STRICT;
  `,
  `
  CREATE TABLE watched_folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    is_watched_by_app INTEGER NOT NULL DEFAULT 0,
    UNIQUE (runner_id, path)
  ) STRICT;

  CREATE TABLE watched_files (
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    folder_id INTEGER NOT NULL REFERENCES watched_folders (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (folder_id, path)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE experiments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    started_at REAL NOT NULL,
    protocol TEXT NOT NULL,
    stopped_at REAL
  ) STRICT;
  CREATE INDEX experiments_of_runner ON experiments (runner_id, started_at);

  CREATE TABLE experiment_results (
    experiment_id INTEGER PRIMARY KEY REFERENCES experiments (id) ON DELETE CASCADE,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    judged_at REAL NOT NULL,
    result TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE paired_devices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    token_sha256 TEXT NOT NULL UNIQUE,
    paired_at REAL NOT NULL,
    seen_at REAL NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE footfall_cells (
    recording_id INTEGER PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
    runner_id INTEGER NOT NULL REFERENCES runners (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    cells TEXT NOT NULL
  ) STRICT;
  `,
  // Every start asks whether any of them is old enough to go.
  `
  CREATE INDEX recordings_deleted ON recordings (deleted_at) WHERE deleted_at IS NOT NULL;
  `,
  // The series last of all: SQLite walks through what lies before a column, and a run's series is longer than all the rest.
  `
  ALTER TABLE recordings ADD COLUMN moved BLOB NOT NULL DEFAULT x'';
  UPDATE recordings SET moved = series;
  ALTER TABLE recordings DROP COLUMN series;
  ALTER TABLE recordings RENAME COLUMN moved TO series;
  `,
  // The result last for the same reason: what a summary was computed with is asked of every run at once.
  `
  ALTER TABLE summaries ADD COLUMN moved TEXT NOT NULL DEFAULT '';
  UPDATE summaries SET moved = result;
  ALTER TABLE summaries DROP COLUMN result;
  ALTER TABLE summaries RENAME COLUMN moved TO result;
  `,
];
