import { readTime } from "./table-times.ts";
import { plainWords } from "./table-text.ts";

/** What a column of a pain diary can hold. `time` is day and time of day in one; `entry` names the rows that belong together. */
export const tableFields = ["entry", "time", "date", "clock", "utcOffsetMinutes", "occasion", "region", "side", "painRating", "note"] as const;
export type TableField = (typeof tableFields)[number];

/** Which column holds what, counted from 0. */
export type TableMapping = Readonly<Partial<Record<TableField, number>>>;

/** Headings as programs and people write them in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const headings: Readonly<Record<TableField, readonly string[]>> = {
  entry: ["entry"],
  time: ["time stamp", "timestamp", "datetime", "date time", "date/time", "date and time", "date & time", "started", "start", "start time", "logged at", "recorded at", "created at", "zeitpunkt", "datum uhrzeit", "datum und uhrzeit", "date et heure", "fecha y hora", "data e ora", "datum en tijd", "data e hora", "moment", "when", "wann", "quand", "cuando", "quando", "wanneer"],
  date: ["date", "full date", "day", "datum", "tag", "jour", "fecha", "dia", "data", "giorno", "dag"],
  clock: ["time", "time of day", "hour", "uhrzeit", "zeit", "tageszeit", "heure", "hora", "ora", "tijd"],
  utcOffsetMinutes: ["utc offset", "start utc offset", "offset"],
  occasion: ["occasion"],
  region: ["region", "location", "locations", "pain location", "pain locations", "body part", "body parts", "body area", "place", "where", "site", "pain positions", "ort", "stelle", "korperstelle", "korperregion", "lokalisation", "schmerzort", "wo", "bereich", "localisation", "lieu", "zone", "ou", "ubicacion", "zona", "lugar", "donde", "sede", "localizzazione", "dove", "locatie", "plaats", "waar", "local", "localizacao", "onde"],
  side: ["side", "seite", "cote", "lado", "lato", "kant", "zijde"],
  painRating: ["painrating", "pain rating", "pain", "pain level", "pain score", "pain intensity", "pain severity", "intensity", "severity", "level", "nrs", "vas", "schmerz", "schmerzen", "schmerzstarke", "schmerzintensitat", "schmerzlevel", "starke", "douleur", "niveau de douleur", "intensite", "intensite de la douleur", "dolor", "nivel de dolor", "intensidad", "intensidad del dolor", "dolore", "livello di dolore", "intensita", "intensita del dolore", "pijn", "pijnscore", "pijnniveau", "dor", "nivel de dor", "intensidade"],
  note: ["note", "notes", "comment", "comments", "remark", "remarks", "description", "notiz", "notizen", "bemerkung", "bemerkungen", "kommentar", "remarque", "remarques", "commentaire", "commentaires", "nota", "notas", "comentario", "comentarios", "commento", "commenti", "opmerking", "opmerkingen", "observacao", "observacoes"],
};

/** Which column most likely holds what, from the headings and, where they leave it open, the first cells below them. */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): TableMapping {
  const names = header.map(plainWords);
  const mapping: Partial<Record<TableField, number>> = {};
  const isFree = (column: number): boolean => !Object.values(mapping).includes(column);
  for (const field of tableFields) {
    const column = headings[field].map((heading) => names.indexOf(heading)).find((index) => index >= 0 && isFree(index));
    if (column !== undefined) mapping[field] = column;
  }
  const sample = (column: number | undefined): string => (column === undefined ? "" : rows.map((cells) => cells[column]?.trim() ?? "").find((cell) => cell !== "") ?? "");
  const holdsDay = (column: number | undefined): boolean => readTime(sample(column), "day-month-year") !== null || readTime(sample(column), "month-day-year") !== null;
  const holdsClock = (column: number | undefined): boolean => holdsDay(column) && readTime(sample(column), "day-month-year")?.clock !== null;
  // A column called "date" may hold the time of day too, one called "time" the day.
  if (mapping.time === undefined && mapping.clock === undefined && holdsClock(mapping.date)) renamed(mapping, "date", "time");
  if (mapping.time === undefined && mapping.date === undefined && holdsDay(mapping.clock)) renamed(mapping, "clock", "time");
  if (mapping.time !== undefined && mapping.date !== undefined && !holdsDay(mapping.time)) renamed(mapping, "time", "clock");
  return mapping;
}

function renamed(mapping: Partial<Record<TableField, number>>, from: TableField, to: TableField): void {
  const column = mapping[from];
  if (column === undefined) return;
  delete mapping[from];
  mapping[to] = column;
}
