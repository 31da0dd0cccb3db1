import * as literature from "../../src/literature/index.ts";
import { sources, type Source } from "../../src/literature/index.ts";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isFigure = (value: unknown): value is literature.Figure => isObject(value) && "value" in value && "source" in value;
const isSource = (id: string): id is literature.SourceId => id in sources;

/** The figures of the literature's tables with these names, as a Markdown table. */
export function figuresTable(names: readonly string[]): string {
  const tables: Readonly<Record<string, unknown>> = literature;
  const rows = names.flatMap((name) => {
    if (!(name in tables)) throw new Error(`src/literature exports no ${name}`);
    return rowsOf(name, tables[name]);
  });
  return ["| figure | value | range | unit | evidence | source | where |", "|---|---|---|---|---|---|---|", ...rows.map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
}

function rowsOf(name: string, value: unknown): readonly (readonly string[])[] {
  if (isFigure(value)) {
    const { low, high, unit, source, where, population, evidence } = value;
    return [[inWords(name), number(value.value), `${number(low)} – ${number(high)}`, unit, evidence, source === null ? "assumed" : citation(source), population === "-" ? where : `${where} (${population})`]];
  }
  if (typeof value === "number") return [[inWords(name), number(value), "", "", "D", "", ""]];
  if (Array.isArray(value)) return [[inWords(name), value.every((entry) => typeof entry === "number") ? value.map(number).join(", ") : `${value.length} rows`, "", "", "", citations(value), ""]];
  if (value === null) return [[inWords(name), "not known", "", "", "A", "", ""]];
  return isObject(value) ? Object.entries(value).flatMap(([key, part]) => rowsOf(`${name}, ${key}`, part)) : [];
}

function citations(rows: readonly unknown[]): string {
  const ids = rows.flatMap((row) => (isObject(row) && typeof row["source"] === "string" ? [row["source"]] : []));
  return [...new Set(ids)].map(citation).join(", ");
}

function citation(id: string): string {
  if (!isSource(id)) throw new Error(`no source ${id}`);
  const { doi }: Source = sources[id];
  return doi === null ? id : `[${id}](https://doi.org/${doi.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

/** Five figures at most, powers of ten where zeros would stand. */
function number(value: number): string {
  const short = Number(value.toPrecision(5));
  const text = Math.abs(short) >= 1e5 || (short !== 0 && Math.abs(short) < 1e-3) ? short.toExponential().replace("e+", "·10^").replace("e-", "·10^−") : String(short);
  return text.replace(/^-/, "−");
}

/** "muscleLeverArm" → "muscle lever arm". */
function inWords(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
