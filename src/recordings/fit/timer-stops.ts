import { numbers, type ColumnTable } from "../door/column-table.ts";
import { fitEpoch } from "./encode-fit.ts";

/** Stretches between the timer's stop and its next start [s since 1970-01-01T00:00:00Z]; the last stop ends the run and is none. */
export function timerStops(events: ColumnTable): { start: number; end: number }[] {
  const times = numbers(events, "timestamp");
  const kinds = numbers(events, "event");
  const types = numbers(events, "eventType");
  const stops: { start: number; end: number }[] = [];
  let stopped = NaN;
  for (let row = 0; row < events.length; row++) {
    if (kinds?.[row] !== timerEvent) continue;
    const time = (times?.[row] ?? NaN) + fitEpoch;
    const type = types?.[row] ?? NaN;
    if (stopTypes.has(type)) {
      if (Number.isNaN(stopped)) stopped = time;
    } else if (type === startType) {
      if (time > stopped) stops.push({ start: stopped, end: time });
      stopped = NaN;
    }
  }
  return stops;
}

const timerEvent = 0;
const startType = 0;
/** Stop, stop all, stop disable, stop disable all. */
const stopTypes = new Set([1, 4, 8, 9]);
