import { expect, test } from "vitest";
import { figuresFromData, type ForceRecord } from "./figures-from-data.ts";
import { modelContacts } from "./model-contacts.ts";
import { simulateFootfall } from "./simulate.ts";

const sampleRate = 1000;
const mass = 70;
const weight = mass * 9.80665;

/** Ten half-sine contacts of 0.25 s, one every 0.36 s, with the impulse of one step each; the record starts in flight. */
function halfSineRecord(every = 0.36): Float64Array {
  const peak = (weight * 0.36 * Math.PI) / (2 * 0.25);
  return Float64Array.from({ length: Math.round((every * 10 + 0.1) * sampleRate) }, (_, index) => {
    const phase = (index / sampleRate + every - 0.1) % every;
    return phase < 0.25 ? peak * Math.sin((Math.PI * phase) / 0.25) : 0;
  });
}

test("a half-sine record is a half-sine's to within sampling and threshold", () => {
  const contacts = modelContacts(halfSineRecord(), sampleRate, mass);
  expect(contacts.length).toBe(10);
  for (const { peakBodyWeights, impulse, model } of contacts) {
    // The baseline in flight takes in a little of the sine's feet.
    expect(peakBodyWeights).toBeCloseTo((0.36 * Math.PI) / 0.5, 2);
    // The 10 % threshold cuts the feet of the sine off: 0.5 % of its impulse, 3 % of its width.
    expect(Math.abs(impulse / (weight * 0.36) - 1)).toBeLessThan(0.005);
    expect(model?.halfSine.rSquared).toBeGreaterThan(0.99);
  }
});

test("a contact that zeros at the record's end cut off is counted, but not modelled: its timing is not the foot's", () => {
  const record = halfSineRecord();
  record.fill(0, 3500);
  expect(modelContacts(record, sampleRate, mass).map(({ model }) => model !== null)).toEqual([...new Array<boolean>(9).fill(true), false]);
});

test("a record of one foot is told from one of both by its contact's share of the period", () => {
  const [both] = modelContacts(halfSineRecord(), sampleRate, mass, { speed: 3 });
  const [one] = modelContacts(halfSineRecord(0.72), sampleRate, mass, { speed: 3 });
  expect(one?.model?.peakErrorBodyWeights).toBeCloseTo(both?.model?.peakErrorBodyWeights ?? Number.NaN, 3);
});

/** Four steps of the model's own force [N]. */
function madeRecord(footStrike: "forefoot" | "unknown"): ForceRecord {
  const { waveform } = simulateFootfall({ groundContactTime: 0.24, flightTime: 0.12, mass, speed: 3.2, footStrike });
  const step = Array.from(waveform.verticalForceBodyWeights, (force) => force * weight);
  const force = Float64Array.from([...new Array<number>(100).fill(0), ...step, ...step, ...step, ...step, ...step]);
  return { force, sampleRate: waveform.sampleRate, mass, height: 1.75, speed: 3.2, slope: 0, strikes: { [footStrike]: 1 } };
}

test("a record made by the model is the model's", () => {
  for (const footStrike of ["forefoot", "unknown"] as const) {
    const { force, sampleRate: rate, ...told } = madeRecord(footStrike);
    for (const { model } of modelContacts(force, rate, mass, told)) expect(model?.rSquared).toBeGreaterThan(0.985);
  }
});

test("foot strikes mix by their shares", () => {
  const record = halfSineRecord();
  const [forefoot, rearfoot, mixed] = [{ forefoot: 1 }, { rearfoot: 1 }, { forefoot: 0.25, rearfoot: 0.75 }].map((strikes) => modelContacts(record, sampleRate, mass, { strikes })[3]?.model?.verticalForceBodyWeights);
  for (const [index, force] of (mixed ?? []).entries()) expect(force).toBeCloseTo(0.25 * (forefoot?.[index] ?? NaN) + 0.75 * (rearfoot?.[index] ?? NaN), 10);
});

test("a made record's figures carry its count, contact time and a half-sine beside", () => {
  const figures = figuresFromData({ levelForce: [madeRecord("forefoot")], slopeForce: [madeRecord("forefoot")] });
  const valueOf = (words: string): number | undefined => figures.find(({ measure }) => measure.includes(words))?.value;
  expect(valueOf("complete contacts")).toBe(5);
  expect(Math.abs((valueOf("ground contact time") ?? NaN) - 0.24)).toBeLessThan(0.015);
  expect(valueOf("force over the whole record")).toBeLessThan(0.12);
  expect(figures.filter(({ baseline }) => baseline !== null).length).toBe(6);
});

test("trials made by the model have no error and lie within their bands", () => {
  const made = simulateFootfall({ speed: 4, stepRate: 2.9, mass, sex: "male" });
  const figures = figuresFromData({ trials: [{ speed: 4, stepRate: 2.9, mass, sex: "male", groundContactTime: made.groundContactTime.value, peakVerticalForce: made.peakVerticalForce.value }] });
  expect(figures.map(({ value }) => value)).toEqual([0, 0, expect.closeTo(0, 12), 1, 1]);
});
