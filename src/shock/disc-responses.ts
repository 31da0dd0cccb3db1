import type { BandedColumn, Body, DiscResponse, PerDisc, Quantity } from "../domain/index.ts";
import { remembered } from "../numerics/index.ts";
import { byLevel } from "./by-level.ts";
import { discBands, discLine, type LeverUncertainty } from "./lumbar-lever.ts";

/** How each disc answers to the force carried, with its band; drawn once for runs that are known alike. */
export function discResponses({ leanDegrees, leanSpread, forceSpread }: LeverUncertainty, body: Body): PerDisc<DiscResponse> {
  // A thousandth of spread moves a band's end by less than 0.2 %, and lets the runs of one runner share their bands.
  return drawnResponses({ uncertainty: { leanDegrees, leanSpread, forceSpread: Math.round(1000 * forceSpread) / 1000 }, body });
}

const mostKept = 32;

const drawnResponses = remembered(mostKept, (known) => JSON.stringify(known), ({ uncertainty, body }: { readonly uncertainty: LeverUncertainty; readonly body: Body }): PerDisc<DiscResponse> => {
  const bands = discBands(uncertainty, body);
  return byLevel((index, level) => ({ ...discLine(level, uncertainty.leanDegrees, body.height), bandAt: (force) => bands.at(index, force) }));
});

/** The mean force over a step is body weight, whatever the wave: the mean compression needs no shape. */
export function meanCompression({ gain, offset, bandAt }: DiscResponse, weight: number): Quantity {
  const mean = weight * (gain + offset);
  const band = bandAt(1);
  return { value: mean, low: mean * band.low, high: mean * band.high, unit: "N", basis: "simulated" };
}

/** A disc's peak compression, each part worked out when first asked for. */
export function compressionColumn(response: DiscResponse, forces: Float64Array, basis: Uint8Array): BandedColumn {
  const { gain, offset } = response;
  let value: Float64Array | undefined;
  let band: BandEnds | undefined;
  return {
    basis,
    get value() {
      return (value ??= onLine(gain, offset, forces));
    },
    get low() {
      return (band ??= readOff(bandEnds(response), forces)).low;
    },
    get high() {
      return (band ??= readOff(bandEnds(response), forces)).high;
    },
  };
}

function onLine(gain: number, offset: number, forces: Float64Array): Float64Array {
  const column = new Float64Array(forces.length);
  for (let row = 0; row < forces.length; row++) column[row] = gain * forces[row]! + offset;
  return column;
}

/** Forces at which a band's ends are worked out for a whole column [body weights]: between them they are lines to within a ten-thousandth. */
const nodeStep = 0.05;
const nodeCount = 241;

interface BandEnds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const endsOf = new WeakMap<DiscResponse, BandEnds>();

function bandEnds(response: DiscResponse): BandEnds {
  const known = endsOf.get(response);
  if (known) return known;
  const { gain, offset, bandAt } = response;
  const at = (pick: (band: { readonly low: number; readonly high: number }) => number) => (_: unknown, node: number): number => (gain * node * nodeStep + offset) * pick(bandAt(node * nodeStep));
  const ends = { low: Float64Array.from({ length: nodeCount }, at(({ low }) => low)), high: Float64Array.from({ length: nodeCount }, at(({ high }) => high)) };
  endsOf.set(response, ends);
  return ends;
}

function readOff({ low: lowNodes, high: highNodes }: BandEnds, forces: Float64Array): BandEnds {
  const low = new Float64Array(forces.length);
  const high = new Float64Array(forces.length);
  for (let row = 0; row < forces.length; row++) {
    const position = Math.min(nodeCount - 1.000001, Math.max(0, forces[row]! / nodeStep));
    const node = position | 0;
    const share = position - node;
    low[row] = lowNodes[node]! + share * (lowNodes[node + 1]! - lowNodes[node]!);
    high[row] = highNodes[node]! + share * (highNodes[node + 1]! - highNodes[node]!);
  }
  return { low, high };
}
