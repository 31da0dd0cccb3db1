import { detectContacts } from "./footfalls/index.ts";
import { gravity } from "./literature/index.ts";
import { forwardForces } from "./forward-record.ts";
import { compareForce, forcesThrough, modelContacts, stepTimeAt, type ContactModel, type ForceAt, type ForceFit, type StrikeShares } from "./model-contacts.ts";
import { simulateFootfall } from "./simulate.ts";

/** One runner at one speed on a force-measuring treadmill. */
export interface MeasuredTrial {
  /** [m/s] */
  readonly speed: number;
  /** [Hz] */
  readonly stepRate: number;
  /** [s] */
  readonly groundContactTime: number;
  /** Active peak [body weights] */
  readonly peakVerticalForce: number;
  /** [kg] */
  readonly mass: number;
  readonly sex: "female" | "male";
}

/** A record of vertical force [N] of a runner of known body and foot strike. */
export interface ForceRecord {
  readonly force: Float64Array;
  readonly sampleRate: number;
  /** [kg] */
  readonly mass: number;
  /** [m] */
  readonly height: number;
  /** [m/s] */
  readonly speed: number;
  /** Rise over run [1]. */
  readonly slope: number;
  readonly strikes: StrikeShares;
}

/** Real recordings to hold the model against; each set may be absent. */
export interface MeasuredData {
  /** alcantara-2021: contact time and peak force of college runners. */
  readonly trials?: readonly MeasuredTrial[];
  /** fukuchi-2017: one forefoot runner's whole force on the level. */
  readonly levelForce?: readonly ForceRecord[];
  /** alcantara-2022: one mostly rearfoot runner's whole force on slopes. */
  readonly slopeForce?: readonly ForceRecord[];
}

/** One figure from real data: what the model reaches on recordings it did not make. */
export interface DataFigure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** The plain half-sine's figure on the same data; null where there is none. */
  readonly baseline: number | null;
  readonly status: "pass" | "fail" | "reported";
}

/** What the model reaches on real recordings, the plain half-sine's figure beside it. */
export function figuresFromData({ trials = [], levelForce = [], slopeForce = [] }: MeasuredData): readonly DataFigure[] {
  return [...(trials.length > 0 ? figuresOfTrials(trials) : []), ...levelForce.flatMap(figuresOfContacts), ...(slopeForce.length > 0 ? figuresOnSlopes(slopeForce) : [])];
}

/** Contact time and peak force, without and with contact time told, and whether the bands hold. */
function figuresOfTrials(trials: readonly MeasuredTrial[]): readonly DataFigure[] {
  const set = "alcantara-2021, treadmill, 3.8 to 5.4 m/s";
  const halfSine = (contact: number, stepRate: number): number => Math.PI / 2 / (stepRate * contact);
  const rows = trials.map(({ speed, stepRate, groundContactTime, peakVerticalForce, mass, sex }) => {
    const blind = simulateFootfall({ speed, stepRate, mass, sex });
    const timed = simulateFootfall({ speed, stepRate, mass, sex, groundContactTime });
    const within = ({ low, high }: { readonly low: number; readonly high: number }, value: number): number => (value >= low && value <= high ? 1 : 0);
    return {
      contact: blind.groundContactTime.value - groundContactTime,
      peak: blind.peakVerticalForce.value - peakVerticalForce,
      peakOfHalfSine: halfSine(blind.groundContactTime.value, stepRate) - peakVerticalForce,
      timedPeak: timed.peakVerticalForce.value - peakVerticalForce,
      timedPeakOfHalfSine: halfSine(groundContactTime, stepRate) - peakVerticalForce,
      contactHeld: within(blind.groundContactTime, groundContactTime),
      peakHeld: within(blind.peakVerticalForce, peakVerticalForce),
    };
  });
  const contact = rootMeanSquare(rows.map((row) => row.contact));
  const timedPeak = rootMeanSquare(rows.map((row) => row.timedPeak));
  return [
    figure(set, "ground contact time from speed, step rate and mass, RMSE", contact, "s", null, contact <= 0.015),
    figure(set, "peak vertical force from speed, step rate and mass, RMSE", rootMeanSquare(rows.map((row) => row.peak)), "bodyWeight", rootMeanSquare(rows.map((row) => row.peakOfHalfSine)), null),
    figure(set, "peak vertical force with contact time told, RMSE", timedPeak, "bodyWeight", rootMeanSquare(rows.map((row) => row.timedPeakOfHalfSine)), timedPeak <= 0.14),
    figure(set, "trials within the 90 % band of contact time", mean(rows.map((row) => row.contactHeld)), "1", null, null),
    figure(set, "trials within the 90 % band of peak vertical force", mean(rows.map((row) => row.peakHeld)), "1", null, null),
  ];
}

