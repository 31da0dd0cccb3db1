import { numberWords, thinSpace } from "./charts/index.ts";
import type { ToldWeather } from "./domain/index.ts";

const tellers: Readonly<Record<ToldWeather["from"], string>> = { "apple-health": "as Apple Health noted it", fit: "as the watch was sent it", strava: "as Strava tells it" };

/** The weather as people say it, and who told it. */
export function weatherWords({ from, airTemperatureCelsius, humidity, sky }: ToldWeather): string {
  const parts = [
    ...(sky === null ? [] : [sky]),
    ...(airTemperatureCelsius === null ? [] : [`${numberWords(airTemperatureCelsius, 0)}${thinSpace}°C in the air`]),
    ...(humidity === null ? [] : [`${numberWords(100 * humidity, 0)}${thinSpace}% humidity`]),
  ];
  return `${parts.join(", ")}, ${tellers[from]}`;
}
