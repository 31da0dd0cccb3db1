import { energyWords, timeWords, type TellDistance } from "./plan-words.ts";
import { bandWords, fullDay, numberWords, painPlacesOf, shortDay, thinSpace } from "./charts/index.ts";
import { dayOfIso } from "./advice/index.ts";
import { redFlags } from "./diary/index.ts";
import { kilogramsPerPound, metresPer, metresPerInch, worstPainRating, type PainEntry, type PainRegion, type PainSide, type Quantity, type Runner, type Surface } from "./domain/index.ts";
import type { LinkAnswer } from "./link-answer.ts";
import { assumedBody } from "./literature/index.ts";
import type { Findings } from "./next-steps.ts";
import { median } from "./numerics/index.ts";
import type { DistanceMark, ReportDocument, ReportSection, ReportWeek } from "./report-document.ts";
import { percentWords } from "./what-if-words.ts";

/** One run of the weeks reported. */
export interface ReportedRun {
  /** [days since 1970-01-01] */
  readonly day: number;
  /** [m] */
  readonly distance: number;
  /** [s] */
  readonly movingTime: number;
  /** [Hz] */
  readonly stepRate: number | null;
  /** Largest compression of L5-S1 in a median footfall, and peak vertical force [body weights]. */
  readonly l5s1Peak: Quantity | null;
  readonly peakForce: Quantity | null;
  /** Share of its footfalls whose contact time was measured [1]. */
  readonly measuredShare: number;
}

/** Everything a report is made from. */
export interface ReportFacts {
  /** What the runner wants to know; null for the usual question. */
  readonly question: string | null;
  /** Day it is made, and the last day it looks at [days since 1970-01-01]. */
  readonly today: number;
  readonly isSample: boolean;
  readonly runner: Runner;
  readonly redFlags: { readonly day: number; readonly marked: readonly string[] } | null;
  readonly entries: readonly PainEntry[];
  /** Weekly questionnaires, oldest first. */
  readonly weekly: readonly { readonly day: number; readonly score: number }[];
  /** Runs of the last twelve weeks, oldest first, and how many there are in all. */
  readonly runs: readonly ReportedRun[];
  readonly runsInAll: number;
  readonly link: LinkAnswer;
  readonly findings: Findings;
  readonly posture: { readonly day: string; readonly lean: Quantity | null; readonly lordosis: Quantity | null } | null;
  readonly toldLean: number | null;
  readonly shoes: readonly { readonly name: string; readonly distance: number; readonly recentDistance: number; readonly absorption: Quantity }[];
  readonly surfaces: readonly { readonly surface: Surface; readonly share: number }[];
  readonly experiments: readonly { readonly name: string; readonly state: string; readonly result: string | null }[];
  /** Null where there are no runs to plan from. */
  readonly plan: string | null;
  readonly planEnergy: Quantity | null;
  readonly modelVersion: string;
  readonly tell: TellDistance;
  readonly units: ReportUnits;
}

/** The units the runner chose. */
export interface ReportUnits {
  readonly distance: "km" | "mi";
  readonly mass: "kg" | "lb";
}

const usualQuestion = "Does my back pain go with my running, and with which part of it?";
const weeksShown = 12;

/** Two pages for a physio who never saw Footfall: the answer on the first, what it rests on and what was tried on the second. */
export function physioReport(facts: ReportFacts): ReportDocument {
  const { today, isSample, runner, units } = facts;
  return {
    title: "Running and back pain",
    lead: `Made by Footfall on ${fullDay(today)} from ${isSample ? "a simulated sample runner, nobody’s data" : "a runner’s own watch recordings and diary"}: ${personWords(runner, units)}. Footfall reconstructs each footfall of recorded runs and models the force on the lumbar discs; numbers come with the band in which 90 of 100 such runners lie. It is not a medical device, and nothing here is a diagnosis.`,
    pages: [
      [questionSection(facts), safetySection(facts), diarySection(facts), linkSection(facts), runsSection(facts)],
      [postureSection(facts), shoesSection(facts), experimentsSection(facts), nextSection(facts), basisSection(facts)],
    ],
  };
}

