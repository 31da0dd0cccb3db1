/**
 * The web API: the shape of every route's parameters, body and answer. JSON, camelCase, SI; times are ISO 8601 with offset; absent is null, never 0.
 *
 * An import: `POST /api/imports {files: 3}` opens it and answers its id; each file goes up as `PUT /api/imports/:id/files?name=run.fit` with the raw bytes as body
 * (application/octet-stream) and is answered with what became of that file once it is stored; `POST /api/imports/:id/finish` closes it. Send the next file after
 * the last was answered. `GET /api/imports/:id/events` is a server-sent stream of `progress` events (ImportProgress) that ends with one `done` event (Import).
 *
 * Whose runs are shown: the runner's own as soon as there is one, until then the simulated sample runner's, if it was not removed.
 */
import { z } from "zod";
import { bases, discLevels, footfallMethods, formMeasures, gaits, painOccasions, painRegions, painSides, surfaces } from "../../src/index.ts";
import { notice, quantity, runSummary } from "../storage/run-summary-schema.ts";

const id = z.int().positive();
const moment = z.string();

/** Every refused request: `code` for programs, `message` and `where` for people. */
export const apiError = z.object({ error: z.object({ code: z.string(), message: z.string(), where: z.string().nullable() }) });

/** Path of a route about one thing. */
export const idParameters = z.object({ id: z.coerce.number().int().positive() });

/** GET /api/status */
export const status = z.object({
  version: z.string(),
  modelVersion: z.string(),
  /** The sample runner is in the store, shown or put away behind own runs. */
  hasSample: z.boolean(),
  /** The runs shown are the simulated sample runner's. */
  isSampleShown: z.boolean(),
  /** Runs of whoever is shown. */
  runs: z.int(),
  /** Summaries being brought up to date with the model or the profile; null when all are. */
  recompute: z.object({ done: z.int(), total: z.int() }).nullable(),
});

const units = z.object({ distance: z.enum(["km", "mi"]), mass: z.enum(["kg", "lb"]) });

/** GET /api/runner: the owner's own profile, never the sample runner's. */
export const runnerProfile = z.object({
  /** [kg] */
  mass: z.number().nullable(),
  /** [m] */
  height: z.number().nullable(),
  sex: z.enum(["female", "male"]).nullable(),
  birthYear: z.int().nullable(),
  trunkLeanDegrees: z.number().nullable(),
  units,
  /** Mass and height were told: nothing is left to ask for. */
  isComplete: z.boolean(),
});

const between = (low: number, high: number, unit: string, hint: string) => {
  const message = `must be ${low} to ${high} ${unit}${hint}`;
  return z.number().min(low, message).max(high, message);
};

/** PUT /api/runner: fields left out stay as they are, null forgets one; answers the profile. */
export const runnerProfileChange = z.strictObject({
  mass: between(25, 300, "kg", "; pounds are times 0.4536").nullable().optional(),
  height: between(1, 2.5, "m", "; centimetres are divided by 100").nullable().optional(),
  sex: z.enum(["female", "male"]).nullable().optional(),
  birthYear: between(1900, 2100, "", "").int().nullable().optional(),
  trunkLeanDegrees: between(-15, 45, "degrees", ", forward positive").nullable().optional(),
  units: z.strictObject({ distance: z.enum(["km", "mi"]).optional(), mass: z.enum(["kg", "lb"]).optional() }).optional(),
});

const ratio = z.object({ ratio: z.number(), low: z.number(), high: z.number() });

/** A run's load on L5-S1 against the runner's own usual: the median of their runs of the same sport in the 56 days before it; how it is reckoned stands in storage/relative-load.ts. Null where fewer than five are known. */
export const relativeLoad = z.object({
  /** How many usual runs this one counts as: force-time integral, banded over the contested dose laws. */
  wholeRun: ratio,
  /** Mean peak compression of a footfall over the usual run's. */
  perFootfall: ratio,
  /** How many runs "usual" rests on. */
  usualRuns: z.int(),
});

