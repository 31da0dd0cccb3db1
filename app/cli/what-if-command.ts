import type { Command } from "commander";
import {
  ConditionError, discLevels, kilogramsPerPound, modelVersion, rankParts, rankPlausible, shoeKinds, shoeOfKind, shoeOfPair, tradeOffWords, whatIf, whatIfBaseline, whatIfRanges, whatIfWords, type Ranking, type ShoeKind, type WhatIfBaseline, type WhatIfChange,
} from "../../src/index.ts";
import { cabinetRunnerId, whatIfGround, wholeCabinet, type Store } from "../storage/index.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { parseQuantity, unitsOf } from "./quantity-option.ts";
import { addHomeOption, surfaceOf, textOf, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";
import { whatIfText } from "./what-if-text.ts";

const percentOf = ({ low, high }: { readonly low: number; readonly high: number }, from: number): string => `${Math.round(100 * (low - from))} to +${Math.round(100 * (high - from))}%`.replace("-", "−");

/** Adds options and action of `footfall what-if`. */
export function define(command: Command): void {
  addHomeOption(command)
    .option("--run <id>", "of this run, as `footfall runs` numbers it")
    .option("--footfall", "of one typical footfall (default: of the last four weeks as they were)")
    .option("--speed <change>", `faster or slower by, ${percentOf(whatIfRanges.speed, 1)}`)
    .option("--step-rate <change>", `more or fewer steps a minute by, ${percentOf(whatIfRanges.stepRate, 1)}`)
    .option("--slope <change>", `slope added everywhere, ${percentOf(whatIfRanges.slope, 0)}`)
    .option("--lean <change>", `trunk lean added, ${whatIfRanges.leanDegrees.low} to +${whatIfRanges.leanDegrees.high}deg`.replace("-", "−"))
    .option("--mass <change>", `body mass added, ${whatIfRanges.mass.low} to +${whatIfRanges.mass.high}kg`.replace("-", "−"))
    .option("--shoe <pair>", `all of it in this pair: its number in the cabinet, or a kind (${shoeKinds.join(", ")})`)
    .option("--shoe-stiffness <quantity>", `all of it in a shoe of this heel stiffness, ${unitsOf("shoeStiffnessNewtonsPerMillimetre")}`)
    .option("--shoe-distance <quantity>", `distance run in that shoe, ${unitsOf("shoeDistanceKilometres")}`)
    .option("--surface <name>", "all of it on this ground")
    .option("--json", "one JSON object (schemas/what-if.json)")
    .addHelpText("after", `
Nothing told changes nothing, and shows what could be changed, in order of what it would do at least.

Examples:
  footfall what-if --step-rate +5%
  footfall what-if --run 12 --speed -10% --shoe 3 --surface grass
  footfall what-if --footfall --lean -5deg --mass -3kg --json`)
    .action(async (options: OptionValues) => {
      process.exitCode = await ask(options);
    });
}

async function ask(options: OptionValues): Promise<number> {
  const run = textOf(options, "run");
  if (run !== null && options["footfall"]) throw wrongUse("what-if: give --run or --footfall, not both");
  return withStore(options, async (store) => {
    const change = changeOf(options, store);
    const ground = await whatIfGround(store, run === null ? null : idOf(run, "run"));
    if (!ground) throw refused(`no run ${run} in ${store.home}; footfall runs lists them`);
    const of = run !== null ? ("run" as const) : options["footfall"] ? ("footfall" as const) : ("weeks" as const);
    const { baseline, isAssumed } = whatIfBaseline(ground, of);
    const { answer, parts, plausible } = answered(baseline, change);
    const told = {
      of, runId: ground.runId, runs: ground.runs.length, footfalls: isAssumed ? 0 : ground.footfalls, isSample: ground.isSample, isAssumed, ...answer,
      discs: discLevels.flatMap((level) => answer.discs.filter((disc) => disc.level === level)), words: whatIfWords(answer), parts, plausible, modelVersion,
    };
    if (options["json"]) await printJson({ ...told, evidenceKind: undefined, parts: parts && plain(parts), plausible: plain(plausible) });
    else await print(whatIfText(told, tradeOffWords(baseline)));
    return exitCodes.done;
  });
}

function answered(baseline: WhatIfBaseline, change: WhatIfChange) {
  try {
    const parts = rankParts(baseline, change);
    return { answer: whatIf(baseline, change), parts: parts.rows.length > 1 ? parts : null, plausible: rankPlausible(baseline) };
  } catch (error) {
    if (error instanceof ConditionError) throw wrongUse(`what-if: ${error.message}`);
    throw error;
  }
}

function plain({ rows, sentence }: Ranking): object {
  return { sentence, rows: rows.map(({ group, title, change, atLeast, disc: { footfall, perKilometre }, evidence }) => ({ group, title, change, atLeast, footfall, perKilometre, evidence })) };
}

function changeOf(options: OptionValues, store: Store): WhatIfChange {
  const by = (key: string, label: string, units: Readonly<Record<string, number>>): number | undefined => signed(textOf(options, key), label, units);
  const share = { "%": 0.01 };
  const [speed, stepRate] = [by("speed", "speed", share), by("stepRate", "step rate", share)];
  const stiffness = textOf(options, "shoeStiffness");
  const distance = textOf(options, "shoeDistance");
  const shoe = textOf(options, "shoe");
  if (shoe !== null && stiffness !== null) throw wrongUse("what-if: give --shoe or --shoe-stiffness, not both");
  const told: WhatIfChange = {
    ...(shoe === null ? {} : shoeCalled(shoe, store)),
    ...(speed === undefined ? {} : { speed: 1 + speed }), ...(stepRate === undefined ? {} : { stepRate: 1 + stepRate }),
    slope: by("slope", "slope", share), mass: by("mass", "mass", { kg: 1, lb: kilogramsPerPound }), leanDegrees: by("lean", "lean", { deg: 1, "°": 1 }),
    ...(stiffness === null ? {} : { shoeStiffnessNewtonsPerMillimetre: parseQuantity("shoeStiffnessNewtonsPerMillimetre", stiffness) }),
    ...(distance === null ? {} : { shoeDistanceKilometres: parseQuantity("shoeDistanceKilometres", distance) }),
    surface: surfaceOf(options) ?? undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

/** A change with its sign, in the first unit or with a suffix. */
function signed(text: string | null, label: string, units: Readonly<Record<string, number>>): number | undefined {
  if (text === null) return undefined;
  const [, digits = "", suffix = ""] = /^([+\-−]?(?:\d+\.?\d*|\.\d+))\s*(\S*)$/.exec(text.trim()) ?? [];
  const [first = ""] = Object.keys(units);
  const unit = units[suffix === "" ? first : suffix];
  if (digits === "" || unit === undefined) throw wrongUse(`what-if: --${label.replace(" ", "-")} "${text}": say by how much, for example +5${first} or -5${first}`);
  return Number(digits.replace("−", "-")) * unit;
}

function shoeCalled(text: string, store: Store): WhatIfChange {
  const kind: ShoeKind | undefined = shoeKinds.find((each) => each === text);
  if (kind) return shoeOfKind(kind);
  if (!/^\d+$/.test(text)) throw wrongUse(`what-if: shoe "${text}": give the number of a pair in the cabinet, or one of ${shoeKinds.join(", ")}`);
  const { shoes } = wholeCabinet(store, cabinetRunnerId(store), Date.now() / 1000);
  const pair = shoes.find(({ id }) => id === Number(text));
  if (!pair) throw refused(`no shoe ${text}; footfall shoes lists them`);
  return shoeOfPair({ name: pair.name, stiffness: pair.stiffness.stiffness, distance: pair.distance });
}