function personWords({ sex, birthYear, height, mass }: Runner, units: ReportUnits): string {
  const told = [sex === "female" ? "woman" : sex === "male" ? "man" : null, birthYear === null ? null : `born ${birthYear}`, height === null ? null : heightWords(height, units), mass === null ? null : massWords(mass, units)].filter((part) => part !== null);
  return told.length === 0 ? "body not told" : told.join(", ");
}

const massWords = (kilograms: number, { mass }: ReportUnits): string => `${numberWords(mass === "lb" ? kilograms / kilogramsPerPound : kilograms)}${thinSpace}${mass}`;
const heightWords = (metres: number, { mass }: ReportUnits): string => (mass === "lb" ? `${Math.floor(Math.round(metres / metresPerInch) / 12)}${thinSpace}ft ${Math.round(metres / metresPerInch) % 12}${thinSpace}in` : `${numberWords(metres, 2)}${thinSpace}m`);

function questionSection({ question, link, findings, entries, runsInAll }: ReportFacts): ReportSection {
  const linked = link.factors.filter(({ verdict }) => verdict.kind === "linked").slice(0, 2).map(({ sentence }) => sentence);
  return { title: "The question, and the answer so far", blocks: [{ kind: "text", text: `“${question ?? usualQuestion}”` }, { kind: "verdict", text: runsInAll > 0 && entries.length === 0 && link.daysWithEntry === 0 ? "There is no diary beside the runs yet: nothing can be said of pain." : link.runDays === 0 ? "There are no runs beside the diary yet: nothing can be said of running." : [findings.sentence, ...linked].join(" ") }] };
}

function safetySection({ redFlags: answers }: ReportFacts): ReportSection {
  const marked = redFlags.filter(({ id }) => answers?.marked.includes(id));
  const text = !answers ? "The safety questions (cauda equina, trauma, infection, cancer history, night pain, bone stress) were not answered."
    : marked.length === 0 ? `All ${redFlags.length} safety questions (cauda equina, trauma, infection, cancer history, night pain, bone stress) were answered no on ${fullDay(answers.day)}.`
    : `Answered yes on ${fullDay(answers.day)}: ${marked.map(({ question }) => question).join(" ")}`;
  return { title: "Safety questions", blocks: [{ kind: marked.length > 0 ? "verdict" : "text", text }] };
}

const regionWords: Readonly<Record<PainRegion, string>> = { "upper-lumbar": "upper lumbar", "middle-lumbar": "middle lumbar", "lower-lumbar": "lower lumbar", "somewhere-in-back": "somewhere in the back", "leg-below-knee": "leg below the knee", elsewhere: "elsewhere" };
const sideWords: Readonly<Record<PainSide, string>> = { left: "left", middle: "middle", right: "right" };

function diarySection({ entries, weekly, today, runs, tell, units }: ReportFacts): ReportSection {
  const title = "Back pain by the diary (0 to 10)";
  const recent = worstByDay(entries, today - 7 * weeksShown);
  if (recent.size === 0) return { title, blocks: [{ kind: "text", text: "No entries in the last twelve weeks." }] };
  const ratings = [...recent.values()];
  const painful = ratings.filter((rating) => rating > 0);
  const places = painPlacesOf(entries.flatMap(({ pains }) => pains)).toSorted((one, other) => other.entries - one.entries);
  const weeks = weeksOf(recent, runs, today, tell);
  const last = weekly.at(-1);
  return {
    title, blocks: [
      { kind: "weeks", caption: "Last twelve weeks: bars are distance run, dots the week’s worst pain", weeks, scale: scaleOf(weeks, units) },
      { kind: "facts", rows: [
        ["Days with an entry, of 84", `${recent.size}; with pain ${painful.length}, without ${recent.size - painful.length}`],
        ["Worst of a painful day", painful.length === 0 ? "no pain noted" : `median ${numberWords(median(Float64Array.from(painful)))}, highest ${numberWords(Math.max(...painful))}`],
        ["Where, most often", places.slice(0, 3).map(({ region, side, entries: count }) => `${placeWords(region, side)} (${count})`).join("; ") || "nowhere"],
        ...(last ? [["OSTRC-O2, low back", `${last.score} of 100 for the week to ${shortDay(last.day)}${weekly.length > 1 ? `; ${weekly.length} weeks answered, median ${numberWords(median(Float64Array.from(weekly, ({ score }) => score)))}` : ""}`] as const] : []),
      ] },
      ...(places.length === 0 ? [] : [{ kind: "back" as const, caption: "Where it hurt: entries that marked the place", painfulEntries: entries.filter(({ pains }) => pains.length > 0).length, places }]),
    ],
  };
}

