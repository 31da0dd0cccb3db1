import type { Recording } from "./domain/index.ts";

/** Kinds of run that a shoe or a surface can be given by default. */
export const runKinds = ["treadmill", "track", "trail", "road"] as const;

export type RunKind = (typeof runKinds)[number];

/** What a run was, as far as the recording tells: indoors it is a treadmill, else what the file or its title says; all that is left counts as road. */
export function runKind({ indoor, terrain, title }: Pick<Recording, "indoor" | "terrain" | "title">): RunKind {
  const says = (words: RegExp): boolean => title !== null && words.test(title);
  if (indoor === true || says(/\btreadmill\b/i)) return "treadmill";
  if (terrain === "track" || terrain === "trail") return terrain;
  if (terrain !== "street" && says(/\btrack\b/i)) return "track";
  if (terrain !== "street" && says(/\b(?:trail|fell|cross.?country)\b/i)) return "trail";
  return "road";
}
