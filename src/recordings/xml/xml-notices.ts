import type { Notice } from "../../domain/index.ts";
import type { PointTable } from "./point-table.ts";
import { maximumPoints } from "./point-table.ts";
import type { XmlTrouble } from "./read-xml.ts";

/** What was lost or doubted in a track and in the XML around it. */
export function xmlNotices(points: PointTable, trouble: XmlTrouble | null): Notice[] {
  const notices: Notice[] = [];
  if (trouble) notices.push({ code: trouble.code, message: `${trouble.message}; its ${points.table.length === 1 ? "one good point was" : `${points.table.length} good points were`} kept` });
  if (points.withoutZone > 0) notices.push({ code: "time-without-zone", message: `${points.withoutZone} times are written without a time zone and were taken as UTC` });
  if (points.table.length >= maximumPoints) notices.push({ code: "too-many-records", message: `more than ${maximumPoints} points; the rest was left out` });
  return notices;
}
