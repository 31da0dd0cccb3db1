import type { Posture, PostureFindings, PostureTaken, Quantity, SideView } from "../domain/index.ts";
import { toldLeanError } from "../literature/index.ts";
import { median } from "../numerics/index.ts";
import { leanStanding } from "./lean-standing.ts";
import { bandedAngle, sideViewAngles } from "./side-view-angles.ts";
import { surfaceLordosis } from "./surface-lordosis.ts";

/** Everything that can be read off one posture as taken. A side view goes before a told lean. */
export function postureFindings({ sideView, toldLean, inclinometer }: PostureTaken): PostureFindings {
  const angles = sideView ? sideViewAngles(sideView) : null;
  const lean = angles?.trunkLean ?? (toldLean && { value: toldLean.degrees, spread: toldLean.spreadDegrees ?? toldLeanError.value });
  const lordosis = inclinometer && surfaceLordosis(inclinometer);
  return {
    trunkLean: lean && bandedAngle(lean),
    trunkLeanSpreadDegrees: lean?.spread ?? null,
    trunkToHipAnkle: angles?.trunkToHipAnkle ? bandedAngle(angles.trunkToHipAnkle) : null,
    head: angles?.head ? bandedAngle(angles.head) : null,
    overstride: angles?.overstride ? bandedAngle(angles.overstride) : null,
    stepsPerMinute: sideView && stepsPerMinute(sideView),
    standing: lean && leanStanding(lean.value, lean.spread),
    surfaceLordosis: lordosis?.surface ?? null,
    lordosis: lordosis?.spinal ?? null,
  };
}

/** The posture in force on a day: the latest lean and the latest lordosis taken on it or before. Null where neither was. */
export function postureInForce(taken: readonly PostureTaken[], day: string): Posture | null {
  const known = taken.filter((one) => one.day <= day).toSorted((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0)).map(postureFindings);
  const withLean = known.find(({ trunkLean }) => trunkLean !== null);
  const withLordosis = known.find(({ lordosis }) => lordosis !== null);
  if (!withLean && !withLordosis) return null;
  return {
    trunkLeanDegrees: withLean?.trunkLean?.value ?? null, trunkLeanSpreadDegrees: withLean?.trunkLeanSpreadDegrees ?? null,
    lordosisDegrees: withLordosis?.lordosis?.value ?? null,
  };
}

/** Strides lie in this range of seconds; a longer gap holds several of them or another pass of the camera. */
const strideTimes = { low: 0.45, high: 1.1 } as const;

/** Two steps a stride; strides are told apart by mid-stances marked on the same leg, and true time by the rate the pictures were taken at. */
function stepsPerMinute({ strides, frameRate, captureRate }: SideView): Quantity | null {
  if (frameRate === null || captureRate === null) return null;
  const times = strides.flatMap(({ at, moment }) => (at === null || moment !== "mid-stance" ? [] : [(at * frameRate) / captureRate])).toSorted((one, other) => one - other);
  const gaps = times.slice(1).map((time, index) => time - times[index]!).filter((gap) => gap >= strideTimes.low && gap <= strideTimes.high);
  if (gaps.length === 0) return null;
  const stride = median(gaps);
  // The moment of mid-stance is found to about two hundredths of a second, at best to a picture.
  const error = (1.645 * Math.SQRT2 * Math.max(0.02, 1 / captureRate)) / Math.sqrt(gaps.length);
  return { value: 120 / stride, low: 120 / (stride + error), high: 120 / Math.max(strideTimes.low / 2, stride - error), unit: "steps/min", basis: "measured" };
}
