import { plausibleWeather, type Sky, type ToldWeather } from "../../domain/index.ts";
import { parseDecimal } from "../xml/values.ts";

/** Entries of a workout's metadata that tell its weather; kept as Apple writes them. */
export const weatherKeys: readonly string[] = ["HKWeatherTemperature", "HKWeatherHumidity", "HKWeatherCondition"];

/** The weather that Apple noted with a workout: `64 degF`, `57 %`, and a number for the sky; null where it noted none. */
export function workoutWeather(metadata: ReadonlyMap<string, string>): ToldWeather | null {
  const [temperature, unit] = split(metadata.get("HKWeatherTemperature"));
  const [percent] = split(metadata.get("HKWeatherHumidity"));
  return plausibleWeather({
    from: "apple-health",
    airTemperatureCelsius: unit === "degF" ? (temperature - 32) / 1.8 : unit === "degC" ? temperature : unit === "K" ? temperature - 273.15 : null,
    // Some versions write a hundred times the per cent: 5700 % for 57.
    humidity: Number.isNaN(percent) ? null : percent > 100 ? percent / 10_000 : percent / 100,
    sky: skyOf(parseDecimal(metadata.get("HKWeatherCondition") ?? "")),
  });
}

function split(written = ""): readonly [value: number, unit: string] {
  const [value = "", unit = ""] = written.trim().split(/\s+/);
  return [parseDecimal(value), unit];
}

/** `HKWeatherCondition`: clear to smoky and dusty 1–11, of them windy 8 and blustery 9; snow, hail, sleet and freezing rain 12–20; drizzle, showers and thunderstorms 21–24; storms 25–27. */
function skyOf(condition: number): Sky | null {
  if (!(condition >= 1 && condition <= 27)) return null;
  if (condition === 8 || condition === 9 || condition >= 25) return "strong wind";
  return condition <= 11 ? "dry" : condition <= 20 ? "snow or ice" : "rain";
}
