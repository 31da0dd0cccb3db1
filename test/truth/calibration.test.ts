import { Matrix, solve } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { completeBody } from "../../src/complete-body.ts";
import { predictStepRate } from "../../src/footfalls/index.ts";
import { contactTimeRelation, contactTimeTable, gravity, peakForceRatio, stepRateRelation, stepRateTable } from "../../src/literature/index.ts";
import { describeWithData, numericRows } from "./open-data.ts";

/** The fits whose coefficients stand in `literature`, done anew by the recipe written beside them. */
const openHalf = "biomech/alcantarar__Sacral_Accel_Manuscript/GRF_IMU_data.csv";
const legLength = (height: number): number => 0.53 * height;

interface Trial {
  readonly runner: number;
  readonly speed: number;
  readonly stepRate: number;
  readonly groundContactTime: number;
  readonly peak: number;
  readonly mass: number;
  readonly height: number;
}

function trials(): Trial[] {
  return numericRows(openHalf).map((row) => {
    const cell = (name: string): number => row.get(name) ?? NaN;
    const { height } = completeBody({ mass: cell("Mass"), height: null, sex: cell("IsFemale") === 1 ? "female" : "male", birthYear: null });
    return { runner: cell("Sub"), speed: cell("Speed"), stepRate: cell("IMUsf"), groundContactTime: cell("GRFtc"), peak: cell("GRFPeak"), mass: cell("Mass"), height };
  });
}

describe("step rate", () => {
  it("is the weighted least-squares line through the table", () => {
    const rows = stepRateTable.map(({ speed, stepsPerMinute, height, runners }) => {
      const unit = Math.sqrt(legLength(height) / gravity);
      const weight = Math.sqrt(Math.min(runners, 30));
      return { x: [weight, (weight * speed * unit) / legLength(height)], y: [(weight * stepsPerMinute * unit) / 60] };
    });
    const [intercept, slope] = solve(new Matrix(rows.map((row) => row.x)), new Matrix(rows.map((row) => row.y))).to1DArray();
    expect(intercept).toBeCloseTo(stepRateRelation.intercept, 4);
    expect(slope).toBeCloseTo(stepRateRelation.slope, 4);
  });
});

describeWithData(openHalf, "with the open half of alcantara-2021", () => {
  it("contact time is the weighted fit on tables and trials, with an offset per source", () => {
    const fitted = fitContactTime(trials());
    expect(fitted.intercept).toBeCloseTo(contactTimeRelation.intercept, 3);
    expect(fitted.slope).toBeCloseTo(contactTimeRelation.slope, 3);
    expect(fitted.exponent).toBeCloseTo(contactTimeRelation.stepRateExponent, 3);
  });

  it("the peak ratio is the generalised least-squares fit with a shrunk mass exponent", () => {
    const rows = trials();
    const x = new Matrix(rows.map(({ speed, mass }) => [1, speed - 3.5, Math.log(mass / 65)]));
    const y = new Matrix(rows.map(({ peak, stepRate, groundContactTime }) => [Math.log(peak / (Math.PI / 2 / stepRate / groundContactTime))]));
    const covariance = new Matrix(rows.map((one, row) => rows.map((other, column) => (one.runner === other.runner ? 0.04 ** 2 : 0) + (row === column ? 0.02 ** 2 : 0))));
    const weighted = solve(covariance, x);
    const normal = x.transpose().mmul(weighted);
    normal.set(2, 2, normal.get(2, 2) + 1 / 0.05 ** 2);
    const [intercept, perSpeed, massExponent] = solve(normal, weighted.transpose().mmul(y)).to1DArray();
    expect(intercept).toBeCloseTo(peakForceRatio.intercept, 3);
    expect(perSpeed).toBeCloseTo(peakForceRatio.perSpeed, 3);
    expect(massExponent).toBeCloseTo(peakForceRatio.massExponent, 3);
  });
});

/** Gauss–Newton on ln contact time: intercept, slope, exponent and one offset per source, fukuchi-2017 and alcantara-2021 mirrored, then moved to their weighted mean. */
function fitContactTime(rows: readonly Trial[]): { intercept: number; slope: number; exponent: number } {
  const labs = ["karamanidis-arampatzis-2005", "vitale", "balsalobre-fernandez-2016", "fukuchi-2017"] as const;
  const observations = [
    ...contactTimeTable.map((row) => ({ ...row, stepRate: row.stepsPerMinute / 60, weight: Math.sqrt(row.runners) / 0.045, lab: labs.map((lab): number => (lab === row.source ? 1 : 0)) })),
    ...rows.map((row) => ({ ...row, weight: 1 / 0.045 / Math.sqrt(43 / 18), lab: [0, 0, 0, -1] })),
  ];
  const relation = (parameters: readonly number[], speed: number, stepRate: number, height: number): number => {
    const body = { mass: 70, height, sex: null, legLength: legLength(height), assumed: [] };
    const [intercept = NaN, slope = NaN, exponent = NaN] = parameters;
    return Math.log((intercept + (slope * speed) / Math.sqrt(gravity * body.legLength)) * (body.legLength / speed)) + exponent * Math.log(stepRate / predictStepRate(speed, 0, body));
  };
  let parameters = [0.47, 0.29, -0.2, 0, 0, 0, 0];
  for (let round = 0; round < 20; round++) {
    const lines = observations.map(({ speed, stepRate, height, groundContactTime, weight, lab }) => {
      const model = relation(parameters, speed, stepRate, height) + lab.reduce((sum, share, index) => sum + share * (parameters[3 + index] ?? 0), 0);
      const gradient = [0, 1, 2].map((index) => {
        const moved = parameters.map((value, place) => (place === index ? value + 1e-6 : value));
        return (relation(moved, speed, stepRate, height) - relation(parameters, speed, stepRate, height)) / 1e-6;
      });
      return { x: [...gradient, ...lab].map((value) => value * weight), y: [(Math.log(groundContactTime) - model) * weight] };
    });
    const step = solve(new Matrix(lines.map((line) => line.x)), new Matrix(lines.map((line) => line.y))).to1DArray();
    parameters = parameters.map((value, index) => value + (step[index] ?? 0));
  }
  const [intercept = NaN, slope = NaN, exponent = NaN, , , , treadmill = NaN] = parameters;
  const shift = Math.exp((treadmill * (28 - 18)) / (28 + 18));
  return { intercept: intercept * shift, slope: slope * shift, exponent };
}
