import { expect, test } from "vitest";
import { fileId, recordsWith, session } from "../../../test/fixtures/fit-files.ts";
import type { Recording } from "../../domain/index.ts";
import { developerDataId, encodeFit, fieldDescription, readRecordings, type FitDeveloperField, type FitMessage, type FitValue } from "../index.ts";

const app = developerDataId(0, new Uint8Array(16).fill(9));
const field = (number: number, type: FitDeveloperField["type"], extra: Partial<FitDeveloperField> = {}): FitDeveloperField => ({ developer: 0, number, type, ...extra });

function read(...messages: readonly FitMessage[]): Recording {
  const { recordings } = readRecordings(encodeFit([fileId(), ...messages, session(1)]));
  expect(recordings).toHaveLength(1);
  return recordings[0]!;
}

/** Stryd's fields as its Connect IQ app describes them. */
const stryd: readonly (readonly [FitDeveloperField, string, string, readonly FitValue[]])[] = [
  [field(0, "uint16"), "Power", "Watts", [251, 252]],
  [field(2, "uint8"), "Cadence", "RPM", [88, 89]],
  [field(3, "uint16"), "Ground Time", "Milliseconds", [243, 0]],
  [field(4, "float32"), "Vertical Oscillation", "Centimeters", [7.5, 0]],
  [field(8, "uint16"), "Form Power", "Watts", [64, 65]],
  [field(9, "float32"), "Leg Spring Stiffness", "kN/m", [9.875, 0]],
];

test("Stryd's fields come out in SI, its zeros as gaps", () => {
  const fields = stryd.map(([described]) => described);
  const { samples, notices } = read(app, ...stryd.map(([described, name, units]) => fieldDescription(described, name, units)), ...recordsWith(fields, stryd.map(([, , , values]) => values)));
  expect([...samples.power!]).toEqual([251, 252]);
  expect([...samples.formPower!]).toEqual([64, 65]);
  expect([...samples.groundContactTime!]).toEqual([0.243, NaN]);
  expect([...samples.verticalOscillation!]).toEqual([0.075, NaN]);
  expect([...samples.legStiffness!]).toEqual([9875, NaN]);
  // The watch's own cadence of 85 goes first.
  expect(samples.stepRate?.[0]).toBeCloseTo(170 / 60, 12);
  expect(notices).toEqual([]);
});

test("RunScribe's fields come out per foot", () => {
  const names = ["RS_ContactTime_L", "RS_ContactTime_R", "RS_Impact_GS_L", "RS_Impact_GS_R", "RS_Braking_GS_L", "RS_Braking_GS_R"];
  const values = [[240, 250], [260, 250], [11.5, 12], [10.5, 11], [8, 8.5], [9, 9.5]];
  const fields = names.map((_, number) => field(number, "float32"));
  const { samples } = read(app, ...fields.map((described, index) => fieldDescription(described, names[index]!, index < 2 ? "ms" : "G")), ...recordsWith(fields, values));
  expect([...samples.leftGroundContactTime!]).toEqual([0.24, 0.25]);
  expect([...samples.rightGroundContactTime!]).toEqual([0.26, 0.25]);
  expect([...samples.groundContactTime!]).toEqual([0.25, 0.25]);
  expect([...samples.leftImpactG!]).toEqual([11.5, 12]);
  expect([...samples.rightImpactG!]).toEqual([10.5, 11]);
  expect([...samples.leftBrakingG!]).toEqual([8, 8.5]);
  expect([...samples.rightBrakingG!]).toEqual([9, 9.5]);
});

test("a description that comes after the records is still used", () => {
  const groundTime = field(3, "uint16");
  const { samples, notices } = read(app, ...recordsWith([groundTime], [[240, 241]]), fieldDescription(groundTime, "Ground Time", "Milliseconds"));
  expect([...samples.groundContactTime!]).toEqual([0.24, 0.241]);
  expect(notices).toEqual([]);
});

test("fields that nothing describes are left out, and that is told", () => {
  const { samples, notices } = read(app, ...recordsWith([field(3, "uint16"), field(9, "float32")], [[240, 241], [9, 9]]));
  expect(samples).not.toHaveProperty("groundContactTime");
  expect(samples.speed?.[1]).toBe(3);
  expect(notices.map(({ code }) => code)).toEqual(["undescribed-fields"]);
});

test("fields of no use are skipped by their size", () => {
  const doughnuts = field(1, "string", { count: 9 });
  const { samples } = read(app, fieldDescription(doughnuts, "doughnuts_earned", "doughnuts"), ...recordsWith([doughnuts], [["two", "three"]]));
  expect([...samples.time]).toEqual([0, 1]);
});

test("scale and offset of a description hold", () => {
  const scaled = field(3, "uint16", { scale: 10, offset: 5 });
  const { samples } = read(app, fieldDescription(scaled, "Ground Time", "ms"), ...recordsWith([scaled], [[240, 240.5]]));
  expect(samples.groundContactTime?.[0]).toBeCloseTo(0.24, 12);
  expect(samples.groundContactTime?.[1]).toBeCloseTo(0.2405, 12);
});
