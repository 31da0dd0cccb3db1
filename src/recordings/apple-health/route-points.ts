import { parseDecimal, parseTime } from "../xml/values.ts";
import { readXml } from "../xml/read-xml.ts";
import type { RoutePoint } from "./workout.ts";

/** No route has more points: two days at one a second. */
const mostPoints = 172_800;

/** The points of a route file, which is GPX. */
export function routePoints(bytes: Uint8Array): RoutePoint[] {
  const points: RoutePoint[] = [];
  let latitude = NaN;
  let longitude = NaN;
  let values: Record<"ele" | "time" | "speed", string> | null = null;
  readXml(bytes, {
    isFull: () => points.length >= mostPoints,
    open(name, attributes) {
      if (name !== "trkpt") return;
      latitude = parseDecimal(attributes["lat"] ?? "");
      longitude = parseDecimal(attributes["lon"] ?? "");
      values = { ele: "", time: "", speed: "" };
    },
    close(name, text) {
      if (!values) return;
      if (name === "ele" || name === "time" || name === "speed") values[name] = text;
      else if (name === "trkpt") {
        const { time } = parseTime(values.time);
        if (!Number.isNaN(time)) points.push({ time, latitude, longitude, altitude: parseDecimal(values.ele), speed: parseDecimal(values.speed) });
        values = null;
      }
    },
  });
  return points;
}
