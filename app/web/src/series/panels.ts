import { numberWords, thinSpace, type Basis, type DiscLevel } from "../../../../src/index.ts";
import type { RunSeries } from "../../../server/api.ts";
import { discName } from "../words/run-sentences.ts";
import { clockWords, paceOf, withBand, type Units } from "../words/units.ts";

type Column = readonly (number | null)[];

/** One of the stacked series: what it is called, its line, its band, and how its values are said. */
export interface Panel {
  readonly id: "pace" | "step-rate" | "contact-time" | "load";
  readonly name: string;
  readonly unit: string;
  readonly value: Column;
  readonly band: { readonly low: Column; readonly high: Column } | null;
  readonly basis: Basis;
  /** Faster is higher: a pace axis runs downward. */
  readonly isDownward: boolean;
  readonly tick: (value: number) => string;
  /** The value at a record with unit and band; null where there is none. */
  readonly words: (index: number) => string | null;
}

/** The four series of a run in the runner's units. */
export function panelsOf(series: RunSeries, disc: DiscLevel, loadBasis: Basis, units: Units): readonly Panel[] {
  const pace = series.speed.map((speed) => (speed === null || speed < 0.5 ? null : paceOf(speed, units)));
  const stepRate = scaled(series.stepRate, 60);
  const contact = { value: scaled(series.groundContactTime.value, 1000), low: scaled(series.groundContactTime.low, 1000), high: scaled(series.groundContactTime.high, 1000) };
  const load = series.compressionBodyWeights[disc];
  return [
    { id: "pace", name: "Pace", unit: `min/${units.distance}`, value: pace, band: null, basis: "measured", isDownward: true, tick: clockWords, words: (index) => said(pace[index], (value) => `${clockWords(value)}${thinSpace}/${units.distance}`) },
    { id: "step-rate", name: "Step rate", unit: "steps/min", value: stepRate, band: null, basis: "measured", isDownward: false, tick: (value) => numberWords(value), words: (index) => said(stepRate[index], (value) => `${numberWords(value)}${thinSpace}steps/min`) },
    { id: "contact-time", name: "Contact time", unit: "ms", value: contact.value, band: contact, basis: mostCommon(series.groundContactTimeBasis), isDownward: false, tick: (value) => numberWords(value), words: (index) => banded(contact, index, 0, "ms") },
    { id: "load", name: `Load on ${discName(disc)}`, unit: "× body weight", value: load.value, band: load, basis: loadBasis, isDownward: false, tick: (value) => numberWords(value, 1), words: (index) => banded(load, index, 1, "× body weight") },
  ];
}

const scaled = (column: Column, times: number): Column => column.map((value) => (value === null ? null : value * times));

const said = (value: number | null | undefined, words: (value: number) => string): string | null => (value === null || value === undefined ? null : words(value));

function banded(column: { readonly value: Column; readonly low: Column; readonly high: Column }, index: number, digits: number, unit: string): string | null {
  const [value, low, high] = [column.value[index], column.low[index], column.high[index]];
  return value === null || value === undefined ? null : `${withBand({ value, low: low ?? value, high: high ?? value }, digits)}${thinSpace}${unit}`;
}

function mostCommon(all: readonly (Basis | null)[]): Basis {
  const counts = new Map<Basis, number>();
  for (const basis of all) if (basis) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? "reconstructed";
}