const placeWords = (region: PainRegion, side: PainSide): string => (region === "somewhere-in-back" ? regionWords[region] : `${regionWords[region]}, ${sideWords[side]}`);

/** Two or three round distances, up to the furthest week. */
function scaleOf(weeks: readonly ReportWeek[], { distance: unit }: ReportUnits): readonly DistanceMark[] {
  const furthest = Math.max(0, ...weeks.map(({ distance }) => distance)) / metresPer[unit];
  if (furthest <= 0) return [];
  const rough = 10 ** Math.floor(Math.log10(furthest / 2));
  const step = [5, 2, 1].map((factor) => factor * rough).find((each) => furthest / each >= 2) ?? rough;
  const marks = Math.floor(furthest / step);
  return Array.from({ length: marks }, (_, index) => (index + 1) * step).filter((_, index) => (marks - 1 - index) % Math.ceil(marks / 3) === 0).map((value) => ({ distance: value * metresPer[unit], words: `${numberWords(value, value < 1 ? 1 : 0)}${thinSpace}${unit}` }));
}

function worstByDay(entries: readonly PainEntry[], from: number): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const entry of entries) {
    const day = Math.floor((entry.at + entry.utcOffset) / 86_400);
    if (day > from) days.set(day, Math.max(days.get(day) ?? 0, worstPainRating(entry)));
  }
  return days;
}

function weeksOf(pain: ReadonlyMap<number, number>, runs: readonly ReportedRun[], today: number, tell: TellDistance): readonly ReportWeek[] {
  return Array.from({ length: weeksShown }, (_, index): ReportWeek => {
    const first = today - 7 * (weeksShown - index) + 1;
    const isIn = (day: number): boolean => day >= first && day < first + 7;
    const distance = runs.filter(({ day }) => isIn(day)).reduce((sum, run) => sum + run.distance, 0);
    const ratings = [...pain].filter(([day]) => isIn(day)).map(([, rating]) => rating);
    return { name: shortDay(first), distance, distanceWords: tell(distance), worstPain: ratings.length === 0 ? null : Math.max(...ratings) };
  });
}

function linkSection({ link }: ReportFacts): ReportSection {
  const { running, factors, unseen, heldConstant, days, daysWithEntry, runDays } = link;
  if (daysWithEntry === 0) return { title: "Does the pain go with running?", blocks: [{ kind: "text", text: "No diary yet: this cannot be asked." }] };
  if (runDays === 0) return { title: "Does the pain go with running?", blocks: [{ kind: "text", text: "No runs beside the diary yet: this cannot be asked." }] };
  const told = factors.filter(({ verdict }) => verdict.kind !== "not-enough").slice(0, 5);
  const waiting = factors.length - factors.filter(({ verdict }) => verdict.kind !== "not-enough").length;
  return {
    title: "Does the pain go with running?", blocks: [
      { kind: "text", text: `${running.sureness ?? ""} Days with a run are compared with this runner’s own days without one, at the same hours, pain before held constant${heldConstant.length > 0 ? `, and ${heldConstant.join(", ")}` : ""}: ${daysWithEntry} of ${days} days can be told by an entry in their hours, ${runDays} with a run.`.trim() },
      ...(running.effects.length === 0 ? [] : [{ kind: "table" as const, caption: "Pain on days with a run, over days without", head: ["When", "Points of 10 (95 % interval)", "Days, with a run"], rows: running.effects.map(({ lagWords, points, range, days: counted, runDays: with_ }) => [lagWords, points ? pointsWords(points) : range ? `between ${numberWords(range.low, 1)} and ${numberWords(range.high, 1)}: no look between the evening before and the run` : "", `${counted}, ${with_}`]) }]),
      ...(told.length === 0 ? [] : [{ kind: "table" as const, caption: "With which part of it", head: ["What", "By this runner’s own data"], rows: told.map(({ name, sentence }) => [name, sentence]) }]),
      { kind: "note", text: `${waiting > 0 ? `Of ${waiting} more things there is not enough yet. ` : ""}${unseen}` },
    ],
  };
}

