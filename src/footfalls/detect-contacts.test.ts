import { describe, expect, it } from "vitest";
import { seededRandom } from "../numerics/index.ts";
import { detectContacts } from "./index.ts";

const weight = 70 * 9.80665;

/** Half-sine contacts of 250 ms every 360 ms, at a sample rate, with drift and noise [N] added. */
function forceRecord(sampleRate: number, seconds: number, drift: number, noise: number, offset = 0.1): Float64Array {
  const random = seededRandom(11);
  return Float64Array.from({ length: Math.round(sampleRate * seconds) }, (_, index) => {
    const time = index / sampleRate;
    const phase = (time - offset + 36) % 0.36;
    const force = phase < 0.25 ? 2.26 * weight * Math.sin((Math.PI * phase) / 0.25) : 0;
    return force + drift * time + noise * (random() + random() + random() - 1.5) * 2;
  });
}

describe("detectContacts", () => {
  it.each([[1000, 0, 0], [300, 0, 10], [500, 15, 20], [1000, -8, 15]])("at %i Hz with drift %f N/s and noise %f N finds each complete contact", (sampleRate, drift, noise) => {
    const contacts = detectContacts(forceRecord(sampleRate, 10, drift, noise), sampleRate, weight);
    // Contacts begin at 0.1, 0.46 … 9.82 s; the last one is cut off by the end at 10 s.
    expect(contacts.length).toBe(27);
    for (const [index, contact] of contacts.entries()) {
      expect(Math.abs(contact.initialContact - (0.1 + 0.36 * index))).toBeLessThan(0.008);
      expect(Math.abs(contact.toeOff - contact.initialContact - 0.25)).toBeLessThan(0.014);
      expect(Math.abs(contact.impulse - (2.26 * weight * 0.25 * 2) / Math.PI)).toBeLessThan(12);
    }
  });

  it("leaves out a contact that the record's start cuts off", () => {
    const contacts = detectContacts(forceRecord(1000, 3, 0, 5, -0.1), 1000, weight);
    expect(contacts[0]!.initialContact).toBeCloseTo(0.26, 2);
  });

  it("finds nothing in silence, noise or constant load", () => {
    expect(detectContacts(new Float64Array(3000), 1000, weight)).toEqual([]);
    expect(detectContacts(new Float64Array(3000).fill(weight), 1000, weight)).toEqual([]);
    const random = seededRandom(5);
    expect(detectContacts(Float64Array.from({ length: 3000 }, () => 20 * random()), 1000, weight)).toEqual([]);
  });
});
