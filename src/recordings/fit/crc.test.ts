import { expect, test } from "vitest";
import { fitCrc } from "./crc.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("matches the check value that catalogues give for CRC-16/ARC", () => {
  expect(fitCrc(bytes("123456789"))).toBe(0xbb3d);
});

test("does not depend on where the bytes are cut", () => {
  const whole = bytes("the quick brown fox jumps over the lazy dog");
  const sum = fitCrc(whole);
  for (let cut = 0; cut <= whole.length; cut++) expect(fitCrc(whole, cut, whole.length, fitCrc(whole, 0, cut))).toBe(sum);
});
