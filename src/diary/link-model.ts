import { holdConstant, residual, type Controls } from "../numerics/index.ts";
import { covariates } from "./covariates.ts";
import { lags, type DayRow } from "./day-rows.ts";
import { shapeOfAnswers } from "./factor-shape.ts";

/** A column over all days of the diary; NaN where it was not told. */
export interface DayColumn {
  readonly id: string;
  readonly values: Float64Array;
}

/** The days of the diary that one lag can be asked of, with everything that is held constant there. */
export interface LagModel {
  /** Which of the diary's days: places in the list of rows. */
  readonly places: Int32Array;
  /** Week of each, numbered from 0, or several: errors may go together within it. */
  readonly weeks: Int32Array;
  readonly controls: Controls;
  /** Names of the control columns, in the order of `controls.coordinates`. */
  readonly names: readonly string[];
  /** Ratings [points], and what of them the controls do not tell. */
  readonly outcome: Float64Array;
  readonly unexplained: Float64Array;
}

/** A covariate answered on this share of the days with a run, and of those without, is held constant; below, leaving it out loses less than filling it in. */
const answeredOften = 0.8;
/** One wave of slow change per this many days [days]. */
const daysPerWave = 60;

/** What stands behind both running and pain and is therefore held constant, over all days of the diary. */
export interface HeldColumns {
  readonly always: readonly DayColumn[];
  /** The covariates among them: their ids are those of the questions, each with the columns that its shape asks for. */
  readonly told: readonly { readonly id: string; readonly columns: readonly Float64Array[] }[];
}

/**
 * The columns held constant: day of the week, slow change over the months (cosines of long period), the runs of the two days before, and every state or exposure
 * that was told often enough, a day without the answer being given the mean and a mark of its own. A response to pain is never held constant.
 */
export function heldColumns(rows: readonly DayRow[]): HeldColumns {
  const column = (id: string, value: (row: DayRow, index: number) => number): DayColumn => ({ id, values: columnOf(rows, value) });
  const ranBefore = (days: number) => (_: DayRow, index: number): number => ((rows[index - days]?.runs.length ?? 0) > 0 ? 1 : 0);
  const waves = Math.max(1, Math.round(rows.length / daysPerWave));
  const always = [
    column("constant", () => 1),
    ...Array.from({ length: 6 }, (_, weekday) => column(`weekday ${weekday}`, ({ day }) => (day % 7 === weekday ? 1 : 0))),
    ...Array.from({ length: waves }, (_, wave) => column(`slow change ${wave + 1}`, (_row, index) => Math.cos((Math.PI * (wave + 1) * (index + 0.5)) / rows.length))),
    column("run the day before", ranBefore(1)),
    column("run two days before", ranBefore(2)),
  ];
  const told = covariates.filter(({ role }) => role !== "response").map(({ id }) => ({ id, values: columnOf(rows, ({ answers }) => answers[id] ?? NaN) }));
  const often = told.filter(({ values }) => rows.length > 0 && [true, false].every((hasRun) => isToldOften(rows, values, hasRun)));
  return { always, told: often.map(({ id, values }) => ({ id, columns: shapeOfAnswers(id, values, rows).columns })) };
}

/** On days with and without a run alike: what a watch tells on its runs alone would, held constant, hold the running itself constant. */
function isToldOften(rows: readonly DayRow[], values: Float64Array, hasRun: boolean): boolean {
  const places = [...rows.keys()].filter((index) => (rows[index]?.runs.length ?? 0) > 0 === hasRun);
  return places.filter((index) => !Number.isNaN(values[index])).length >= answeredOften * places.length;
}

