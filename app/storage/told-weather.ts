import { z } from "zod";
import { median, skies, weatherTellers, type ToldWeather } from "../../src/index.ts";
import type { Store } from "./open-store.ts";

/** The weather as it is stored with a recording, and told. */
export const toldWeather = z.object({
  from: z.enum(weatherTellers),
  airTemperatureCelsius: z.number().nullable(),
  humidity: z.number().nullable(),
  sky: z.enum(skies).nullable(),
}) satisfies z.ZodType<ToldWeather>;

const weatherRow = z.object({ day: z.number(), weather: z.string() });

/** The weather of each day with a run whose file tells one, by the run's own calendar [days since 1970-01-01]; of several runs the middle temperature, and the first sky. */
export function runWeather(store: Store, runnerId: number, { from, to }: { readonly from: number; readonly to: number }): ReadonlyMap<number, ToldWeather> {
  const rows = store.all(
    weatherRow,
    `SELECT CAST(floor((started_at + coalesce(json_extract(meta, '$.utcOffset'), 0)) / 86400) AS INTEGER) AS day, json_extract(meta, '$.weather') AS weather
     FROM recordings WHERE runner_id = ? AND deleted_at IS NULL AND started_at BETWEEN ? AND ? AND weather IS NOT NULL AND day BETWEEN ? AND ? ORDER BY started_at, id`,
    // A day begins and ends earlier or later by zone.
    runnerId, (from - 1) * 86_400, (to + 2) * 86_400, from, to,
  );
  const days = new Map<number, ToldWeather[]>();
  for (const { day, weather } of rows) days.set(day, [...(days.get(day) ?? []), toldWeather.parse(JSON.parse(weather))]);
  return new Map([...days].map(([day, told]) => [day, ofTheDay(told)]));
}

function ofTheDay(told: readonly ToldWeather[]): ToldWeather {
  const middle = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : median(Float64Array.from(known));
  };
  return {
    from: told[0]?.from ?? "fit",
    airTemperatureCelsius: middle(told.map(({ airTemperatureCelsius }) => airTemperatureCelsius)), humidity: middle(told.map(({ humidity }) => humidity)),
    sky: told.find(({ sky }) => sky !== null)?.sky ?? null,
  };
}