const painMark = z.object({
  /** Of the diary's entry. */
  id,
  at: moment,
  /** The worst of its places; 0 where it says "no pain". */
  painRating: z.number(),
  pains: z.array(z.object({ region: z.enum(painRegions), side: z.enum(painSides), painRating: z.number() })).readonly(),
  occasion: z.enum(painOccasions),
});

const shoe = z.object({ id, name: z.string() });

const methodShares = z.array(z.object({ id: z.enum(footfallMethods), share: z.number() })).readonly();

/** One row of GET /api/runs. Figures are null where no footfall could be reconstructed or the summary is still being computed. */
export const runListItem = z.object({
  id,
  startedAt: moment,
  title: z.string(),
  sport: z.enum(["running", "walking"]),
  /** [m] */
  distance: z.number().nullable(),
  /** [s], pauses included. */
  duration: z.number(),
  /** [s] */
  movingTime: z.number().nullable(),
  /** Mean over the moving time: distance over time [m/s]. */
  meanSpeed: z.number().nullable(),
  /** Median over the footfalls. */
  speed: quantity.nullable(),
  footfallCount: z.int(),
  peakVerticalForce: quantity.nullable(),
  /** Largest compression of L5-S1 in a median footfall. */
  l5s1Peak: quantity.nullable(),
  relativeLoad: relativeLoad.nullable(),
  /** Peak compression of L5-S1 along the run [body weights], at most 60 values over equal stretches of time; null where nobody ran. */
  loadStrip: z.array(z.number().nullable()).readonly(),
  method: methodShares,
  shoe: shoe.nullable(),
  indoor: z.boolean().nullable(),
  isSample: z.boolean(),
  /** Computed with an older model or profile; being computed anew. */
  isStale: z.boolean(),
  /** Pain noted from the start of the run to 48 h after its end. */
  pain: z.array(painMark).readonly(),
});

/** Query of GET /api/runs; newest run first. */
export const runListQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** GET /api/runs */
export const runList = z.object({ total: z.int(), runs: z.array(runListItem).readonly() });

/** GET /api/runs/:id */
export const runDetail = z.object({
  id,
  title: z.string(),
  summary: runSummary,
  /** The body computed with, what was told completed by stated assumptions. */
  body: z.object({ mass: z.number(), height: z.number(), legLength: z.number(), assumed: z.array(z.enum(["mass", "height", "sex"])).readonly() }),
  /** Trunk to vertical told in the profile [degrees]; null where not told and the model assumed its own. */
  trunkLeanDegrees: z.number().nullable(),
  relativeLoad: relativeLoad.nullable(),
  loadStrip: z.array(z.number().nullable()).readonly(),
  pain: z.array(painMark).readonly(),
  file: z.object({ name: z.string(), sha256: z.string(), bytes: z.int(), format: z.enum(["fit", "tcx", "gpx", "apple-health"]), importId: id }),
  device: z.string().nullable(),
  shoe: shoe.nullable(),
  indoor: z.boolean().nullable(),
  isSample: z.boolean(),
  /** Runs of the same runner next to it in time. */
  earlierId: id.nullable(),
  laterId: id.nullable(),
  /** What was lost, settled or doubted while reading the file. */
  notices: z.array(notice).readonly(),
});

const column = z.array(z.number().nullable()).readonly();
const bandedColumn = z.object({ value: column, low: column, high: column });

