import type { PainRegion, PainSide, PlacedPain } from "../domain/index.ts";
import { backDrawing, type BackMark } from "./drawing/back-drawing.ts";
import { painPlaceName } from "./drawing/back-figure.ts";
import { painStep } from "./drawing/pain-scale.ts";
import type { Picture } from "./picture.ts";

/** What a time of diary said of one place. */
export interface PainPlace {
  readonly region: PainRegion;
  readonly side: PainSide;
  /** Entries that marked it. */
  readonly entries: number;
  /** The middle one of their ratings, and the worst. */
  readonly usual: number;
  readonly worst: number;
}

/** Every place that was marked, with how often and how strong. */
export function painPlacesOf(pains: readonly PlacedPain[]): readonly PainPlace[] {
  const places = new Map<string, { readonly place: Pick<PainPlace, "region" | "side">; readonly ratings: number[] }>();
  for (const { region, side, painRating } of pains) {
    const known = places.get(`${region} ${side}`);
    if (known) known.ratings.push(painRating);
    else places.set(`${region} ${side}`, { place: { region, side }, ratings: [painRating] });
  }
  return [...places.values()].map(({ place, ratings }) => ({ ...place, entries: ratings.length, usual: ratings.toSorted((one, other) => one - other)[Math.floor(ratings.length / 2)] ?? 0, worst: Math.max(...ratings) }));
}

export interface PainPlacesInput {
  readonly places: readonly PainPlace[];
  /** Entries with pain anywhere: several places may be in one. */
  readonly painfulEntries: number;
}

/** Where it hurt, over many entries: the darker, the more often. */
export function painPlaces({ places, painfulEntries }: PainPlacesInput): Picture {
  const told = places.filter(({ entries }) => entries > 0).toSorted((one, other) => other.entries - one.entries);
  const title = "Where it hurt: the back from behind, each place with how many entries marked it";
  const text = told.length === 0
    ? "No place was marked."
    : `Of ${painfulEntries} ${painfulEntries === 1 ? "entry" : "entries"} with pain: ${told.map(({ region, side, entries, usual, worst }) => `${painPlaceName(region, side)} in ${entries}, usually ${Math.round(usual)} of 10, at worst ${worst}`).join("; ")}.`;
  return { svg: backDrawing("large", title, painMarks(told)), text };
}

/** What is drawn of each place: how often it was marked, the darker the more often. */
export function painMarks(places: readonly PainPlace[]): readonly BackMark[] {
  const counts = drawnCounts(places);
  const most = Math.max(1, ...counts.values());
  return places.map((place) => {
    const count = counts.get(drawnKey(place)) ?? place.entries;
    return { region: place.region, side: place.side, step: painStep(count / most), figure: String(count) };
  });
}

/** Elsewhere has one place on the drawing, whatever its side; so has what was not placed. */
const drawnKey = ({ region, side }: PainPlace): string => (region === "elsewhere" || region === "somewhere-in-back" ? region : `${region} ${side}`);

function drawnCounts(places: readonly PainPlace[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(drawnKey(place), (counts.get(drawnKey(place)) ?? 0) + place.entries);
  return counts;
}
