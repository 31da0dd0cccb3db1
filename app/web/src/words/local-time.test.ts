import { expect, test } from "vitest";
import { fieldMoment, momentOfField, momentText, readMoment } from "./local-time.ts";

const evening = Date.UTC(2026, 4, 2, 19) / 1000;

test("a moment keeps the clock of the place it was told in, there and back", () => {
  for (const [offset, text] of [[7200, "2026-05-02T21:00:00+02:00"], [-12_600, "2026-05-02T15:30:00-03:30"], [0, "2026-05-02T19:00:00+00:00"]] as const) {
    expect(momentText(evening, offset)).toBe(text);
    expect(readMoment(text)).toEqual({ at: evening, utcOffset: offset });
    expect(momentOfField(fieldMoment(evening, offset), offset)).toBe(evening);
  }
  expect(readMoment("2026-05-02T19:00:00Z")).toEqual({ at: evening, utcOffset: 0 });
});

test("the device's own clock goes there and back too, and an empty field tells nothing", () => {
  expect(readMoment(momentText(evening)).at).toBe(evening);
  expect(momentOfField(fieldMoment(evening, null), null)).toBe(evening);
  expect(momentOfField("", null)).toBeNull();
});
