import type { Command } from "commander";
import { ostrcQuestions } from "../../src/index.ts";
import {
  addToldEntry, answerDays, answerRedFlags, answerWeek, changePainEntry, chooseQuestions, diaryPrompts, diaryRunnerId, entryOfTold, newPainEntry, ownRunnerId, painEntryTold, redFlagsDue, redFlagsTold, removePainEntry,
  showDay, showDiary, showEntry, showQuestions, showRedFlags, showWeeks, weeklyAnswersTold, type Store,
} from "../storage/index.ts";
import { defineFiles } from "./diary-files.ts";
import { dayText, diaryText, keptText, promptsText, questionsText, redFlagsText, weeksText, weekText } from "./diary-text.ts";
import { answersOf, dayOf, gather, listOf, momentOf, noteOf, occasionOf, painsTold, placesOf, ratingOf, told } from "./diary-told.ts";
import { refused, wrongUse } from "./failure.ts";
import { print, printJson } from "./output.ts";
import { textOf, type OptionValues } from "./runner-options.ts";
import { part } from "./part.ts";
import { answer } from "./shoes-command.ts";
import { withStore } from "./store.ts";
import { idOf } from "./undo-command.ts";

const now = (): number => Date.now() / 1000;

/** Adds the parts of `footfall diary`. */
export function define(command: Command): void {
  command.addHelpText("after", "\nExamples:\n  footfall diary none\n  footfall diary add 3\n  footfall diary add 4 --where lower-lumbar:left --at \"2026-05-02 21:00\" --during\n  footfall diary import pain.csv --dry-run");
  part(command, "list", "the diary, oldest first", "diary list --from 2026-05-01", { isDefault: true }).option("--from <day>", "first day, as 2026-05-01").option("--to <day>", "last day")
    .action(async (options: OptionValues) => withStore(options, (store) => {
      const days = (key: string): string | undefined => (textOf(options, key) === null ? undefined : dayOf(textOf(options, key) ?? undefined, new Date()));
      return show(options, showDiary(store, diaryRunnerId(store), { from: days("from"), to: days("to") }), diaryText);
    }));
  entryOptions(part(command, "add", "how your back is, or was", "diary add 4 --where lower-lumbar:left,leg-below-knee:left:2 --after")).argument("<RATING>", "pain from 0 (none) to 10")
    .action(async (rating: string, options: OptionValues) => withStore(options, (store) => add(store, ratingOf(rating), options)));
  entryOptions(part(command, "none", "no pain: one look at the back that found none", "diary none --at 7:30"), { hasPlaces: false })
    .action(async (options: OptionValues) => withStore(options, (store) => add(store, 0, options)));
  entryOptions(part(command, "edit", "change an entry; what is left out stays", "diary edit 12 5")).argument("<ID>", "its number, as the list shows it").argument("[RATING]", "pain from 0 (none) to 10")
    .option("--apart", "neither during nor after a run")
    .action(async (id: string, rating: string | undefined, options: OptionValues) => withStore(options, (store) => change(store, idOf(id, "entry"), rating === undefined ? null : ratingOf(rating), options)));
  part(command, "remove", "take an entry out of the diary", "diary remove 12").argument("<ID>", "its number")
    .action(async (id: string, options: OptionValues) => withStore(options, (store) => {
      const edit = removePainEntry(store, idOf(id, "entry"), now());
      return edit ? answer(options, { id: idOf(id, "entry"), edit }) : missing(store, id);
    }));
  part(command, "day", "what a day held beside running and pain", "diary day 2026-05-02 --set hoursOfSleep=7 --set warmUp=yes").argument("[DAY]", "as 2026-05-02 (today)").option("--set <question=answer>", "one answer; =forget takes it back", gather)
    .action(async (text: string | undefined, options: OptionValues) => withStore(options, (store) => {
      const day = dayOf(text, new Date());
      const edit = told(() => answerDays(store, ownRunnerId, [{ day, answers: answersOf(listOf(options, "set")) }], { now: now() }));
      return show(options, { day: showDay(store, ownRunnerId, day), edit }, ({ day: kept }) => dayText(kept));
    }));
  part(command, "questions", "what can be asked of a day", "diary questions --ask stress,hoursOfSleep").option("--ask <ids>", "ask these from now on")
    .action(async (options: OptionValues) => withStore(options, (store) => {
      const asked = textOf(options, "ask")?.split(",").map((id) => id.trim());
      const { questions } = showQuestions(store, ownRunnerId);
      const unknown = asked?.find((id) => !questions.some((question) => question.id === id));
      if (unknown !== undefined) throw wrongUse(`--ask "${unknown}": questions are ${questions.map(({ id }) => id).join(", ")}`);
      if (asked) chooseQuestions(store, ownRunnerId, questions.flatMap(({ id }) => (asked.includes(id) ? [id] : [])));
      return show(options, showQuestions(store, ownRunnerId), questionsText);
    }));
  const week = part(command, "week", "the weekly questions about your lower back (OSTRC-O2)", "diary week today --participation 1 --modification 0 --performance 0 --pain 1").argument("[DAY]", "last of the seven days");
  for (const question of ostrcQuestions) week.option(`--${question} <answer>`, "0 to 3: which of the four answers");
  week.action(async (text: string | undefined, options: OptionValues) => withStore(options, (store) => askWeek(store, text, options)));
  part(command, "flags", "the safety questions, which come before everything else", "diary flags --marked fever").option("--marked <ids>", "signs that you have").option("--none", "none of them")
    .action(async (options: OptionValues) => withStore(options, (store) => {
      const marked = textOf(options, "marked")?.split(",").map((id) => id.trim()) ?? (options["none"] ? [] : null);
      if (marked) told(() => answerRedFlags(store, ownRunnerId, redFlagsTold.parse({ at: momentOf(null, new Date(), null), marked }), now()));
      return show(options, showRedFlags(store, marked ? ownRunnerId : diaryRunnerId(store), now()), redFlagsText);
    }));
  part(command, "prompts", "what the diary asks for now: runs without a look at the back, the weekly questions", "diary prompts")
    .action(async (options: OptionValues) => withStore(options, (store) => show(options, diaryPrompts(store, ownRunnerId, { now: now(), utcOffset: -60 * new Date().getTimezoneOffset() }), promptsText)));
  defineFiles(command);
}

