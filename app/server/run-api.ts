/** Runs: the shapes of their routes, and of `footfall runs --json` and `run --json`. */
import { z } from "zod";
import { bases, discLevels, footfallMethods, formMeasures, gaits, painOccasions, painRegions, painSides } from "../../src/index.ts";
import { notice, quantity, runSummary } from "../storage/run-summary-schema.ts";
import { toldWeather } from "../storage/told-weather.ts";
import { id, moment } from "./shared-api.ts";

const ratio = z.object({ ratio: z.number(), low: z.number(), high: z.number() });

/** A run's load on L5-S1 against the runner's own usual: the median of their runs of the same sport in the 56 days before it; how it is reckoned stands in storage/relative-load.ts. Null where fewer than five are known. */
export const relativeLoad = z.object({
  /** How many usual runs this one counts as: the median of the force–time integral and the three contested dose laws; the band holds each of them with its error. */
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
  /** As the file or the account tells it; null where neither does. */
  weather: toldWeather.nullable(),
  /** Median of what the watch felt at the wrist [°C]; null where it felt nothing. */
  wristTemperatureCelsius: z.number().nullable(),
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

export type RelativeLoad = z.infer<typeof relativeLoad>;
export type RunListItem = z.infer<typeof runListItem>;
export type RunList = z.infer<typeof runList>;
export type RunDetail = z.infer<typeof runDetail>;
export type RunSeries = z.infer<typeof runSeries>;
export type Removed = z.infer<typeof removed>;
export type RunFormJson = z.infer<typeof runForm>;
