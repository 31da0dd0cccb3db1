import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles, openStore } from "../app/storage/index.ts";
import { generatedFiles, parseByPeer, realFiles, type BenchFile } from "./files.ts";
import { interleave } from "./interleave.ts";
import type { BenchResult } from "./result.ts";

/** Files decoded, reconstructed, modelled and stored, one after the other, against fit-file-parser merely decoding them. */
export async function analyseFiles(): Promise<readonly BenchResult[]> {
  const files = [...generatedFiles(8), ...realFiles()];
  const { ours, peer } = await interleave(
    5,
    () => storeAll(files),
    () => {
      for (const { bytes } of files) parseByPeer(bytes);
    },
  );
  return [{ name: "analyse-files", value: files.length / ours, unit: "files/s", peer: "fit-file-parser", peerValue: files.length / peer, ratio: peer / ours }];
}

async function storeAll(files: readonly BenchFile[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "footfall-bench-"));
  const store = openStore(home);
  try {
    const notStored: string[] = [];
    await importFiles(store, files, {
      source: "bench", now: 0,
      onOutcome: ({ file, imported }) => void (imported.length === 0 && notStored.push(file)),
    });
    if (notStored.length > 0) throw new Error(`not stored: ${notStored.join(", ")}`);
  } finally {
    store.close();
    rmSync(home, { recursive: true, force: true });
  }
}
