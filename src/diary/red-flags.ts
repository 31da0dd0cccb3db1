import type { PainEntry } from "../domain/index.ts";
import { worstPainRating } from "../domain/index.ts";
import { sources, type SourceId } from "../literature/index.ts";

/** What a sign asks for: help today, or an appointment soon. */
export type Urgency = "today" | "soon";

export interface RedFlag {
  readonly id: string;
  readonly question: string;
  readonly urgency: Urgency;
  /** What the sign is asked for; no diagnosis. */
  readonly reason: string;
  readonly sources: readonly SourceId[];
}

/** When the list was last held against its sources. */
export const redFlagsReviewed = "2026-11-22";

const framework = ["ifompt-red-flags-2020"] as const satisfies readonly SourceId[];
const both = ["ifompt-red-flags-2020", "nice-ng59"] as const satisfies readonly SourceId[];
const caudaEquina = "nerves at the base of the spine may be pressed, which is rare and must be looked at within hours";

/** Signs that are asked for before anything is analysed. One alone is often harmless: the list says who should be looked at, not what they have. */
export const redFlags: readonly RedFlag[] = [
  { id: "saddle-numbness", question: "Numbness or tingling between the legs, around the genitals or the back passage?", urgency: "today", reason: caudaEquina, sources: both },
  { id: "bladder-or-bowel", question: "New trouble passing or holding urine or stool, or a new loss of sexual feeling?", urgency: "today", reason: caudaEquina, sources: both },
  { id: "both-legs", question: "Pain, tingling or numbness down both legs?", urgency: "today", reason: caudaEquina, sources: both },
  { id: "leg-weakness", question: "A leg or foot that is weak, or is growing weaker?", urgency: "today", reason: "a nerve may be losing its function", sources: both },
  { id: "trauma", question: "Did it start after a heavy fall, blow or accident, or after a light one with brittle bones or long use of steroids?", urgency: "today", reason: "a bone may be broken", sources: framework },
  { id: "fever", question: "Fever, shivering or feeling ill with it, a weakened immune system, or drugs injected?", urgency: "today", reason: "an infection has to be ruled out", sources: framework },
  { id: "belly-pulse", question: "A sudden tearing pain in belly or back, or a throbbing in the belly?", urgency: "today", reason: "a large blood vessel has to be looked at", sources: framework },
  { id: "cancer-history", question: "Have you ever had cancer?", urgency: "soon", reason: "a doctor should know of it when the back hurts anew", sources: framework },
  { id: "weight-loss", question: "Have you lost weight without meaning to?", urgency: "soon", reason: "its cause has to be found", sources: framework },
  { id: "night-pain", question: "Pain that keeps you awake whatever position you lie in?", urgency: "soon", reason: "pain that no rest eases has to be looked at", sources: framework },
  { id: "first-at-this-age", question: "Is this your first back pain, and are you under 20 or over 55?", urgency: "soon", reason: "new back pain at this age is looked at sooner", sources: framework },
  { id: "bone-stress", question: "Pain at one spot of bone that grows with every run, with missed periods or much weight lost through training?", urgency: "soon", reason: "a bone may be overstrained", sources: [] },
];

/** Why the questions are asked now; null when they need not be. */
export type RedFlagOccasion = "first-entry" | "severe-pain" | "changed-pattern";

const severe = 7;
/** A pattern is what the last weeks' entries were; fewer are none yet. */
const patternEntries = 10;

/** Whether a new entry calls for the questions: the very first, pain of 7 or more, or a change: pain at a place it never was, below the knee above all, or 3 points above anything of late. */
export function redFlagOccasion(entry: PainEntry, earlier: readonly PainEntry[]): RedFlagOccasion | null {
  if (earlier.length === 0) return "first-entry";
  if (worstPainRating(entry) >= severe) return "severe-pain";
  const lately = earlier.filter(({ at }) => at < entry.at).toSorted((one, other) => other.at - one.at).slice(0, 60);
  const knownRegions = new Set(lately.flatMap(({ pains }) => pains.map(({ region }) => region)));
  const isNewInLeg = entry.pains.some(({ region }) => region === "leg-below-knee") && !knownRegions.has("leg-below-knee");
  if (isNewInLeg) return "changed-pattern";
  if (lately.length < patternEntries) return null;
  const isNewPlace = knownRegions.size > 0 && entry.pains.some(({ region }) => !knownRegions.has(region));
  const worst = Math.max(...lately.map(worstPainRating));
  return isNewPlace || worstPainRating(entry) >= worst + 3 ? "changed-pattern" : null;
}

/** What the answers call for; null where nothing was marked. The most urgent decides, its reasons are told. */
export function redFlagAdvice(marked: readonly string[]): { readonly urgency: Urgency; readonly reasons: readonly RedFlag[] } | null {
  const reasons = redFlags.filter(({ id }) => marked.includes(id));
  if (reasons.length === 0) return null;
  return { urgency: reasons.some(({ urgency }) => urgency === "today") ? "today" : "soon", reasons: reasons.toSorted((one, other) => Number(other.urgency === "today") - Number(one.urgency === "today")) };
}

/** The works the list rests on. */
export function redFlagWorks(): readonly { readonly id: SourceId; readonly title: string; readonly doi: string | null }[] {
  return [...new Set(redFlags.flatMap((flag) => flag.sources))].map((id) => ({ id, title: sources[id].title, doi: sources[id].doi }));
}
