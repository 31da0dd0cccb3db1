import type { TruthRow } from "../../../server/api.ts";

/** Rows that share a name, in the order the names first come. */
export function groupRows(rows: readonly TruthRow[], nameOf: (row: TruthRow) => string): ReadonlyMap<string, readonly TruthRow[]> {
  const groups = new Map<string, TruthRow[]>();
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  return groups;
}
