import { plausibleWeather, type Sky, type ToldWeather } from "../../domain/index.ts";
import { numberAt } from "../door/column-table.ts";
import type { FitPart } from "./decode-fit.ts";

/** The weather of the place as the watch was sent it before the run: the first report of now, not of the hours to come; null where there is none. */
export function partWeather({ tables: { weatherConditions: table } }: FitPart): ToldWeather | null {
  for (let row = 0; row < table.length; row++) {
    if (numberAt(table, "report", row) !== 0) continue;
    const told = (name: string): number | null => {
      const value = numberAt(table, name, row);
      return Number.isNaN(value) ? null : value;
    };
    const percent = told("humidity");
    return plausibleWeather({ from: "fit", airTemperatureCelsius: told("temperature"), humidity: percent === null ? null : percent / 100, sky: skies[numberAt(table, "condition", row)] ?? null });
  }
  return null;
}

/** `weather_status` of the FIT profile. */
const skies: Readonly<Record<number, Sky>> = {
  0: "dry", 1: "dry", 2: "dry", 8: "dry", 11: "dry", 22: "dry", 5: "strong wind",
  3: "rain", 6: "rain", 13: "rain", 14: "rain", 15: "rain", 16: "rain", 17: "rain",
  4: "snow or ice", 7: "snow or ice", 12: "snow or ice", 18: "snow or ice", 19: "snow or ice", 20: "snow or ice", 21: "snow or ice",
};