/** GET /api/runs/:id/series: columns of one length, one value per record of the file, null where there is none; a channel never recorded is null as a whole. */
export const runSeries = z.object({
  length: z.int(),
  /** [s since the start] */
  time: z.array(z.number()).readonly(),
  /** [m] */
  distance: column.nullable(),
  latitudeDegrees: column.nullable(),
  longitudeDegrees: column.nullable(),
  /** [m] */
  altitude: column.nullable(),
  heartRatePerMinute: column.nullable(),
  /** Of the footfalls in the record's time [m/s]; null while standing. */
  speed: column,
  /** [Hz] */
  stepRate: column,
  /** Rise over run [1] */
  slope: column,
  /** [s] */
  groundContactTime: bandedColumn,
  groundContactTimeBasis: z.array(z.enum(bases).nullable()).readonly(),
  /** [s] */
  flightTime: column,
  gait: z.array(z.enum(gaits).nullable()).readonly(),
  /** Active peak [body weights] */
  peakVerticalForceBodyWeights: bandedColumn,
  /** Peak compression of each disc [body weights] */
  compressionBodyWeights: z.record(z.enum(discLevels), bandedColumn),
  /** Stretches in which the watch was stopped [s since the start]. */
  pauses: z.array(z.object({ start: z.number(), end: z.number() })).readonly(),
  /** What the run cost in height, rested before it [m], [1]; null where nobody moved on foot. */
  creep: z.object({ statureLoss: quantity, lumbarHeightLoss: quantity, words: z.string() }).nullable(),
});

/** POST /api/imports: how many files will be sent. */
export const importRequest = z.object({ files: z.int().min(1).max(100_000) });

/** What became of one file: PUT /api/imports/:id/files. One file can give several runs and several refusals. */
export const fileOutcome = z.object({
  file: z.string(),
  /** Runs this file brought now. */
  imported: z.array(z.object({ id, startedAt: moment, title: z.string(), distance: z.number().nullable() })).readonly(),
  /** Runs the same bytes had brought before; nothing was stored again. */
  alreadyHere: z.array(z.object({ id })).readonly(),
  /** Why there is no run in it, where nothing is wrong with it; null else. */
  notRun: z.string().nullable(),
  refused: z.array(z.object({ code: z.string(), message: z.string(), where: z.string().nullable() })).readonly(),
});

/** Query of PUT /api/imports/:id/files. */
export const importFileQuery = z.object({ name: z.string().min(1).max(500) });

/** `progress` event of an import under way. */
export const importProgress = z.object({
  id,
  /** Files dealt with. */
  done: z.int(),
  total: z.int().nullable(),
  /** Name of the file being read; null between files. */
  file: z.string().nullable(),
  imported: z.int(),
  alreadyHere: z.int(),
  /** Files among those of a whole account that are no runs: other sports, sleep, settings. */
  notRuns: z.int(),
  refused: z.int(),
  /** Unpacked bytes dealt with, of those planned; null where files come one by one. */
  bytes: z.number().nullable(),
  totalBytes: z.number().nullable(),
  /** From the pace so far [s]; null until it can be told. */
  secondsLeft: z.number().nullable(),
});

/** One import: POST /api/imports, POST /api/imports/:id/finish, /cancel and /undo, a row of GET /api/imports. Cancelling keeps what came in; undo takes it out. */
export const importRecord = z.object({
  id,
  startedAt: moment,
  state: z.enum(["running", "done", "cancelled", "undone"]),
  /** Where it came from, for reading: `web`, `command line`, `sample`. */
  source: z.string(),
  /** Runs it brought. */
  imported: z.int(),
  /** Files that were here already. */
  alreadyHere: z.int(),
  /** Files of a whole account that are no runs: other sports, sleep, settings. */
  notRuns: z.int(),
  /** Whether it was cut short and can go on: `footfall import --resume ID`. */
  isResumable: z.boolean(),
  refused: z.array(z.object({ file: z.string(), code: z.string(), message: z.string(), where: z.string().nullable() })).readonly(),
});

/** GET /api/imports, newest first. */
export const importList = z.object({ imports: z.array(importRecord).readonly() });

/** GET /api/duplicates and `footfall duplicates --json`: recordings kept behind a richer one of the same run, and pairs that lie over each other in time. */
export const duplicates = z.object({
  copies: z.array(z.object({ id, of: id })).readonly(),
  /** With what speaks against their being one run. */
  undecided: z.array(z.object({ one: id, other: id, doubt: z.string().nullable() })).readonly(),
  /** Every recording of both. */
  recordings: z.array(z.object({
    id, startedAt: moment,
    /** [s] */
    duration: z.number(),
    /** [m] */
    distance: z.number().nullable(),
    title: z.string().nullable(), device: z.string().nullable(), file: z.string(),
    /** The import it came by. */
    source: z.string(),
  })).readonly(),
});

