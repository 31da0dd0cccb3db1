import * as literature from "./literature/index.ts";
import { sources, type Evidence, type Source, type SourceId } from "./literature/index.ts";

/** A published work and the quantities of the model that were taken from it. */
export interface WorkUsed {
  readonly id: SourceId;
  readonly title: string;
  readonly doi: string | null;
  readonly doiVerified: boolean;
  readonly evidence: Evidence;
  /** Names of the quantities, in words; none where the work only serves as a test. */
  readonly gives: readonly string[];
}

/** Every work Footfall rests on; read off the literature itself, so that a new figure cannot be forgotten here. */
export function worksUsed(): readonly WorkUsed[] {
  const gives = new Map<string, Set<string>>();
  for (const [name, value] of Object.entries(literature)) if (value !== sources) collect(name, value, gives);
  return sourceIds().map((id) => {
    const { title, doi, doiVerified, evidence }: Source = sources[id];
    return { id, title, doi, doiVerified, evidence, gives: [...(gives.get(id) ?? [])].toSorted() };
  });
}

function sourceIds(): readonly SourceId[] {
  const isSource = (id: string): id is SourceId => id in sources;
  return Object.keys(sources).filter(isSource);
}

// The name of the table stands for all its rows; the parts of a figure are no tables.
function collect(name: string, value: unknown, gives: Map<string, Set<string>>): void {
  if (typeof value !== "object" || value === null) return;
  if ("source" in value) {
    if (typeof value.source === "string") gives.set(value.source, (gives.get(value.source) ?? new Set()).add(inWords(name)));
    return;
  }
  for (const part of Object.values(value)) collect(name, part, gives);
}

/** "muscleLeverArm" → "muscle lever arm". */
function inWords(name: string): string {
  return name.replace(/Degrees$/, "").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
