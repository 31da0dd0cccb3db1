import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { z } from "zod";
import { systemReason } from "../containers/index.ts";
import { addPosture, deletePosture, exportPostures, importPostureFile, listPostures, ownRunnerId, postureColumns, postureFindingColumns, PostureRefusal, posturesCsv, postureTaken, readPosture, shownRunnerId, type Store } from "../storage/index.ts";
import { refused, wrongUse } from "./failure.ts";
import { exportPart, importPart } from "./file-parts.ts";
import { print, printJson, remark } from "./output.ts";
import { postureLines, postureListText } from "./posture-text.ts";
import { editLine } from "./shoes-text.ts";
import { unitsOf } from "./quantity-option.ts";
import { addHomeOption, quantityOf, textOf, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

const now = (): number => Date.now() / 1000;

/** Adds the parts of `footfall posture`. */
export function define(command: Command): void {
  const part = (name: string, summary: string): Command => addHomeOption(command.command(name).description(summary)).option("--json", "one JSON object (schemas/posture.json, posture-entry.json, posture-removed.json)");
  command.addHelpText("after", "\nExamples:\n  footfall posture add --lean 9deg --error 5deg --day 2026-05-02\n  footfall posture add --points marked.json\n  footfall posture list");
  part("list", "postures, newest first").action((options: OptionValues) => withStore(options, list(options)));
  part("add", "keep a posture; it holds for runs from its day on")
    .option("--day <date>", "day it was taken, as 2026-05-02 (today)")
    .option("--lean <angle>", `trunk to vertical while running, forward positive, in ${unitsOf("trunkLeanDegrees")}`)
    .option("--error <angle>", "standard deviation of that lean's error, in degrees (3)")
    .option("--sacrum <angle>", "tilt of a phone laid along the sacrum while standing, in degrees")
    .option("--thoracolumbar <angle>", "tilt of a phone laid along the junction of rib cage and lower back, in degrees")
    .option("--points <file>", "JSON of marked points: a side view, or a whole entry as `footfall posture export` writes it")
    .option("--note <text>", "anything to remember of it")
    .action((options: OptionValues) => withStore(options, add(options)));
  part("remove", "take a posture away").argument("<ID>", "its number, as `footfall posture list` shows it").action((id: string, options: OptionValues) => withStore(options, remove(idOf(id, "posture"), options)));
  exportPart(command, { summary: "postures as JSON, or as a table", example: "posture export --csv", csv: (store) => posturesCsv(store, ownRunnerId), json: (store) => exportPostures(store, ownRunnerId) });
  importPart(command, {
    summary: "take in what export wrote, or a table of your own", example: "posture import lab.csv", file: "a table, or JSON of `footfall posture export`",
    help: `Columns of a table: ${postureColumns.join(", ")}. day as 2026-05-02, angles in degrees, forward positive; sideView is JSON of marked points.\nThe columns ${postureFindingColumns.join(", ")} follow from those and are passed over.`,
    take: async (store, text) => {
      const taken = await importPostureFile(store, ownRunnerId, text, now());
      tellWhose(store);
      return taken;
    },
    told: ({ added, alreadyHere }) => `${added.length} taken in, ${alreadyHere} already here.`,
  });
}

const list = (options: OptionValues) => async (store: Store): Promise<void> => {
  const entries = listPostures(store, ownRunnerId);
  await (options["json"] ? printJson({ entries }) : print(postureListText(entries)));
};

const add = (options: OptionValues) => async (store: Store): Promise<void> => {
  const taken = await takenFrom(options);
  const { id, edit } = told(() => addPosture(store, ownRunnerId, taken, now()));
  await show(store, id, options);
  if (!options["json"]) await print(editLine(edit));
  tellWhose(store);
};

const remove = (id: number, options: OptionValues) => async (store: Store): Promise<void> => {
  const done = deletePosture(store, ownRunnerId, id, now());
  if (!done) throw refused(`no posture ${id} in ${store.home}; footfall posture list shows them`);
  await (options["json"] ? printJson(done) : print(editLine(done.edit)));
};

/** Postures are the owner's; while the sample runner is shown they change nothing that is seen. */
function tellWhose(store: Store): void {
  if (shownRunnerId(store) !== ownRunnerId) remark("kept as your own posture; the runs shown now are the simulated sample runner's, which it leaves as they are: it will hold for the runs you import");
}

async function show(store: Store, id: number, options: OptionValues): Promise<void> {
  const entry = readPosture(store, id);
  if (!entry) throw refused(`no posture ${id} in ${store.home}`);
  await (options["json"] ? printJson(entry) : print(postureLines(entry)));
}

async function takenFrom(options: OptionValues): Promise<z.infer<typeof postureTaken>> {
  const today = new Date();
  const day = textOf(options, "day") ?? `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}-${String(today.getDate()).padStart(2, "0")}`;
  const note = textOf(options, "note");
  const file = textOf(options, "points");
  if (file !== null) {
    const json = await jsonOf(file);
    const isEntry = typeof json === "object" && json !== null && "sideView" in json;
    const given = isEntry ? { day, ...json, ...(textOf(options, "day") ? { day } : {}) } : { day, sideView: json };
    return parsed(postureTaken, note === null ? given : { ...given, note }, file);
  }
  const degrees = quantityOf(options, "lean", "trunkLeanDegrees");
  const [sacrumDegrees, thoracolumbarDegrees] = [quantityOf(options, "sacrum", "lordosisDegrees"), quantityOf(options, "thoracolumbar", "lordosisDegrees")];
  if ((sacrumDegrees === null) !== (thoracolumbarDegrees === null)) throw wrongUse("posture add: --sacrum and --thoracolumbar go together; give both readings");
  if (degrees === null && sacrumDegrees === null) throw wrongUse("posture add: nothing to keep; give --lean, --points, or --sacrum with --thoracolumbar");
  const spreadDegrees = quantityOf(options, "error", "trunkLeanDegrees");
  return parsed(postureTaken, {
    day, note, toldLean: degrees === null ? null : { degrees, spreadDegrees }, inclinometer: sacrumDegrees === null ? null : { sacrumDegrees, thoracolumbarDegrees },
  }, "posture add");
}

async function jsonOf(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw refused(`${file}: ${systemReason(error)}`);
  });
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    throw refused(`${file}: it is not JSON; give a file as footfall posture export writes it`);
  }
}

function parsed<Shape>(shape: z.ZodType<Shape>, value: unknown, where: string): Shape {
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw refused(`${where}: ${issue?.path.join(".") || "entry"}: ${issue?.message ?? "cannot be read"}`);
}

function told<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof PostureRefusal) throw refused(`posture: ${error.message}`);
    throw error;
  }
}
