import type { Command } from "commander";
import { compareFootfalls, ConditionError, footStrikes, modelDifference, referenceShoeStiffness, sensitivity, simulateFootfall, type FootfallCondition } from "../../src/index.ts";
import { simulateBatch } from "./batch.ts";
import { comparisonText } from "./comparison-text.ts";
import { changed } from "./condition.ts";
import { directionsText } from "./directions-text.ts";
import { exitCodes, wrongUse } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { unitsOf, type QuantityName } from "./quantity-option.ts";
import { addRunnerOptions, choiceOf, postureOf, quantityOf, runnerOf, surfaceOf, textOf, type OptionValues } from "./runner-options.ts";
import { sensitivityText } from "./sensitivity-text.ts";
import { simulationJson, type SimulationExtras } from "./simulation-json.ts";
import { simulationText, sourcesText } from "./simulation-text.ts";

const help = `
With --batch the columns are read by name, any absent or empty: speed (m/s), stepRate (steps/s), groundContactTime (s), flightTime (s), mass (kg), height (m),
sex (female, male), slope (rise / run), acceleration (m/s²), trunkLeanDegrees, lordosisDegrees, shoeStiffnessNewtonsPerMillimetre, shoeDistanceKilometres, surface, footStrike.
An empty cell takes the default named above for its option. Other columns pass through. Each row is written back with its predictions and, where it cannot be
simulated, the reason in the column "error".

Examples:
  footfall simulate --speed 12km/h --step-rate 172spm --mass 68kg --lean 8deg
  footfall simulate --speed 3.3m/s --mass 70kg --height 175cm --sensitivity
  footfall simulate --speed 10km/h --compare "step-rate=175spm, surface=grass"
  footfall simulate --batch conditions.csv > predictions.csv`;

/** Adds options and action of `footfall simulate`. */
export function define(command: Command): void {
  command
    .option("--speed <quantity>", `running or walking speed in ${unitsOf("speed")} (assumed 3 m/s)`)
    .option("--step-rate <quantity>", `steps of both feet in ${unitsOf("stepRate")} (predicted from the rest)`)
    .option("--contact-time <quantity>", `ground contact time in ${unitsOf("groundContactTime")} (predicted from the rest)`)
    .option("--flight-time <quantity>", `toe-off to the other foot's contact in ${unitsOf("flightTime")} (predicted from the rest)`)
    .option("--slope <quantity>", `uphill positive, ${unitsOf("slope")} (level)`)
    .option("--acceleration <quantity>", `gain of speed from step to step in ${unitsOf("acceleration")} (steady)`);
  addRunnerOptions(command)
    .option("--foot-strike <part>", "rearfoot, midfoot, forefoot, unknown (unknown)")
    .option("--shoe-stiffness <quantity>", `heel stiffness of the shoe in ${unitsOf("shoeStiffnessNewtonsPerMillimetre")} (assumed ${referenceShoeStiffness.value / 1000} N/mm)`)
    .option("--shoe-distance <quantity>", `distance run in the shoe in ${unitsOf("shoeDistanceKilometres")} (assumed new)`)
    .option("--sensitivity", "which input moves the load of the discs most, for this runner")
    .option("--compare <changes>", "a second footfall beside it, with what is different there: option=value, …")
    .option("--directions", "run it forward too, from how body and foot come down, and show what the two directions differ by")
    .option("--sources", "list the works the answer was computed from")
    .option("--batch <file.csv>", "simulate every row of a comma-separated file")
    .option("--waveforms", "with --batch: write each row's waveforms beside it, as JSON lines")
    .option("--json", "one JSON object with waveforms (schemas/simulate.json)")
    .addHelpText("after", help)
    .action(async (options: OptionValues) => {
      process.exitCode = await simulate(options);
    });
}

async function simulate(options: OptionValues): Promise<number> {
  const batch = textOf(options, "batch");
  const condition = conditionOf(options);
  if (batch !== null) {
    if (options["json"]) throw wrongUse("simulate: --batch writes comma-separated rows; leave --json out, or use --waveforms for JSON lines");
    for (const flag of ["sensitivity", "sources", "compare", "directions"]) if (options[flag]) throw wrongUse(`simulate: --${flag} is for one footfall; leave --batch out`);
    const told = Object.entries(condition).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (told.length > 0) throw wrongUse(`simulate: with --batch every condition comes from the file; add ${told.join(", ")} as columns instead`);
    return simulateBatch(batch, options["waveforms"] === true);
  }
  if (options["waveforms"]) throw wrongUse("simulate: --waveforms goes with --batch; for one footfall --json has them");
  const simulation = possible(() => simulateFootfall(condition));
  const changes = textOf(options, "compare");
  const extras: SimulationExtras = {
    sensitivity: options["sensitivity"] ? sensitivity(condition) : null,
    comparison: changes === null ? null : possible(() => compareFootfalls(condition, changed(condition, changes))),
    directions: options["directions"] ? modelDifference(condition, simulation) : null,
  };
  if (options["json"]) await printJson(simulationJson(condition, simulation, extras));
  else {
    const { sensitivity: moved, comparison, directions } = extras;
    const parts = [moved && sensitivityText(moved), comparison && comparisonText(comparison, changes ?? ""), directions && directionsText(directions), options["sources"] ? sourcesText(simulation) : null];
    await print(simulationText(condition, simulation) + parts.filter((part) => part !== null).join(""));
  }
  return exitCodes.done;
}

/** The work's result; a condition that cannot be is wrong use. */
function possible<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ConditionError) throw wrongUse(`simulate: ${error.message}`);
    throw error;
  }
}

function conditionOf(options: OptionValues): FootfallCondition {
  const { mass, height, sex } = runnerOf(options);
  const { trunkLeanDegrees, lordosisDegrees } = postureOf(options);
  const quantity = (key: string, kind: QuantityName): number | undefined => quantityOf(options, key, kind) ?? undefined;
  return {
    speed: quantity("speed", "speed"),
    stepRate: quantity("stepRate", "stepRate"),
    groundContactTime: quantity("contactTime", "groundContactTime"),
    flightTime: quantity("flightTime", "flightTime"),
    mass: mass ?? undefined,
    height: height ?? undefined,
    sex: sex ?? undefined,
    slope: quantity("slope", "slope"),
    acceleration: quantity("acceleration", "acceleration"),
    trunkLeanDegrees: trunkLeanDegrees ?? undefined,
    lordosisDegrees: lordosisDegrees ?? undefined,
    shoeStiffnessNewtonsPerMillimetre: quantity("shoeStiffness", "shoeStiffnessNewtonsPerMillimetre"),
    shoeDistanceKilometres: quantity("shoeDistance", "shoeDistanceKilometres"),
    surface: surfaceOf(options) ?? undefined,
    footStrike: choiceOf(options, "footStrike", footStrikes) ?? undefined,
  };
}
