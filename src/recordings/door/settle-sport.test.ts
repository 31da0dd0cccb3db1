import { expect, test } from "vitest";
import { judgeSport, namedSport } from "./settle-sport.ts";

test.each(["running", "Run", "9", "trail_running", "treadmill_running", "Virtual Run", "Laufen", "jogging", "track_running", "TrailRun"])("%s is a run", (words) => {
  expect(namedSport(words)).toEqual({ kind: "taken", sport: "running" });
});

test.each(["walking", "Walk", "10", "4", "hiking", "Wandern", "Spaziergang", "nordic walking"])("%s is a walk", (words) => {
  expect(namedSport(words)).toEqual({ kind: "taken", sport: "walking" });
});

test.each([["Biking", "biking"], ["1", "1"], ["road_cycling", "road cycling"], ["swimming", "swimming"], ["BackcountrySki", "backcountryski"], ["Wheelchair run", "wheelchair run"], ["Indoor wheelchair walk", "indoor wheelchair walk"], ["Football", "football"]])("%s is another sport", (words, name) => {
  expect(namedSport(words)).toEqual({ kind: "other", name });
});

test.each([null, "", "Other", "...", "jkljkl"])("%s names none", (words) => {
  expect(namedSport(words)).toEqual({ kind: "unnamed" });
});

const steady = (value: number): Float64Array => new Float64Array(30).fill(value);

test.each([
  ["running pace and steps", 3, 2.8, "running"], ["running pace alone", 3, null, "running"], ["walking pace alone", 1.4, null, "walking"], ["race walking steps", 2.4, 2.2, "walking"],
  ["a shuffle with a runner's steps", 1.8, 2.7, "running"], ["a ride", 9, null, null], ["a ride whose cadence looks like steps", 9, 2.9, null], ["a paddler's wrist", 2, 0, null],
])("%s", (_, speed, stepRate, sport) => {
  expect(judgeSport({ speed: steady(speed), stepRate: stepRate === null ? undefined : steady(stepRate), hasPositions: true }).sport).toBe(sport);
});

test("without positions or steps a slow swim is not taken for a walk", () => {
  expect(judgeSport({ speed: steady(0.8), stepRate: undefined, hasPositions: false })).toEqual({ sport: null, reason: expect.stringContaining("on foot") });
});

test("without speed nothing is judged", () => {
  expect(judgeSport({ speed: undefined, stepRate: undefined, hasPositions: false }).sport).toBeNull();
});
