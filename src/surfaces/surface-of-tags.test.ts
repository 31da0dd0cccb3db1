import { expect, test } from "vitest";
import { surfaces } from "../domain/index.ts";
import { surfaceOfTags, type Tags } from "./surface-of-tags.ts";
import { kindCode, kindOf, tellings, wayForms } from "./way-kind.ts";

const known: readonly (readonly [tags: Tags, surface: string, told: string, form: string])[] = [
  [{ highway: "footway", surface: "asphalt" }, "asphalt", "surface", "path"],
  [{ highway: "cycleway", surface: "concrete:plates" }, "concrete", "surface", "path"],
  [{ highway: "living_street", surface: "sett" }, "paving", "surface", "street"],
  [{ highway: "path", surface: "woodchips" }, "woodchip", "surface", "path"],
  [{ highway: "track", surface: "compacted", tracktype: "grade5" }, "gravel", "surface", "path"],
  [{ highway: "track", tracktype: "grade2" }, "gravel", "tracktype", "path"],
  [{ highway: "track", tracktype: "grade5" }, "dirt", "tracktype", "path"],
  [{ highway: "residential" }, "asphalt", "highway", "street"],
  [{ highway: "primary" }, "asphalt", "highway", "road"],
  [{ leisure: "track", sport: "athletics", surface: "tartan" }, "track", "surface", "stadium"],
  [{ leisure: "track", sport: "running" }, "track", "leisure", "stadium"],
  [{ leisure: "track", surface: "cinder" }, "gravel", "surface", "stadium"],
];

test.each(known)("%j is %s, told by %s", (tags, surface, told, form) => {
  expect(surfaceOfTags(tags)).toEqual({ surface, told, form });
});

const unknown: readonly (readonly [tags: Tags, told: string])[] = [
  [{ highway: "footway" }, "silent"],
  [{ highway: "track" }, "silent"],
  [{ highway: "service" }, "silent"],
  [{ leisure: "track" }, "silent"],
  [{ highway: "footway", surface: "paved" }, "unspecific"],
  [{ highway: "track", tracktype: "grade1" }, "unspecific"],
  [{ highway: "track", tracktype: "grade3" }, "unspecific"],
  [{ highway: "path", surface: "asphalt;gravel" }, "several"],
  [{ highway: "residential", surface: "asphalt", "sidewalk:both:surface": "paving_stones" }, "several"],
  [{ highway: "path", surface: "wood" }, "no-counterpart"],
  [{ highway: "footway", surface: "tartan" }, "no-counterpart"],
  [{ highway: "path", surface: "toString" }, "no-counterpart"],
];

test.each(unknown)("%j leaves the surface unknown: %s", (tags, told) => {
  expect(surfaceOfTags(tags)).toMatchObject({ surface: "unknown", told });
});

test.each([{ highway: "motorway" }, { highway: "construction" }, { highway: "constructor" }, { leisure: "park" }, { leisure: "track", sport: "horse_racing" }, { highway: "footway", indoor: "yes" }, { surface: "grass" }])("nobody runs on %j", (tags) => {
  expect(surfaceOfTags(tags)).toBeNull();
});

test("a pavement of the street's own surface changes nothing", () => {
  expect(surfaceOfTags({ highway: "residential", surface: "asphalt", "sidewalk:right:surface": "asphalt" })).toMatchObject({ surface: "asphalt", told: "surface" });
});

test("every kind survives being stored as a number", () => {
  for (const surface of surfaces) for (const told of tellings) for (const form of wayForms) expect(kindOf(kindCode({ surface, told, form }))).toEqual({ surface, told, form });
  expect(kindOf(surfaces.length * tellings.length * wayForms.length)).toBeNull();
});