/** POST /api/duplicates: what the runner decided of two recordings; null forgets it. Answers the list as it then is. */
export const pairDecision = z.strictObject({ one: id, other: id, isSame: z.boolean().nullable() });

/** Query of POST /api/imports/archive: the name of the zip that is sent as application/zip. */
export const archiveQuery = z.object({ name: z.string().min(1).max(200).regex(/\.zip$/i, "the name of a zip") });

/** What an import would do: `footfall import --dry-run --json`. */
export const importPlan = z.object({
  /** Files that may hold runs. */
  files: z.int(),
  healthExports: z.int(),
  /** Of both, unpacked. */
  bytes: z.int(),
  kinds: z.array(z.object({ kind: z.enum(["fit", "tcx", "gpx", "apple-health", "table", "named", "other"]), files: z.int(), bytes: z.int() })).readonly(),
  refused: z.array(z.object({ file: z.string(), code: z.string(), message: z.string(), where: z.string().nullable() })).readonly(),
});

/** GET /api/imports/:id/files, `footfall imports ID --json`: what became of each file. */
export const importFiles = z.object({
  import: importRecord,
  files: z.array(z.object({
    file: z.string(),
    outcome: z.enum(["imported", "already-here", "not-a-run", "no-file", "refused"]),
    reason: z.string().nullable(),
  })).readonly(),
});

/** DELETE /api/runs/:id, POST /api/runs/:id/restore, DELETE /api/sample: what changed. */
export const removed = z.object({ runs: z.int() });

const formReason = z.enum(["not-measured", "too-short", "too-sparse", "speeds-differ", "too-even", "positions-scatter", "no-straight"]);
const formFigure = z.object({ quantity: quantity.nullable(), reason: formReason.nullable() });
const formMeasure = z.enum(formMeasures);

/** GET /api/runs/:id/form: how evenly and how straight the body advanced; also `form` of `footfall analyse --json`. A figure has its quantity or the reason why there is none. */
export const runForm = z.object({
  verticalOscillation: formFigure,
  verticalRatio: formFigure,
  leftContactShare: formFigure,
  contactTimeScatter: formFigure,
  stepRateScatter: formFigure,
  lateralWander: formFigure,
  /** First against last quarter of the running footfalls. */
  drift: z.object({
    reason: formReason.nullable(),
    speed: quantity.nullable(),
    slope: quantity.nullable(),
    /** `observed` as it was; `atSameSpeed` with what goes with speed and slope taken off; `isTold` where that is clearly not zero, given that several measures were looked at. */
    changes: z.array(z.object({ measure: formMeasure, first: z.number(), last: z.number(), observed: quantity, atSameSpeed: quantity, isTold: z.boolean() })).readonly(),
    notMeasured: z.array(formMeasure).readonly(),
  }),
});

/** A map in the store: a row of `footfall surfaces maps --json`. */
export const surfaceMap = z.object({
  id,
  /** Its file's name. */
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  addedAt: moment,
  /** A removed map is out of use and can be brought back for thirty days. */
  state: z.enum(["ready", "removed"]),
  /** Streets and paths a runner may be on, and their corners. */
  ways: z.int(),
  corners: z.int(),
  /** [degrees] */
  bounds: z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() }),
  /** What of the file could not be taken. */
  notices: z.array(notice).readonly(),
});

/** Every map, newest first. */
export const surfaceMapList = z.array(surfaceMap).readonly();

/** What became of a map's file. */
export const addedSurfaceMap = z.object({ outcome: z.enum(["added", "already-here", "restored"]), map: surfaceMap });