const pointsWords = ({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }): string => `${value > 0 ? "+" : ""}${numberWords(value, 1)} (${bandWords(low, high, 1)})`;
const bandOf = ({ value, low, high }: Quantity, digits: number): string => `${numberWords(value, digits)} (${bandWords(low, high, digits)})`;

function runsSection({ runs, runsInAll, tell, units }: ReportFacts): ReportSection {
  const title = "Runs and loads, last twelve weeks";
  if (runs.length === 0) return { title, blocks: [{ kind: "text", text: runsInAll === 0 ? "No runs recorded yet." : `None; ${runsInAll} before that.` }] };
  const total = runs.reduce((sum, { distance }) => sum + distance, 0);
  const middle = (of: (run: ReportedRun) => number | null): number => median(Float64Array.from(runs.flatMap((run) => of(run) ?? [])));
  const typical = (of: (run: ReportedRun) => Quantity | null): Quantity | null => middleRun(runs.flatMap((run) => of(run) ?? []));
  const [l5s1, force] = [typical(({ l5s1Peak }) => l5s1Peak), typical(({ peakForce }) => peakForce)];
  return {
    title, blocks: [{ kind: "facts", rows: [
      ["Runs", `${runs.length} (${numberWords(runs.length / weeksShown, 1)} a week), ${tell(total)} in all; ${runsInAll} known altogether`],
      ["A usual run", `${tell(middle(({ distance }) => distance))} in ${timeWords(middle(({ movingTime }) => movingTime))}, ${numberWords((3600 / metresPer[units.distance]) * middle(({ distance, movingTime }) => (movingTime > 0 ? distance / movingTime : null)), 1)}${thinSpace}${units.distance === "mi" ? "mph" : "km/h"}, ${numberWords(60 * middle(({ stepRate }) => stepRate))} steps/min`],
      ["Longest", tell(Math.max(...runs.map(({ distance }) => distance)))],
      ...(force ? [["Peak vertical force", `${bandOf(force, 1)} body weights in a usual footfall, ${force.basis}`] as const] : []),
      ...(l5s1 ? [["Compression L5–S1", `${bandOf(l5s1, 1)} body weights at its peak, ${l5s1.basis}; models and measurements of the disc disagree by about that much`] as const] : []),
    ] }],
  };
}

/** The run in the middle by its value, with its own band. */
function middleRun(quantities: readonly Quantity[]): Quantity | null {
  return quantities.toSorted((one, other) => one.value - other.value)[Math.floor(quantities.length / 2)] ?? null;
}

function postureSection({ posture, toldLean }: ReportFacts): ReportSection {
  const lean = posture?.lean ? `${bandOf(posture.lean, 0)}° forward while running, from a side view or told with its error, ${fullDay(dayOfIso(posture.day) ?? 0)}` : toldLean === null ? "not measured; the model takes a usual one" : `${numberWords(toldLean)}°, as told`;
  return { title: "Posture", blocks: [{ kind: "facts", rows: [["Trunk lean", lean], ["Lumbar lordosis, standing", posture?.lordosis ? `${bandOf(posture.lordosis, 0)}°` : "not measured"]] }, { kind: "note", text: "What lean does to the lumbar spine in running was never measured in runners: it is a hypothesis from standing." }] };
}