/** What is asked of the forefoot runner's records, by speed [m/s]. */
const neededRSquared: Readonly<Record<number, number>> = { 2.5: 0.95, 4.5: 0.975 };
const neededPeakError = 0.1;

/** Every complete contact of one record on the level: count, contact time, shape and peak. */
function figuresOfContacts(record: ForceRecord): readonly DataFigure[] {
  const { force, sampleRate, mass, height, speed, strikes } = record;
  const set = `fukuchi-2017, one forefoot runner at ${speed} m/s (the forefoot shape was fitted on this runner: a calibration)`;
  const contacts = modelContacts(force, sampleRate, mass, { speed, height, strikes });
  const models = contacts.flatMap(({ model }) => (model ? [model] : []));
  if (models.length === 0) return [];
  const needed = neededRSquared[speed];
  const rSquared = meanRSquared(models, (model) => model);
  const peakError = peakErrorOf(models, (model) => model);
  const twoMass = (measure: string, value: number, unit: string): DataFigure => figure(set, `${measure}, the published two-mass model with its usual inputs`, value, unit, null, null);
  return [
    figure(set, `complete contacts in ${(force.length / sampleRate).toFixed(0)} s`, contacts.length, "1", null, null),
    figure(set, "ground contact time, mean", mean(contacts.filter(({ model }) => model !== null).map(({ initialContact, toeOff }) => toeOff - initialContact)), "s", null, null),
    figure(set, "R² of the force through each contact, mean", rSquared, "1", meanRSquared(models, ({ halfSine }) => halfSine), needed === undefined ? null : rSquared >= needed),
    figure(set, "peak vertical force, RMSE", peakError, "bodyWeight", peakErrorOf(models, ({ halfSine }) => halfSine), needed === undefined ? null : peakError <= neededPeakError),
    twoMass("R² of the force through each contact, mean", meanRSquared(models, (model) => model.twoMass), "1"),
    twoMass("peak vertical force, RMSE", peakErrorOf(models, (model) => model.twoMass), "bodyWeight"),
    ...forwardFigures(set, record),
  ];
}

/** The same for the forward direction, none of whose constants was fitted on any of these records. */
function forwardFigures(set: string, record: ForceRecord): readonly DataFigure[] {
  const { force, sampleRate, mass } = record;
  const weight = mass * gravity;
  const contacts = detectContacts(force, sampleRate, weight);
  const steps = contacts.flatMap((contact, index) => {
    const stepTime = stepTimeAt(contacts, index);
    return forcesThrough(contact, stepTime, mass, record) === null || stepTime === null ? [] : [{ contact, stepTime, groundContactTime: contact.toeOff - contact.initialContact }];
  });
  const forceOf = forwardForces(steps, mass, record);
  if (forceOf === null) return [];
  const fits = steps.map(({ contact, ...timing }) => {
    const forward = forceOf(timing);
    return compareForce(contact.force.map((_, index) => forward((contact.firstSample + index) / sampleRate - contact.initialContact)), contact.force.map((value) => value / weight));
  });
  const forward = (measure: string, value: number, unit: string): DataFigure => figure(set, `${measure}, forward from first touch and a muscle law`, value, unit, null, null);
  return [
    forward("R² of the force through each contact, mean", mean(fits.map(({ rSquared }) => rSquared)), "1"),
    forward("peak vertical force, RMSE", rootMeanSquare(fits.map(({ peakErrorBodyWeights }) => peakErrorBodyWeights)), "bodyWeight"),
  ];
}

const neededSlopeError = 0.14;