const unknownReason = z.enum(["no-position", "no-map", "no-way", "ways-close", "map-silent", "map-unclear"]);

/** What the maps tell of one run: an element of `footfall surfaces match --json`. */
export const surfaceMatch = z.object({
  run: id,
  /** [m] */
  length: z.number(),
  /** Standard deviation of the fixes across the ways they follow, as the track itself told [m]; null where it followed none. */
  positionSpread: z.number().nullable(),
  /** By surface, the unknown by reason; largest first. */
  shares: z.array(z.object({ surface: z.enum(surfaces), reason: unknownReason.nullable(), distance: z.number(), share: z.number() })).readonly(),
  /** In order along the run, without gaps [m]. `reason` where the surface is unknown; else `confidence`, the probability that it is the one named. */
  stretches: z.array(z.object({ from: z.number(), to: z.number(), surface: z.enum(surfaces), by: z.literal("map"), reason: unknownReason.nullable(), confidence: z.number().nullable() })).readonly(),
});

const known = z.number().nullable();

/** One figure of GET /api/truth: a published value, what counts as reproduced, and what the model gives. */
export const truthRow = z.object({
  /** Row of the table of targets, for example `B2`; figures of one row share it. */
  id: z.string(),
  /** Which of the row's figures this is; null where it has one. */
  part: z.string().nullable(),
  /** V exact mathematics, B measurements of people, C contested, W wearables, N what may be said. */
  table: z.enum(["V", "B", "C", "W", "N"]),
  condition: z.string(),
  /** Published value; null where the target is a sign or a rule. */
  expected: known,
  low: known,
  high: known,
  unit: z.string(),
  got: known,
  gotLow: known,
  gotHigh: known,
  status: z.enum(["pass", "fail", "untestable"]),
  /** A fit of the model used it: named, never counted. */
  calibration: z.boolean(),
  gated: z.boolean(),
  /** Why it fails or cannot be tested. */
  reason: z.string().nullable(),
  source: z.object({ id: z.string().nullable(), doi: z.string().nullable(), doiVerified: z.boolean(), evidence: z.string() }),
});

/** GET /api/truth: the model against published results, the same as `footfall truth --json`. */
export const truthReport = z.object({
  modelVersion: z.string(),
  gate: z.object({ passed: z.boolean(), needed: z.int(), got: z.int(), mandatoryMissing: z.array(z.string()).readonly() }),
  rows: z.array(truthRow).readonly(),
  /** Figures on recorded data, where the caller has some. */
  data: z.array(z.object({ set: z.string(), measure: z.string(), value: known, unit: z.string(), baseline: known, status: z.enum(["pass", "fail", "reported"]) })).readonly(),
});

export type ApiError = z.infer<typeof apiError>;
export type Status = z.infer<typeof status>;
export type RunnerProfile = z.infer<typeof runnerProfile>;
export type RunnerProfileChange = z.infer<typeof runnerProfileChange>;
export type RelativeLoad = z.infer<typeof relativeLoad>;
export type RunListItem = z.infer<typeof runListItem>;
export type RunList = z.infer<typeof runList>;
export type RunDetail = z.infer<typeof runDetail>;
export type RunSeries = z.infer<typeof runSeries>;
export type ImportRequest = z.infer<typeof importRequest>;
export type FileOutcome = z.infer<typeof fileOutcome>;
export type ImportProgress = z.infer<typeof importProgress>;
export type Duplicates = z.infer<typeof duplicates>;
export type ImportRecord = z.infer<typeof importRecord>;
export type ImportList = z.infer<typeof importList>;
export type Removed = z.infer<typeof removed>;
export type RunFormJson = z.infer<typeof runForm>;
export type SurfaceMap = z.infer<typeof surfaceMap>;
export type AddedSurfaceMap = z.infer<typeof addedSurfaceMap>;
export type SurfaceMatchJson = z.infer<typeof surfaceMatch>;
export type TruthRow = z.infer<typeof truthRow>;
export type TruthReport = z.infer<typeof truthReport>;