/** Sets one lag's days beside what is held constant. Only days with a rating after and one before count: pain that keeps from running must be known to be held constant. */
export function lagModel(rows: readonly DayRow[], lag: number, held: HeldColumns): LagModel {
  const places = Int32Array.from([...rows.keys()].filter((index) => isUsable(rows[index], lag)));
  const take = (values: Float64Array): Float64Array => takeAt(values, places);
  const before = Float64Array.from(places, (place) => rows[place]!.before);
  const columns: { id: string; values: Float64Array }[] = [
    ...held.always.map(({ id, values }) => ({ id, values: take(values) })),
    ...held.told.filter(({ id }) => !isSymptom(id)).flatMap(({ id, columns: ofIt }) => filledIn(id, ofIt.map(take))),
    // Last, so that the columns before them are what is held constant beside pain.
    { id: firstOfPain, values: before },
    { id: "any pain before", values: before.map((rating) => (rating > 0 ? 1 : 0)) },
    { id: "pain of the week before", values: Float64Array.from(places, (place) => rows[place]!.weekBefore) },
    ...held.told.filter(({ id }) => isSymptom(id)).flatMap(({ id, columns: ofIt }) => filledIn(id, ofIt.map(take))),
  ];
  const controls = holdConstant(columns.map(({ values }) => values), places.length);
  const outcome = Float64Array.from(places, (place) => rows[place]!.after[lag]!);
  const firstDay = rows[0]?.day ?? 0;
  return { places, weeks: Int32Array.from(places, (place) => Math.floor((rows[place]!.day - firstDay) / 7)), controls, names: columns.map(({ id }) => id), outcome, unexplained: residual(controls, outcome) };
}

const firstOfPain = "pain before";

const isSymptom = (id: string): boolean => covariates.some((covariate) => covariate.id === id && covariate.role === "symptom");

/** Weeks that count as one where earlier pain is not held constant: what is left of it lasts. */
const weeksTogether = 2;

/** The same days with earlier pain free to go with the factor: for what no pain can have brought about. Errors last longer then, so two weeks count as one. */
export function withoutPain(model: LagModel): LagModel {
  const controls = besidePain(model);
  return { ...model, controls, names: model.names.slice(0, controls.coordinates.length), weeks: model.weeks.map((week) => Math.floor(week / weeksTogether)), unexplained: residual(controls, model.outcome) };
}

/** What is held constant beside earlier pain. */
export function besidePain({ controls, names }: LagModel): Controls {
  const coordinates = controls.coordinates.slice(0, names.indexOf(firstOfPain));
  return { rows: controls.rows, basis: controls.basis.slice(0, coordinates.filter((place) => place !== null).length), coordinates };
}

/** Share of the days that may be beyond sight. */
const fewUnseen = 0.1;

/** Whether what was felt when the run was decided on is out of sight on many of the days that count: the rating before is older than this [s]. */
export function isDecisionUnseen(rows: readonly DayRow[], oldest: number): boolean {
  const used = rows.filter(({ before }) => !Number.isNaN(before));
  return used.filter(({ beforeAge }) => beforeAge > oldest).length > fewUnseen * used.length;
}

/** Every lag's model, in the order of `lags`. */
export function lagModels(rows: readonly DayRow[], held: HeldColumns): readonly LagModel[] {
  return lags.map((_, lag) => lagModel(rows, lag, held));
}

/** A model that holds one column more constant. */
export function holdingAlso(model: LagModel, { id, values }: DayColumn): LagModel {
  const controls = holdConstant([takeAt(values, model.places)], model.places.length, model.controls);
  return { ...model, controls, names: [...model.names, id], unexplained: residual(controls, model.outcome) };
}

/** The columns of one factor about their means and, where some of it was not told, one more that marks those days; there the others are 0. A constant is always held beside them. */
export function filledIn(id: string, columns: readonly Float64Array[]): readonly DayColumn[] {
  const filled = columns.map((values) => ({ id, values: aboutMean(values) }));
  const [first] = columns;
  return first?.some(Number.isNaN) ? [...filled, { id: `${id} not told`, values: first.map((value) => (Number.isNaN(value) ? 1 : 0)) }] : filled;
}

function aboutMean(values: Float64Array): Float64Array {
  let [sum, known] = [0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    known += 1;
  }
  const mean = sum / Math.max(known, 1);
  return values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
}

/** One value of each day. */
export function columnOf(rows: readonly DayRow[], value: (row: DayRow, index: number) => number): Float64Array {
  const values = new Float64Array(rows.length);
  for (const [index, row] of rows.entries()) values[index] = value(row, index);
  return values;
}

/** The values of some days. */
export function takeAt(values: Float64Array, places: Int32Array): Float64Array {
  const taken = new Float64Array(places.length);
  for (let index = 0; index < places.length; index++) taken[index] = values[places[index]!]!;
  return taken;
}

function isUsable(row: DayRow | undefined, lag: number): boolean {
  return row !== undefined && !Number.isNaN(row.before) && !Number.isNaN(row.after[lag]);
}
