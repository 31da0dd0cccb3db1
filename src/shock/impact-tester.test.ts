import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impactTest } from "./impact-tester.ts";
import { dissipationFor, shoeElement } from "./shoe-foam.ts";

const soft = { stiffness: 61_300 };
const hard = { stiffness: 94_900 };
const heels = fc.record({
  stiffness: fc.double({ min: 45e3, max: 150e3, noNaN: true }), stack: fc.double({ min: 0.02, max: 0.04, noNaN: true }),
  energyReturn: fc.double({ min: 0.4, max: 0.92, noNaN: true }), distance: fc.double({ min: 0, max: 1e6, noNaN: true }),
});

describe("shoe element", () => {
  it("without loss is a linear spring at small compression: peak force √(k·m)·v, half a period long", () => {
    const { peakForce, peakTime, energyReturn } = impactTest({ stiffness: 100e3, stack: 10, energyReturn: 1 }, { height: 0.05 });
    const [mass, gravity] = [8.5, 9.81];
    const natural = Math.sqrt(100e3 / mass);
    const speed = Math.sqrt(2 * gravity * 0.05);
    // A spring with weight: amplitude √((mg/k)² + (v/ω)²) about the rest at mg/k.
    const sag = (mass * gravity) / 100e3;
    expect(peakForce).toBeCloseTo(100e3 * (sag + Math.hypot(sag, speed / natural)), 0);
    expect(peakTime).toBeCloseTo((Math.PI - Math.atan2(speed / natural, sag)) / natural, 4);
    expect(energyReturn).toBeCloseTo(1, 4);
  });

  it("the Hunt–Crossley loss solves its own equation, and no loss is no loss", () => {
    expect(dissipationFor(1)).toBeLessThan(1e-3);
    for (const energyReturn of [0.3, 0.62, 0.759, 0.87]) {
      const [d, e] = [dissipationFor(energyReturn), Math.sqrt(energyReturn)];
      expect(d).toBeGreaterThan(0);
      expect(d * (1 + e)).toBeCloseTo(Math.log((1 + d) / (1 - e * d)), 9);
    }
  });

  it("gives back the energy it is said to, whatever its stiffness, to within what the missile's weight changes", () => {
    for (const stiffness of [61_300, 94_900]) {
      for (const energyReturn of [0.62, 0.87]) expect(Math.abs(impactTest({ stiffness, energyReturn }).energyReturn - energyReturn)).toBeLessThan(0.02);
    }
  });

  it("stored energy is the integral of its force at rest", () => {
    const shoe = shoeElement(soft);
    let sum = 0;
    for (let part = 0; part < 10_000; part++) sum += (shoe.force(((part + 0.5) / 10_000) * 0.015, 0) * 0.015) / 10_000;
    expect(shoe.storedEnergy(0.015) / sum).toBeCloseTo(1, 6);
  });

  it("bottoms out: twice the compression takes more than twice the force near the end of the foam", () => {
    const shoe = shoeElement({ stiffness: 61_300, stack: 0.025 });
    expect(shoe.force(0.016, 0) / shoe.force(0.008, 0)).toBeGreaterThan(2.5);
  });
});

describe("impact tester", () => {
  it("energy is never created", () => {
    fc.assert(fc.property(heels, fc.double({ min: 0.03, max: 0.07, noNaN: true }), (heel, height) => {
      const { energyReturn, energyCreated } = impactTest(heel, { height, step: 1e-4 });
      expect(energyCreated).toBeLessThan(1e-6);
      expect(energyReturn).toBeLessThan(1);
      expect(energyReturn).toBeGreaterThan(0);
    }), { numRuns: 60 });
  });

  it("work over the compression stops the missile: the peak is above the mean force, and below that of a block without loss or hardening twice", () => {
    const { peakForce, compression } = impactTest(soft);
    const work = 8.5 * 9.81 * (0.05 + compression);
    expect(peakForce).toBeGreaterThan(work / compression);
    expect(peakForce).toBeLessThan((3 * work) / compression);
  });

  it("halving the step changes peaks by less than 0.1 %", () => {
    for (const heel of [soft, hard, { stiffness: 61_300, distance: 500e3 }]) {
      const [coarse, fine] = [impactTest(heel), impactTest(heel, { step: 1e-5 })];
      for (const reading of ["peakForce", "compression", "energyReturn"] as const) expect(Math.abs(coarse[reading] / fine[reading] - 1)).toBeLessThan(0.001);
    }
  });

  it("a soft heel reads a lower peak than a hard one, and both what testers read", () => {
    expect(impactTest(soft).peakForce).toBeLessThan(impactTest(hard).peakForce);
    // Soft shoes read about 8–10 g, firm ones 12–16.
    expect(impactTest(soft).peakDecelerationG).toBeGreaterThan(7);
    expect(impactTest(hard).peakDecelerationG).toBeLessThan(16);
  });

  it("wear costs absorption and little force", () => {
    const [fresh, worn] = [impactTest({ stiffness: 78e3 }), impactTest({ stiffness: 78e3, distance: 500e3 })];
    expect((1 - worn.energyReturn) / (1 - fresh.energyReturn)).toBeCloseTo(0.727, 1);
    expect(worn.peakForce / fresh.peakForce).toBeGreaterThan(1);
    expect(worn.peakForce / fresh.peakForce).toBeLessThan(1.08);
  });
});
