import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pressureToForceFactor, wilkeDiscArea } from "../literature/index.ts";
import { activePeakRatio, bellWave, bellWaveOfPeak, discBands, discLine, dose, forceModels, sineWave, stiffnessRatio, twoMassWave, usualUnderfoot, walkingPeak, walkingWave } from "./index.ts";

const within = (got: number, expected: number, share: number): void => {
  expect(Math.abs(got / expected - 1), `${got} against ${expected}`).toBeLessThanOrEqual(share);
};

const integral = (forceAt: (time: number) => number, end: number, parts = 20_000): number => {
  let sum = 0;
  for (let part = 0; part < parts; part++) sum += forceAt(((part + 0.5) / parts) * end);
  return (sum * end) / parts;
};

describe("sine-wave method (Morin 2005)", () => {
  it.each([
    [70, 1.75, 2.7, 0.271, 0.112, 1524.5, 0.072, 21.17, 10.36],
    [70, 1.75, 3.0, 0.25, 0.11, 1553.3, 0.0639, 24.32, 10.86],
    [75, 1.75, 4.0, 0.22, 0.125, 1812.4, 0.0592, 30.64, 10.65],
  ])("of %f kg at %f m, %f m/s gives the published vector", (mass, height, speed, contact, flight, force, drop, vertical, leg) => {
    const wave = sineWave(mass, contact, flight, speed, 0.53 * height);
    within(wave.peakForce, force, 0.001);
    within(wave.drop, drop, 0.002);
    within(wave.verticalStiffness / 1000, vertical, 0.001);
    within(wave.legStiffness / 1000, leg, 0.001);
  });

  it("is as sensitive to contact time as the paper says: −10 % gives about +20 % vertical and +25 % leg stiffness", () => {
    const before = sineWave(70, 0.25, 0.11, 3, 0.9275);
    const after = sineWave(70, 0.225, 0.11, 3, 0.9275);
    expect(100 * (after.verticalStiffness / before.verticalStiffness - 1)).toBeCloseTo(20, -1);
    expect(Math.abs(100 * (after.legStiffness / before.legStiffness - 1) - 25)).toBeLessThan(5);
  });
});

describe("two-mass model (Clark 2017)", () => {
  const wave = twoMassWave({ mass: 70, groundContactTime: 0.25, flightTime: 0.11, impactVelocityChange: 1.4, impactDuration: 0.03 });
  it("meets the worked vector", () => {
    within(wave.averageForce, 988.8, 0.002);
    within(wave.totalImpulse, 247.21, 0.002);
    within(wave.impactImpulse, 18.98, 0.002);
    within(wave.bodyImpulse, 228.24, 0.002);
    within(wave.forceAt(0.0362), 963.4, 0.002);
    within(wave.forceAt(0.1175), 1825.9, 0.002);
    within(integral(wave.forceAt, 0.25), 247.21, 0.002);
  });
});

describe("every force model", () => {
  const timing = fc.record({ mass: fc.double({ min: 40, max: 110, noNaN: true }), speed: fc.double({ min: 2, max: 6.5, noNaN: true }), duty: fc.double({ min: 0.24, max: 0.46, noNaN: true }), stepTime: fc.double({ min: 0.26, max: 0.42, noNaN: true }), slope: fc.double({ min: -0.2, max: 0.2, noNaN: true }) });
  for (const model of forceModels) {
    it(`${model.id} carries the body over the step and is never negative where it should not be`, () => {
      fc.assert(fc.property(timing, fc.constantFrom("rearfoot", "midfoot", "forefoot", "unknown"), ({ mass, speed, duty, stepTime, slope }, footStrike) => {
        const isWalk = model.applies("walk");
        const groundContactTime = 2 * stepTime * (isWalk ? 0.5 + duty / 4 : duty);
        const wave = model.wave({ mass, legLength: 0.93, speed: isWalk ? speed / 3 : speed, slope, groundContactTime, stepTime, footStrike, stiffnessRatio: 1 });
        within(integral(wave.forceAt, groundContactTime), stepTime, 0.001);
        expect(wave.forceAt(-0.001)).toBe(0);
        expect(wave.forceAt(groundContactTime + 0.001)).toBe(0);
        expect(wave.forceAt(groundContactTime / 2)).toBeGreaterThan(0);
      }), { numRuns: 60 });
    });
  }
});

describe("bell wave", () => {
  const shape = { groundContactTime: 0.25, totalImpulse: 0.36, impactImpulse: 0.018, impactHalfWidth: 0.028, centroid: 0.463 };

  it("meets the wanted active peak", () => {
    for (const activePeak of [2.3, 2.5, 2.8]) {
      const wave = bellWaveOfPeak(shape, activePeak);
      expect(wave.activePeak.force).toBeCloseTo(activePeak, 4);
      expect(Math.max(...Array.from({ length: 1000 }, (_, index) => wave.forceAt(0.042 + 0.208 * (index / 1000))))).toBeCloseTo(activePeak, 3);
    }
  });

  it("has the wanted centroid", () => {
    const wave = bellWave(shape, 4.6);
    expect(integral((time) => (wave.forceAt(time) * time) / 0.25, 0.25) / 0.36).toBeCloseTo(0.463, 4);
  });

  it("shows a first maximum where the impact is sharp, and none where it is soft", () => {
    expect(bellWave({ ...shape, impactImpulse: 0.03, impactHalfWidth: 0.02 }, 4.6).impactPeak?.time).toBeLessThan(0.045);
    expect(bellWave({ ...shape, impactImpulse: 0.004, impactHalfWidth: 0.05 }, 4.6).impactPeak).toBeNull();
  });
});

