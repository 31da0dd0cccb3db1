import { median, type Recording, type Samples } from "../../src/index.ts";
import type { RecordingMeta } from "./recordings.ts";
import { decodeSamples, encodeSamples } from "./series-codec.ts";

/** A recording as it is stored. */
export interface EncodedRecording {
  readonly meta: RecordingMeta;
  /** Median of what the device felt [°C]; null where it felt none. */
  readonly temperature: number | null;
  readonly series: Uint8Array;
}

/** Puts a recording into the shape it is stored in. */
export function encodeRecording({ samples, pauses, notices, ...meta }: Recording): EncodedRecording {
  return { meta: { ...meta, pauses: [...pauses], notices: [...notices] }, temperature: temperatureOf(samples), series: encodeSamples(samples) };
}

/** Median temperature a device felt along a run [°C]; null where it felt none. */
export function temperatureOf({ temperatureCelsius }: Samples): number | null {
  const felt = temperatureCelsius?.filter(Number.isFinite) ?? new Float64Array();
  return felt.length === 0 ? null : median(felt);
}

/** What a recording is made from again. */
export type StoredRecording = Pick<EncodedRecording, "meta" | "series">;

/** The recording again. */
export function decodeRecording({ meta, series }: StoredRecording): Recording {
  return { ...meta, samples: decodeSamples(series) };
}
