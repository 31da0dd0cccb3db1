import { painsWords, type PainEntry, type PainOccasion, type PlacedPain } from "../../../../src/index.ts";

/** "ff-pain-2": the class of a rating's colour; nothing where there is none. */
export const painClass = (rating: number | undefined): string => (rating === undefined || rating < 1 ? "" : `ff-pain-${Math.min(4, Math.ceil(rating / 2) - 1)}`);

export const occasionWords: Record<PainOccasion, string> = { "during-run": "during a run", "after-run": "after a run", "apart-from-run": "apart from runs" };

/** What an entry says, worst place first. */
export const entryWords = ({ pains }: Pick<PainEntry, "pains">): string => (pains.length === 0 ? "No pain" : `Pain ${painsWords(pains)}`);

/** A place by one text. */
export const placeKey = ({ region, side }: Pick<PlacedPain, "region" | "side">): string => `${region} ${side}`;