/** The whole force, flight included, of every record on a slope, and its peaks; one figure per slope. */
function figuresOnSlopes(records: readonly ForceRecord[]): readonly DataFigure[] {
  const set = "alcantara-2022, one mostly rearfoot runner on slopes (the rearfoot shape was fitted on these trials: a calibration)";
  const errors = records.map((record) => ({ degrees: Math.round((Math.atan(record.slope) * 180) / Math.PI), ...errorsOfRecord(record) }));
  const figuresOf = (where: string, rows: typeof errors, needed: number | null): readonly DataFigure[] => {
    const force = mean(rows.map(({ model }) => model.force));
    return [
      figure(set, `${where}: force over the whole record, RMSE`, force, "bodyWeight", mean(rows.map(({ halfSine }) => halfSine.force)), needed === null ? null : force <= needed),
      figure(set, `${where}: the same, the published two-mass model with its usual inputs`, mean(rows.map(({ twoMass }) => twoMass.force)), "bodyWeight", null, null),
      ...forwardOnSlope(set, where, rows.map(({ forward }) => forward)),
      figure(set, `${where}: peak vertical force, RMSE`, mean(rows.map(({ model }) => model.peak)), "bodyWeight", mean(rows.map(({ halfSine }) => halfSine.peak)), null),
    ];
  };
  const slopes = [...new Set(errors.map(({ degrees }) => degrees))].toSorted((one, other) => one - other);
  return [
    ...figuresOf(`mean of ${errors.length} trials`, errors, neededSlopeError),
    ...slopes.flatMap((slope) => figuresOf(`at ${slope > 0 ? "+" : ""}${slope}°`.replace("-", "−"), errors.filter(({ degrees }) => degrees === slope), null)),
  ];
}

function forwardOnSlope(set: string, where: string, errors: readonly (RecordError | null)[]): readonly DataFigure[] {
  const found = errors.filter((error) => error !== null);
  return found.length < errors.length ? [] : [figure(set, `${where}: the same, forward from first touch and a muscle law`, mean(found.map(({ force }) => force)), "bodyWeight", null, null)];
}

/** Root mean square of a record's force error and of its contacts' peak error [body weights]. */
interface RecordError {
  readonly force: number;
  readonly peak: number;
}

function errorsOfRecord({ force, sampleRate, mass, height, speed, slope, strikes }: ForceRecord): { readonly model: RecordError; readonly halfSine: RecordError; readonly twoMass: RecordError; readonly forward: RecordError | null } {
  const weight = mass * gravity;
  const contacts = detectContacts(force, sampleRate, weight);
  const steps = contacts.flatMap((contact, index) => {
    const stepTime = stepTimeAt(contacts, index);
    const forces = forcesThrough(contact, stepTime, mass, { speed, height, slope, strikes });
    if (!forces || stepTime === null) return [];
    // A contact answers for the half of the flight on either side of it.
    const from = ((contacts[index - 1]?.toeOff ?? contact.initialContact) + contact.initialContact) / 2;
    const to = (contact.toeOff + (contacts[index + 1]?.initialContact ?? contact.toeOff)) / 2;
    const first = Math.ceil(from * sampleRate);
    return [{ forces, timing: { stepTime, groundContactTime: contact.toeOff - contact.initialContact }, measured: force.subarray(first, Math.floor(to * sampleRate) + 1).map((value) => value / weight), start: first / sampleRate - contact.initialContact }];
  });
  const errorOf = (pick: (step: (typeof steps)[number]) => ForceAt): RecordError => {
    const differences = steps.map((step) => {
      const { measured, start } = step;
      const forceAt = pick(step);
      const modelled = measured.map((_, index) => forceAt(start + index / sampleRate));
      return { force: Array.from(modelled, (value, index) => value - measured[index]!), peak: Math.max(...modelled) - Math.max(...measured) };
    });
    return { force: rootMeanSquare(differences.flatMap((step) => step.force)), peak: rootMeanSquare(differences.map((step) => step.peak)) };
  };
  const forwardOf = forwardForces(steps.map(({ timing }) => timing), mass, { speed, height, slope, strikes });
  return {
    model: errorOf(({ forces }) => forces.model), halfSine: errorOf(({ forces }) => forces.halfSine), twoMass: errorOf(({ forces }) => forces.twoMass),
    forward: forwardOf && errorOf(({ timing }) => forwardOf(timing)),
  };
}

function figure(set: string, measure: string, value: number, unit: string, baseline: number | null, isReached: boolean | null): DataFigure {
  return { set, measure, value, unit, baseline, status: isReached === null ? "reported" : isReached ? "pass" : "fail" };
}

/** Mean R² of one of the forces through contacts. */
export function meanRSquared(models: readonly ContactModel[], pick: (model: ContactModel) => ForceFit): number {
  return mean(models.map((model) => pick(model).rSquared));
}

function peakErrorOf(models: readonly ContactModel[], pick: (model: ContactModel) => ForceFit): number {
  return rootMeanSquare(models.map((model) => pick(model).peakErrorBodyWeights));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)));
}
