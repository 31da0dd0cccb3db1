import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cpuTime } from "../../test/fixtures/cpu-time.ts";
import { mutate } from "../../test/fixtures/mutate.ts";
import { seededIntegers } from "../../test/fixtures/seeded.ts";
import { writeZip } from "../../test/fixtures/write-zip.ts";
import { openMembers, unpackMember } from "./index.ts";

/** Damaged archives; FUZZ_INPUTS asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 2000);

const text = Buffer.from("a few words that pack well, ".repeat(20));
const inner = writeZip([{ name: "run.fit", bytes: text }, { name: "later.fit", bytes: text, isStreamed: true }]);
const seeds = [
  writeZip([{ name: "activities/1.fit", bytes: text }, { name: "2.gpx", bytes: text, isStored: true }]),
  writeZip([{ name: "3.tcx", bytes: text, isStreamed: true }, { name: "UploadedFiles_0.zip", bytes: inner }]),
  writeZip([{ name: "part.zip", bytes: inner, isStored: true }, { name: "Läufe/4.fit", bytes: text, unixMode: 0o100644 }]),
];

test("every damaged archive ends in members or named refusals", async () => {
  const folder = mkdtempSync(join(tmpdir(), "footfall-fuzz-"));
  const path = join(folder, "damaged.zip");
  const integer = seededIntegers(20_261_123);
  let whole = 0;
  let slowest = 0;
  try {
    for (let input = 0; input < inputs; input++) {
      writeFileSync(path, mutate(seeds[integer(seeds.length)] ?? text, integer));
      const before = cpuTime();
      const members = await openMembers([path]);
      for (const one of members.found) {
        if ("refusal" in one) {
          expect(one.refusal.message).not.toBe("");
          continue;
        }
        const packed = await one.packed();
        const bytes = "code" in packed ? packed : unpackMember(packed);
        if (bytes instanceof Uint8Array) whole += bytes.length === text.length ? 1 : 0;
        else expect(bytes.message).not.toBe("");
      }
      await members.close();
      slowest = Math.max(slowest, cpuTime() - before);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.info(`zip: ${inputs} damaged archives, ${whole} members whole, slowest ${slowest.toFixed(1)} ms`);
  expect(whole).toBeGreaterThan(inputs / 2);
  expect(slowest).toBeLessThan(2000);
}, 600_000);
