/** What a day's sky can be, in the order of the diary's answers. */
export const skies = ["dry", "rain", "snow or ice", "strong wind"] as const;

export type Sky = (typeof skies)[number];

/** Who tells the weather in a file; each has it from a weather service, for the place and hour of the run. */
export const weatherTellers = ["apple-health", "fit", "strava"] as const;

/** The weather of a run as its file or account tells it: of the air, where a sensor at the wrist is warmed by it (`temperatureCelsius`). What is not told is null. */
export interface ToldWeather {
  readonly from: (typeof weatherTellers)[number];
  /** Air temperature [°C]. */
  readonly airTemperatureCelsius: number | null;
  /** Relative humidity of the air [1]. */
  readonly humidity: number | null;
  readonly sky: Sky | null;
}

/** The weather told, without what no place on earth has; null where nothing is left. */
export function plausibleWeather({ from, airTemperatureCelsius: air, humidity, sky }: ToldWeather): ToldWeather | null {
  const told: ToldWeather = {
    from, sky,
    airTemperatureCelsius: air !== null && air >= -60 && air <= 60 ? air : null,
    humidity: humidity !== null && humidity >= 0 && humidity <= 1 ? humidity : null,
  };
  return told.airTemperatureCelsius === null && told.humidity === null && told.sky === null ? null : told;
}
