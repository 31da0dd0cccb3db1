import { numberWords, bandWords, oneCameraAngleError, usualTrunkLeanDegrees, type Quantity } from "../../src/index.ts";
import type { listPostures } from "../storage/index.ts";

type Entry = ReturnType<typeof listPostures>[number];

/** Postures, one block each. */
export function postureListText(entries: readonly Entry[]): string {
  if (entries.length === 0) return "No posture yet. footfall posture add --help says how one is taken; the web app has the side view.\n";
  return entries.map(postureLines).join("\n");
}

/** One posture with what follows from it. */
export function postureLines({ id, day, sideView, note, findings }: Entry): string {
  const rows: readonly (readonly [string, Quantity | null, number, string])[] = [
    ["trunk to vertical", findings.trunkLean, 0, "°"], ["trunk to hip–ankle line", findings.trunkToHipAnkle, 0, "°"], ["head to vertical", findings.head, 0, "°"],
    ["overstride", findings.overstride, 0, "°"], ["step rate", findings.stepsPerMinute, 0, " steps/min"], ["lower back on the skin", findings.surfaceLordosis, 0, "°"],
    ["lordosis for the model", findings.lordosis, 0, "°"], ["L5-S1 in the lever model", findings.leverLoad, 2, " × that at a usual lean"],
  ];
  const told = rows.flatMap(([name, quantity, digits, unit]) => (quantity ? [`  ${name.padEnd(26)}${numberWords(quantity.value, digits)} (${bandWords(quantity.low, quantity.high, digits)})${unit}`] : []));
  const source = sideView ? `${sideView.strides.length} marked ${sideView.strides.length === 1 ? "picture" : "pictures"}; one camera is off by ${oneCameraAngleError.low}–${oneCameraAngleError.high}°` : "measured elsewhere";
  return [`${day}  posture ${id}, ${source}`, ...told, ...(findings.standing ? [`  ${standingWords(findings.standing)}`] : []), ...(note === null ? [] : [`  ${note}`]), ""].join("\n");
}

function standingWords({ place, veryUpright, usual, hunched }: NonNullable<Entry["findings"]["standing"]>): string {
  const tenths = (share: number): string => `${Math.round(share * 10)} in 10`;
  const names = { "very-upright": "very upright", usual: "in the usual range", hunched: "hunched", "cannot-tell": "cannot tell where it lies" } as const;
  return `${names[place]} (usual ${usualTrunkLeanDegrees.low}–${usualTrunkLeanDegrees.high}°): very upright ${tenths(veryUpright)}, usual ${tenths(usual)}, hunched ${tenths(hunched)}`;
}