describe("active peak ratio", () => {
  it("stays where papers put it at the speeds they measured", () => {
    for (const speed of [3, 4, 5, 6]) expect(activePeakRatio(speed, 70)).toBeGreaterThan(1);
    for (const speed of [2, 3, 4, 5, 6]) expect(activePeakRatio(speed, 70)).toBeLessThan(1.2);
  });
});

describe("what lies underfoot", () => {
  const hard = { ...usualUnderfoot, surface: "concrete" } as const;
  it("is the reference where nothing is known, and hardly differs between concrete and asphalt", () => {
    expect(stiffnessRatio(usualUnderfoot)).toBeCloseTo(1, 12);
    within(stiffnessRatio({ ...usualUnderfoot, surface: "asphalt" }), stiffnessRatio(hard), 0.01);
  });

  // Shoe and ground of 61 and 95 N/mm on track, turf and treadmill, as series springs: 0.96/0.94, 0.86/0.80, 0.83/0.76 without the heel pad.
  it("softens with the surface", () => {
    const ratios = (["concrete", "track", "grass", "treadmill"] as const).map((surface) => stiffnessRatio({ ...usualUnderfoot, surface }));
    expect(ratios).toEqual([...ratios].sort((one, other) => other - one));
  });

  it("stiffens with wear by a few percent at most", () => {
    within(stiffnessRatio({ ...hard, shoeDistance: 800e3 }), stiffnessRatio(hard), 0.06);
  });
});

describe("walking wave", () => {
  it("rises with speed without a jump, from slow walks whose peak is the lowest that two humps can have", () => {
    const peaks = Array.from({ length: 91 }, (_, place) => 0.6 + 0.02 * place).map((speed) => walkingWave(0.66 - 0.03 * (speed - 1.4), 0.53, walkingPeak(speed)).peak);
    for (const [place, peak] of peaks.entries()) {
      const rise = peak - (peaks[place - 1] ?? peak);
      expect(rise).toBeGreaterThanOrEqual(0);
      expect(rise).toBeLessThan(0.007);
    }
    expect(walkingWave(0.66, 0.53, 0.5).peak).toBeCloseTo(Math.sqrt(2 / 3) * (Math.PI / 2) * (0.53 / 0.66), 4);
  });

  it("has two humps and a valley at a usual pace, as force plates show (1.1–1.2, 0.7 body weights)", () => {
    const wave = walkingWave(0.655, 0.532, walkingPeak(1.4));
    expect(wave.peak).toBeCloseTo(1.1, 2);
    expect(wave.forceAt(0.655 / 2)).toBeGreaterThan(0.6);
    expect(wave.forceAt(0.655 / 2)).toBeLessThan(0.85);
  });
});

describe("lumbar lever", () => {
  // Wilke 1999 and 2001, one man of 70 kg and 1.74 m, disc L4-L5; the tolerance is that of target B22.
  const megapascal = (lean: number): number => {
    const { gain, offset } = discLine("L4-L5", lean, 1.74);
    return ((gain + offset) * 70 * 9.80665) / (wilkeDiscArea.value * pressureToForceFactor.value) / 1e6;
  };
  it.each([[0, 0.5], [36, 1.08], [-20, 0.6], [70, 1.1]])("at rest and %f degrees of lean is within 20 % of %f MPa", (lean, pressure) => {
    within(megapascal(lean), pressure, 0.2);
  });

  it("does not rise beyond the plateau the implants show", () => {
    within(megapascal(53), megapascal(38), 0.2);
  });

  it("loads a lower disc more than an upper one", () => {
    const forces = (["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"] as const).map((level) => discLine(level, 8, 1.75).gain);
    expect(forces).toEqual([...forces].sort((one, other) => one - other));
  });

  it("has a band that holds the centre and the measured jogging values (1.4–1.6 body weights at L4-L5)", () => {
    const bands = discBands({ leanDegrees: 7, leanSpread: 3.5, forceSpread: 0.06 }, { mass: 70, height: 1.75, sex: "male", legLength: 0.93, assumed: [] });
    const { gain, offset } = discLine("L4-L5", 7, 1.75);
    const centre = gain * 2.2 + offset;
    const { low, high } = bands.at(3, 2.2);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
    expect(centre * low).toBeLessThan(1.6);
  });
});

describe("dose", () => {
  it("of equal peaks is the peak times cycles to q/p", () => {
    const { exponent2, exponent6, exponent9 } = dose(new Float64Array(1000).fill(1500));
    expect(exponent2).toBeCloseTo(1500 * 1000 ** 0.1, 6);
    expect(exponent6).toBeCloseTo(1500 * 1000 ** (1 / 6), 6);
    expect(exponent9).toBeCloseTo(1500 * 1000 ** (1 / 9), 6);
  });

  it("skips gaps and is nothing for nothing", () => {
    expect(dose([NaN, 2000]).exponent6).toBeCloseTo(2000, 9);
    expect(dose([])).toEqual({ exponent2: 0, exponent6: 0, exponent9: 0 });
  });
});