function shoesSection({ shoes, surfaces, tell }: ReportFacts): ReportSection {
  const known = surfaces.filter(({ surface }) => surface !== "unknown").slice(0, 4);
  return {
    title: "Shoes and ground", blocks: [
      shoes.length === 0 ? { kind: "text", text: "No pair was told." }
        : { kind: "table", caption: "Pairs in use", head: ["Pair", "Run in it", "Last four weeks", "Foam still absorbs"], rows: shoes.slice(0, 5).map(({ name, distance, recentDistance, absorption }) => [name, tell(distance), tell(recentDistance), `${bandOf({ ...absorption, value: 100 * absorption.value, low: 100 * absorption.low, high: 100 * absorption.high }, 0)}${thinSpace}%`]) },
      { kind: "note", text: `${known.length === 0 ? "The ground of the runs is not known." : `Ground, where known: ${known.map(({ surface, share }) => `${surface} ${numberWords(100 * share)}${thinSpace}%`).join(", ")}.`} On average studies did not find softer shoes or ground to lower the load.` },
    ],
  };
}

function experimentsSection({ experiments }: ReportFacts): ReportSection {
  const title = "Experiments";
  if (experiments.length === 0) return { title, blocks: [{ kind: "text", text: "None yet." }] };
  return { title, blocks: [{ kind: "table", caption: "One change at a time; chance decided which runs had it", head: ["What", "State", "Found"], rows: experiments.slice(0, 4).map(({ name, state, result }) => [name, state, result ?? "not over yet"]) }] };
}

function nextSection({ findings: { next }, plan, planEnergy }: ReportFacts): ReportSection {
  return {
    title: "What could be tried next, the smallest change first", blocks: [
      ...(next.length === 0 ? [{ kind: "text" as const, text: "Nothing in the running asks for a change." }]
        : [{ kind: "table" as const, caption: "One at a time", head: ["Change", "What may be expected", "How it will be seen"], rows: next.map(({ title, pain, load, check }) => [title, load ? `${pain} Load on L5–S1 in each footfall ${percentWords(load)}.` : pain, check]) }]),
      ...(plan === null ? [] : [{ kind: "text" as const, text: `The coming week: ${plan}${planEnergy ? ` About ${energyWords(planEnergy)} above standing still.` : ""}` }]),
    ],
  };
}

function basisSection({ units, runs, runner, posture, toldLean, surfaces, shoes, modelVersion }: ReportFacts): ReportSection {
  const measured = runs.length === 0 ? 0 : runs.reduce((sum, { measuredShare }) => sum + measuredShare, 0) / runs.length;
  const known = surfaces.filter(({ surface }) => surface !== "unknown").reduce((sum, { share }) => sum + share, 0);
  const { mass, height } = assumedBody[runner.sex ?? "unknown"];
  return {
    title: "What was measured, and what assumed", blocks: [
      { kind: "table", caption: "", head: ["What", "How it was come by"], rows: [
        ["Pain, safety answers", "told by the runner; days without an entry are left out, never filled in"],
        ["Distance, speed, step rate", "measured by the watch"],
        ["Contact time", `measured in ${numberWords(100 * measured)}${thinSpace}% of the runs’ footfalls, else reconstructed from speed, step rate and body`],
        ["Forces, disc loads", `simulated from these by model ${modelVersion}; no load was measured on this runner`],
        ["Body", runner.mass !== null && runner.height !== null ? "mass and height told" : `assumed where not told: ${massWords(mass.value, units)} (${massWords(mass.low, units)} to ${massWords(mass.high, units)}), ${heightWords(height.value, units)}`],
        ["Trunk lean", posture?.lean ? "measured or told with its error" : toldLean === null ? "assumed" : "told"],
        ["Shoe and ground", `${shoes.length === 0 ? "shoes not told" : "shoes told, their stiffness usual for their kind unless tested"}; ground known for ${numberWords(100 * known)}${thinSpace}% of the way`],
      ] },
      { kind: "note", text: "Load is not harm, and less is not better: discs of runners look healthier than others’, and discs lose as much height in runners without back pain. Sources, and the model held against published measurements: Footfall, Evidence." },
    ],
  };
}
