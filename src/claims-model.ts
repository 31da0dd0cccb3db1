import { runEnergy, type ClaimId } from "./advice/index.ts";
import { bandWords, numberWords } from "./charts/index.ts";
import { compareFootfalls, type OutputDifference } from "./compare.ts";
import { completeBody } from "./complete-body.ts";
import { metresPer, type Quantity, type Runner } from "./domain/index.ts";
import { shoeSoftnessContrast, usualTrunkLeanDegrees } from "./literature/index.ts";
import { simulateFootfall, type FootfallCondition } from "./simulate.ts";

/** What the model is asked for: this runner at their usual speed. */
export interface ClaimRunner {
  readonly runner: Runner;
  /** Usual speed [m/s]; null where nothing was run: 3 m/s is taken. */
  readonly speed: number | null;
  readonly trunkLeanDegrees: number | null;
  /** Run in a usual week [m]; null where nothing was. */
  readonly weeklyDistance: number | null;
  readonly distanceUnit: "km" | "mi";
}

const kilometresPerMile = metresPer.mi / 1000;

/** A distance in the runner's unit. */
export function distanceWords(metres: number, unit: ClaimRunner["distanceUnit"]): string {
  return `${numberWords(metres / 1000 / (unit === "mi" ? kilometresPerMile : 1), 0)} ${unit}`;
}

const usualSpeed = 3;
const [walkingSpeed, joggingSpeed] = [1.4, 2.2] as const;
/** A lean that would be called hunched, over the runner's own [°]. */
const hunched = 8;
const wornDistanceKilometres = 800;

const banded = ({ value, low, high }: Pick<Quantity, "value" | "low" | "high">, digits = 1): string => `${numberWords(value, digits)} (${bandWords(low, high, digits)})`;
/** Body mass that was not told may be anything between these [kg], nine runners in ten. */
const massBand = 0.25;

/** What the model says of each claim for this runner, in a sentence or two with bands. */
export function modelOfClaims({ runner, speed, trunkLeanDegrees, weeklyDistance, distanceUnit }: ClaimRunner): Readonly<Record<ClaimId, string>> {
  const own = speed ?? usualSpeed;
  const lean = trunkLeanDegrees ?? usualTrunkLeanDegrees.value;
  const told: FootfallCondition = { speed: own, ...bodyOf(runner), trunkLeanDegrees: lean };
  const pace = `${speed === null ? "At a usual" : "At your usual"} ${distanceUnit === "mi" ? `${numberWords((3.6 * own) / kilometresPerMile, 1)} mph` : `${numberWords(3.6 * own, 1)} km/h`}`;
  const between = (one: FootfallCondition, other: FootfallCondition, what: string): string => differenceWords(compareFootfalls({ ...told, ...one }, { ...told, ...other }).outputs, what);
  const peakAt = (at: number, gait: "walk" | "run"): string => banded(simulateFootfall({ ...bodyOf(runner), speed: at, gait }).peakVerticalForce);
  const stiffness = (newtonsPerMetre: number): FootfallCondition => ({ shoeStiffnessNewtonsPerMillimetre: newtonsPerMetre / 1000 });
  return {
    "pain-after-runs": "The model follows load, not pain: from load alone nobody can tell whether a back hurts.",
    "force-at-speed": `${pace} each footfall pushes with ${peakAt(own, "run")} times body weight at most; in a light jog it is ${peakAt(joggingSpeed, "run")}, walking ${peakAt(walkingSpeed, "walk")}.`,
    "hard-ground": `${pace}, grass in place of concrete: ${between({ surface: "concrete" }, { surface: "grass" }, "on grass")}`,
    "thin-shoes": `${pace}, a soft shoe in place of a hard one: ${between(stiffness(shoeSoftnessContrast.hard), stiffness(shoeSoftnessContrast.soft), "in the soft shoe")}`,
    "worn-shoes": `${pace}, after ${distanceWords(1000 * wornDistanceKilometres, distanceUnit)} in the shoe: ${between({ shoeDistanceKilometres: 0 }, { shoeDistanceKilometres: wornDistanceKilometres }, "in the worn shoe")}`,
    posture: `${pace}, bent forward by ${hunched}° more: ${between({}, { trunkLeanDegrees: lean + hunched }, "then")} It is the lever of people standing bent, taken over for running: a hypothesis.`,
    "worth-it": energyWords(runner, weeklyDistance, distanceUnit),
  };
}

function bodyOf({ mass, height, sex }: Runner): FootfallCondition {
  return { ...(mass === null ? {} : { mass }), ...(height === null ? {} : { height }), ...(sex === null ? {} : { sex }) };
}

/** Load on the lowest disc and shock at the shin, each only as far as its band lets it be told. */
function differenceWords(outputs: readonly OutputDifference[], where: string): string {
  const tell = (name: OutputDifference["name"], title: string, unit: string, digits: number): string => {
    const found = outputs.find((output) => output.name === name);
    if (!found?.difference || !found.verdict) return `${title} cannot be compared`;
    if (found.verdict === "same") return `${title} is the same within a hundredth`;
    const size = `${banded(found.difference, digits)} ${unit}`;
    return found.verdict === "cannot tell" ? `we cannot tell whether ${title} is more or less ${where}: ${size}` : `${title} is ${found.verdict} ${where}, by ${size}`;
  };
  const [disc, shin] = [tell("L5-S1", "the load on L5–S1", "times body weight", 2), tell("peakTibialAcceleration", "the shock at the shin", "g", 1)];
  return `${disc}; ${shin}.`;
}

function energyWords(runner: Runner, weeklyDistance: number | null, unit: ClaimRunner["distanceUnit"]): string {
  const { mass } = completeBody(runner);
  const isTold = runner.mass !== null;
  const body = { value: mass, low: isTold ? mass : mass * (1 - massBand), high: isTold ? mass : mass * (1 + massBand), basis: isTold ? "measured" : "assumed" } as const;
  const of = (metres: number): string => banded(runEnergy(body, { run: metres, walk: 0 }, null), 0);
  const week = weeklyDistance === null || weeklyDistance < 1000 ? "" : `; your usual week of ${distanceWords(weeklyDistance, unit)} takes ${of(weeklyDistance)} kcal`;
  return `A level ${unit === "mi" ? "mile" : "kilometre"} takes you ${of(unit === "mi" ? 1000 * kilometresPerMile : 1000)} kcal above standing still${week}.`;
}
