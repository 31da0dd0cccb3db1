import { csvLine } from "../../src/index.ts";
import { saidRule, saidStretch, type Said } from "./said.ts";
import { checkAt, TableRefused, type TableRow } from "./table.ts";

/** Columns of what was said of runs: rows with the same `rule` are one rule, a row with `startedAt` is a stretch of the run that began then. */
export const saidColumns = ["rule", "runKind", "titleHas", "longerThanMetres", "startedAt", "fromMetres", "toMetres"] as const;

const exact = (value: number | null): string => (value === null ? "" : String(value));

/** Rows of a table; `before` are the cells that stand before the columns of what was said, for some choice. */
export function saidRows({ rules, stretches }: Said, before: (choice: string) => readonly string[]): string {
  const ruled = rules.flatMap(({ kind, titleHas, longerThan, choices }, index) => choices.map((choice) => csvLine([...before(choice), String(index + 1), kind ?? "", titleHas ?? "", exact(longerThan), "", "", ""])));
  const stretched = stretches.map(({ startedAt, from, to, choice }) => csvLine([...before(choice ?? ""), "", "", "", "", startedAt, exact(from), exact(to)]));
  return [...ruled, ...stretched].join("");
}

export const isSaid = (row: TableRow): boolean => row.text("rule") !== "" || row.text("startedAt") !== "";

/** What rows of a table say; `column` holds the choice. */
export function saidInRows(rows: readonly TableRow[], column: string): Said {
  const rules = new Map<number, { readonly row: TableRow; readonly choices: string[] }>();
  for (const row of rows) {
    const number = row.number("rule");
    if (number === null) continue;
    if (row.text("startedAt") !== "") throw new TableRefused(`line ${row.line}: a row is a rule or a stretch of a run, not both; leave rule or startedAt empty`);
    const rule = rules.get(number) ?? { row, choices: [] };
    rules.set(number, rule);
    rule.choices.push(row.text(column));
  }
  const ordered = [...rules].toSorted(([one], [other]) => one - other);
  return {
    rules: ordered.map(([, { row, choices }]) => checkAt(saidRule, { kind: orNull(row.text("runKind")), titleHas: orNull(row.text("titleHas")), longerThan: row.number("longerThanMetres"), choices }, `line ${row.line}`)),
    stretches: rows.filter((row) => row.text("startedAt") !== "").map((row) =>
      checkAt(saidStretch, { startedAt: row.text("startedAt"), from: row.number("fromMetres") ?? 0, to: row.number("toMetres"), choice: orNull(row.text(column)) }, `line ${row.line}`)),
  };
}

const orNull = (text: string): string | null => (text === "" ? null : text);

/** What a JSON file says. */
export function saidInJson({ rules = [], stretches = [] }: { readonly rules?: readonly unknown[] | undefined; readonly stretches?: readonly unknown[] | undefined }): Said {
  return {
    rules: rules.map((rule, index) => checkAt(saidRule, rule, `rule ${index + 1}`)),
    stretches: stretches.map((stretch, index) => checkAt(saidStretch, stretch, `stretch ${index + 1}`)),
  };
}
