import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { dayOfIso, isoDay, metresPer, planCalendar, planGoals, usualReminder, weekdays, type PlanGoal } from "../../src/index.ts";
import { systemReason } from "../containers/index.ts";
import { distanceTeller, planWishes, planWishesTold, tellPlan, tellWeekPlan, weekPlan, withTold, type PlanMoment, type PlanWishesTold } from "../storage/index.ts";
import { chosen } from "./condition.ts";
import { refused, wrongUse } from "./failure.ts";
import { print, printJson, remark } from "./output.ts";
import { planText } from "./plan-text.ts";
import { choiceOf, textOf, type OptionValues } from "./runner-options.ts";
import { part } from "./part.ts";
import { editLine } from "./shoes-text.ts";
import { withStore } from "./store.ts";

const goalWords: Readonly<Record<PlanGoal, string>> = { keep: "run on as now", further: "a longer long run", comeback: "running and walking in turn" };

/** Adds the parts of `footfall plan`. */
export function define(command: Command): void {
  command.addHelpText("after", `
The longest run stays within 110 % of the longest of the last 30 days, unless you say otherwise with --longest.

Examples:
  footfall plan --days mon,wed,sat --ics week.ics
  footfall plan set --goal further --aim 21.1km --days tue,thu,sun`);
  wishOptions(part(command, "show", "a plan for seven days from your own last four weeks; what is told here holds for this once", "plan --days mon,wed,sat", { isDefault: true }))
    .option("--from <day>", "first of the seven days, as 2026-11-23 (today)").option("--ics <file>", "write the plan as a calendar (RFC 5545) as well, each run at your usual hour of its weekday").option("--reminder [minutes]", "with --ics: a reminder so long before each run, 60 unless told (none)")
    .action(async (options: OptionValues) => withStore(options, async (store) => {
      const moment = momentOf(options);
      const wishes = withTold(planWishes(store), toldOf(options, moment));
      const file = textOf(options, "ics");
      const reminder = reminderOf(options);
      if (file !== null) await keep(file, planCalendar(weekPlan(store, moment, wishes).plan, distanceTeller(store), moment.now, reminder));
      else if (reminder !== null) throw wrongUse("plan: --reminder goes with --ics");
      const told = tellWeekPlan(store, moment, wishes);
      await (options["json"] ? printJson(told) : print(planText(told, distanceTeller(store))));
    }));
  wishOptions(part(command, "set", "keep goal, days, or a long run beyond the limit; \"none\" forgets", "plan set --goal further --aim 21.1km"))
    .action(async (options: OptionValues) => withStore(options, async (store) => {
      const moment = momentOf(options);
      const told = toldOf(options, moment);
      if (Object.keys(told).length === 0) throw wrongUse("plan set: say what to keep, by --goal, --aim, --days or --longest");
      const edit = tellPlan(store, told, moment.now);
      await (options["json"] ? printJson({ edit }) : print(edit ? editLine(edit) : "There was nothing to change.\n"));
    }));
}

function wishOptions(command: Command): Command {
  return command
    .option("--goal <goal>", planGoals.map((goal) => `${goal} (${goalWords[goal]})`).join(", "))
    .option("--aim <distance>", "longest run aimed for, in kilometres, or km, mi, m")
    .option("--days <days>", `days you can run on, for example mon,wed,sat (of ${weekdays.join(", ")})`)
    .option("--longest <distance>", "the long run of these seven days, even beyond the limit");
}

/** Days are counted where this machine is. */
function momentOf(options: OptionValues): PlanMoment {
  const now = Date.now() / 1000;
  const from = textOf(options, "from");
  const today = from === null ? Math.floor((now - 60 * new Date().getTimezoneOffset()) / 86_400) : dayOfIso(from);
  if (today === null) throw wrongUse(`plan: --from "${from}": give a day, as 2026-11-23`);
  return { today, now };
}

/** How long before a run a reminder comes [s]; null for none. */
function reminderOf({ reminder }: OptionValues): number | null {
  if (reminder === undefined) return null;
  if (reminder === true) return usualReminder;
  const minutes = /^(\d+)(?: ?min)?$/.exec(String(reminder))?.[1];
  if (minutes === undefined || Number(minutes) > 1440) throw wrongUse(`plan: --reminder "${String(reminder)}": give whole minutes, 0 to 1440`);
  return 60 * Number(minutes);
}

function toldOf(options: OptionValues, { today }: PlanMoment): PlanWishesTold {
  const goal = choiceOf(options, "goal", planGoals);
  const [aim, longest, days] = [metresOf(options, "aim"), metresOf(options, "longest"), textOf(options, "days")];
  const { success, data, error } = planWishesTold.safeParse({
    ...(goal === null ? {} : { goal }), ...(aim === undefined ? {} : { aim }),
    ...(days === null ? {} : { days: days === "none" ? null : days.split(",").map((day) => chosen("day", weekdays, day.trim().toLowerCase())) }),
    ...(longest === undefined ? {} : { override: longest === null ? null : { distance: longest, until: isoDay(today + 6) } }),
  });
  if (success) return data;
  const [issue] = error.issues;
  throw wrongUse(`plan: ${issue?.path[0] === "override" ? "longest" : issue?.path.join(".")}: ${issue?.message}`);
}

const metresOfUnit: Readonly<Record<string, number>> = { "": metresPer.km, ...metresPer, m: 1 };

/** A distance in metres, null for "none", undefined where it was not given. */
function metresOf(options: OptionValues, key: string): number | null | undefined {
  const text = textOf(options, key)?.trim();
  if (text === undefined) return undefined;
  if (text === "none") return null;
  const [, digits, suffix = ""] = /^(\d+\.?\d*|\.\d+)\s*(\S*)$/.exec(text) ?? [];
  const unit = metresOfUnit[suffix];
  if (digits === undefined || unit === undefined) throw wrongUse(`plan: --${key} "${text}": give a distance in kilometres, or with km, mi or m, for example 21.1km`);
  return Number(digits) * unit;
}

async function keep(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw refused(`${file}: ${systemReason(error)}`);
  });
  remark(`The plan is in ${file}, to be opened by any calendar.`);
}
