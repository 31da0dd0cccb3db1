import { readRecordings } from "../src/index.ts";
import { generatedFiles, parseByPeer, realFiles, totalBytes } from "./files.ts";
import { interleave } from "./interleave.ts";
import type { BenchResult } from "./result.ts";

/** From a FIT file's bytes to recordings in SI, against fit-file-parser on the same files. */
export async function fitDecode(): Promise<readonly BenchResult[]> {
  const files = [...generatedFiles(8), ...realFiles()];
  const { ours, peer } = await interleave(
    7,
    () => {
      for (const { bytes } of files) readRecordings(bytes);
    },
    () => {
      for (const { bytes } of files) parseByPeer(bytes);
    },
  );
  const megabytes = totalBytes(files) / 1e6;
  return [{ name: "fit-decode", value: megabytes / ours, unit: "MB/s", peer: "fit-file-parser", peerValue: megabytes / peer, ratio: peer / ours }];
}