function entryOptions(command: Command, { hasPlaces = true } = {}): Command {
  if (hasPlaces) command.option("--where <place>", "region:side, or region:side:rating; several with commas (somewhere-in-back)", gather);
  return command.option("--at <time>", "when it was felt, as 21:00 or \"2026-05-02 21:00\" (now)").option("--zone <name>", "zone of that time, as Europe/Berlin (this machine's)")
    .option("--during", "felt while running").option("--after", "felt after a run").option("--note <text>", "anything to remember");
}

async function show<Answer>(options: OptionValues, given: Answer, inWords: (given: Answer) => string): Promise<void> {
  await (options["json"] ? printJson(given) : print(inWords(given)));
}

function missing(store: Store, id: string): never {
  throw refused(`no entry ${id} in ${store.home}; footfall diary list shows them`);
}

async function add(store: Store, rating: number, options: OptionValues): Promise<void> {
  const where = listOf(options, "where");
  if (rating === 0 && where.length > 0) throw wrongUse("diary add 0: no pain has no place; leave --where out");
  const at = momentOf(textOf(options, "at"), new Date(), textOf(options, "zone"));
  const { id, edit } = told(() => addToldEntry(store, ownRunnerId, newPainEntry.parse({ at, pains: painsTold(where, rating), occasion: occasionOf(options) ?? "apart-from-run", note: noteOf(options) }), now()));
  await kept(store, id, edit, options);
}

async function change(store: Store, id: number, rating: number | null, options: OptionValues): Promise<void> {
  const before = showEntry(store, id) ?? missing(store, String(id));
  const where = listOf(options, "where");
  const single = before.pains.length === 1 ? before.pains[0] : undefined;
  if (rating !== null && rating > 0 && where.length === 0 && before.pains.length > 1) throw wrongUse(`diary edit ${id} ${rating}: several places are marked; say where, as --where lower-lumbar:left`);
  const pains = rating === 0 ? [] : where.length > 0 ? placesOf(where, rating ?? (before.painRating || null)) : rating === null ? before.pains : single ? [{ ...single, painRating: rating }] : painsTold([], rating);
  const atText = textOf(options, "at");
  const at = atText === null ? before.at : momentOf(atText, new Date(), textOf(options, "zone"));
  const edit = told(() => changePainEntry(store, id, entryOfTold(painEntryTold.parse({ at, pains, occasion: occasionOf(options) ?? before.occasion, note: noteOf(options) ?? before.note }), now()), now()));
  await kept(store, id, edit, options);
}

async function kept(store: Store, id: number | null, edit: ReturnType<typeof changePainEntry>, options: OptionValues): Promise<void> {
  const entry = (id === null ? null : showEntry(store, id)) ?? missing(store, String(id));
  await show(options, { entry, edit, redFlags: redFlagsDue(store, ownRunnerId, now()) }, keptText);
}

async function askWeek(store: Store, text: string | undefined, options: OptionValues): Promise<void> {
  const given = ostrcQuestions.flatMap((question) => (textOf(options, question) === null ? [] : [[question, Number(textOf(options, question))] as const]));
  if (given.length === 0) return show(options, showWeeks(store, text === undefined ? diaryRunnerId(store) : ownRunnerId), weeksText);
  const day = dayOf(text, new Date());
  const before = showWeeks(store, ownRunnerId).weeks.find((week) => week.day === day)?.answers ?? {};
  const edit = told(() => answerWeek(store, ownRunnerId, { day, answers: weeklyAnswersTold.parse({ ...before, ...Object.fromEntries(given) }) }, now()));
  const weeks = showWeeks(store, ownRunnerId);
  await show(options, { week: weeks.weeks.find((week) => week.day === day) ?? null, edit }, (answered) => weekText(answered, weeks));
}
