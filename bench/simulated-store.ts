import { analyseRecording, readRecordings, seededRandom, simulateDiary, type RunSummary, type SimulatedTruth } from "../src/index.ts";
import { ownRunnerId, type Store } from "../app/storage/index.ts";
import { generatedRun } from "./generated-run.ts";

const pairs = 8;

/** Fills the owner's store with a simulated runner's years: the diary as drawn, each run with a summary like a real one and its own factors; no samples, so that no run can be opened. */
export function fillStore(store: Store, truth: SimulatedTruth, seed = 7): void {
  const diary = simulateDiary(truth, seed);
  const [recording] = readRecordings(generatedRun({ seed: 1, minutes: 30, hasRunningDynamics: true })).recordings;
  if (!recording) throw new Error("the generated run holds no recording");
  const { summary } = analyseRecording(recording, { runner: { mass: 68, height: 1.76, sex: null, birthYear: null } });
  const { samples: _, ...meta } = recording;
  const random = seededRandom(11);
  store.transaction(() => {
    const shoes = Array.from({ length: pairs }, (_each, index) => store.run("INSERT INTO shoes (runner_id, name) VALUES (?, ?)", ownRunnerId, `Pair ${index + 1}`).id);
    const importId = store.run("INSERT INTO imports (runner_id, started_at, source, process) VALUES (?, 0, 'bench', 0)", ownRunnerId).id;
    const originalId = store.run("INSERT INTO originals (runner_id, sha256, name, size, gzipped) VALUES (?, 'bench', 'bench.fit', 0, x'')", ownRunnerId).id;
    for (const [position, { start, end, factors }] of diary.runs.entries()) {
      const distance = 1000 * Math.max(2, factors["distance"] ?? 10);
      const hard = Math.min(1, Math.max(0, 0.6 + 0.2 * (factors["shareOnConcrete"] ?? 0)));
      const underfoot = { shoes: [], surfaces: [{ from: 0, to: hard * distance, surface: "asphalt", by: "hand", reason: null }, { from: hard * distance, to: distance, surface: "dirt", by: "hand", reason: null }] };
      const { id } = store.run(
        "INSERT INTO recordings (runner_id, import_id, original_id, position, started_at, shoe_id, meta, series, underfoot, posture_key, is_temperature_read) VALUES (?, ?, ?, ?, ?, ?, ?, x'', ?, ?, 1)",
        ownRunnerId, importId, originalId, position, start, shoes[Math.floor(pairs * random())] ?? null, JSON.stringify({ ...meta, startedAt: start, duration: end - start, distance, utcOffset: 0 }), JSON.stringify(underfoot),
        JSON.stringify({ trunkLeanDegrees: 6 + (factors["trunkLean"] ?? 0), trunkLeanSpreadDegrees: null, lordosisDegrees: null }),
      );
      store.run("INSERT INTO summaries (recording_id, runner_id, settings_key, calibration_key, result) VALUES (?, ?, '', '', ?)", id, ownRunnerId, JSON.stringify({ summary: like(summary, distance, factors), link: { climb: 100 + 30 * (factors["climb"] ?? 0), contactTimeDrift: 0.01 * (factors["contactTimeDrift"] ?? 0) } }));
    }
    for (const [index, { at, utcOffset, pains, occasion }] of diary.entries.entries()) {
      store.run("INSERT INTO pain_entries (runner_id, client_id, at, utc_offset, pains, occasion, written_at) VALUES (?, ?, ?, ?, ?, ?, 0)", ownRunnerId, `bench-${index}`, at, utcOffset, JSON.stringify(pains), occasion);
    }
    for (const { day: of, answers } of diary.days) store.run("INSERT INTO day_covariates (runner_id, day, answers) VALUES (?, ?, ?)", ownRunnerId, of, JSON.stringify(answers));
  });
}

/** A summary as the store keeps it, with this run's own size. */
function like(summary: RunSummary, distance: number, factors: Readonly<Partial<Record<string, number>>>): object {
  const times = (distance / 10_000) * Math.exp(0.1 * (factors["dose"] ?? 0));
  return {
    ...summary, distance, movingTime: distance / (2.9 + 0.2 * (factors["speed"] ?? 0)), stepRate: summary.stepRate && { ...summary.stepRate, value: 2.8 + 0.04 * (factors["stepRate"] ?? 0) },
    discs: summary.discs.map((disc) => ({ ...disc, dose: { exponent2: scaled(disc.dose.exponent2, times ** 0.2), exponent6: scaled(disc.dose.exponent6, times ** (1 / 6)), exponent9: scaled(disc.dose.exponent9, times ** (1 / 9)) } })),
  };
}

const scaled = <Of extends { readonly value: number }>(of: Of, times: number): Of => ({ ...of, value: of.value * times });
