import { DiaryRefusal } from "./diary-schema.ts";

/** Tells local time minus UTC [s] at a local time [s since 1970 as if UTC] of a zone, as Europe/Berlin; null means this machine's own. */
export function zoneOffset(zone: string | null): (localSeconds: number) => number {
  const formatter = formatterOf(zone);
  const at = (seconds: number): number => {
    const name = formatter.formatToParts(seconds * 1000).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
    const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
    return (sign === "-" ? -60 : 60) * (60 * Number(hours) + Number(minutes));
  };
  // Once more with what was found: near a change of clocks the first guess is taken on its wrong side.
  return (local) => at(local - at(local));
}

function formatterOf(zone: string | null): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en", { timeZoneName: "longOffset", ...(zone === null ? {} : { timeZone: zone }) });
  } catch {
    throw new DiaryRefusal(`“${zone}” is no time zone; give one as Europe/Berlin`, "zone");
  }
}
