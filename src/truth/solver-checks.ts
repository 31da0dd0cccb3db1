import { runningEnergyCost } from "../advice/index.ts";
import { absorptionAfter, groundStiffness, liuNiggPeaks, type LiuNiggChange } from "../shock/index.ts";
import { between, near, type Target } from "./target.ts";

/** Rest of table V: the solver on a published model, and the small closed forms. */
export const solverTargets = (): readonly Target[] => [
  ...liuNigg("V6", "soft", [1397, 10.7, 1187, 28, 1858, 107.5]),
  ...liuNigg("V7", "hard", [1795, 7.8, 995, 24, 1851, 105]),
  ...liuNiggTrends(),
  ...([["impact", "impact"], ["active", "active"]] as const).map(([part, peak]) => between(0.0001, null, {
    id: "V9", part, table: "V", condition: "four-mass model, gravity × 1.2: both peaks rise", unit: "%", source: "zadpoor-2007", gated: true, got: () => ({ value: changeOf(peak, { gravity: 1.2 }) }),
  })),
  ...([[0.35, 1463], [0.5, 667], [0.642, 294]] as const).map(([reduction, stiffness]) => near(0.01 * stiffness, {
    id: "V10", part: `${(100 * reduction).toFixed(1)} %`, table: "V", condition: "surface stiffness from force reduction", expected: stiffness, unit: "N/mm", source: "colino-2020", gated: true, got: () => ({ value: groundStiffness(reduction) / 1000 }),
  })),
  ...([[-0.45, 3.92, 0.81], [-0.2, 1.73, 0.36], [0, 3.4, 0.24], [0.45, 18.93, 1.74]] as const).map(([slope, cost, deviation]) => near(deviation, {
    id: "V11", part: `slope ${slope}`, table: "V", condition: "energy cost of running", expected: cost, unit: "J/kg/m", source: "minetti-2002", gated: true, got: () => ({ value: runningEnergyCost(slope) }),
  })),
  ...([[241, 0.8], [805, 0.7]] as const).map(([kilometres, share]) => near(0.005, {
    id: "V13", part: `${kilometres} km`, table: "V", condition: "energy absorbed by a worn shoe over that when new", expected: share, unit: "1", source: "cook-1985", gated: true, got: () => ({ value: absorptionAfter(1000 * kilometres) }),
  })),
];

type Peak = "impact" | "trough" | "active";

function liuNigg(id: string, shoe: "soft" | "hard", [impact, impactAt, trough, troughAt, active, activeAt]: readonly [number, number, number, number, number, number]): Target[] {
  const force = (part: Peak, expected: number): Target =>
    near(0.01 * expected, { id, part: `${part} force`, table: "V", condition: `four-mass model, ${shoe} shoe`, expected, unit: "N", source: "liu-nigg-2000", gated: true, got: () => ({ value: solved({ shoe })[part].force }) });
  const time = (part: Peak, expected: number): Target =>
    near(0.5, { id, part: `${part} time`, table: "V", condition: `four-mass model, ${shoe} shoe`, expected, unit: "ms", source: "liu-nigg-2000", gated: true, got: () => ({ value: 1000 * solved({ shoe })[part].time }) });
  return [force("impact", impact), time("impact", impactAt), force("trough", trough), time("trough", troughAt), force("active", active), time("active", activeAt)];
}

const solutions = new Map<string, ReturnType<typeof liuNiggPeaks>>();

/** The solver's answer to a change, worked out once: a dozen figures ask for the same few. */
function solved(change: LiuNiggChange): ReturnType<typeof liuNiggPeaks> {
  const key = JSON.stringify(change);
  const known = solutions.get(key) ?? liuNiggPeaks(change);
  solutions.set(key, known);
  return known;
}

/** Change of a peak force [%] against the published parameters. */
function changeOf(peak: Peak, change: LiuNiggChange): number {
  return 100 * (solved(change)[peak].force / solved({})[peak].force - 1);
}

function liuNiggTrends(): Target[] {
  const trend = (part: string, low: number, high: number | null, got: () => number): Target =>
    between(low, high, { id: "V8", part, table: "V", condition: "four-mass model, one parameter changed", unit: "%", source: "liu-nigg-2000", gated: true, got: () => ({ value: got() }) });
  const share = (rigid: number): readonly [number, number, number, number] => [(rigid * 12.15) / 6.15, ((1 - rigid) * 12.15) / 6.0, 1, 1];
  return [
    trend("upper wobbling mass +20 %: impact", -0.5, 0.5, () => changeOf("impact", { masses: [1, 1, 1, 1.2] })),
    trend("upper wobbling mass −20 %: active", -12, -6, () => changeOf("active", { masses: [1, 1, 1, 0.8] })),
    trend("upper wobbling mass +20 %: active", 6, 12, () => changeOf("active", { masses: [1, 1, 1, 1.2] })),
    trend("lower rigid mass −20 %: impact", -11, -5, () => changeOf("impact", { masses: [0.8, 1, 1, 1] })),
    trend("lower rigid mass +20 %: impact", 4, 10, () => changeOf("impact", { masses: [1.2, 1, 1, 1] })),
    trend("rigid share 35 → 65 %: impact", 20, 26, () => 100 * (solved({ masses: share(0.65) }).impact.force / solved({ masses: share(0.35) }).impact.force - 1)),
    trend("touchdown velocity 0.6 → 1.2: impact rises throughout", 0.0001, null, () => smallestRise("impact")),
    trend("touchdown velocity 0.6 → 1.2: active rises throughout", 0.0001, null, () => smallestRise("active")),
  ];
}

function smallestRise(peak: Peak): number {
  const forces = [0.6, 0.8, 1, 1.2].map((touchdown) => solved({ touchdown })[peak].force);
  return Math.min(...forces.slice(1).map((force, index) => 100 * (force / forces[index]! - 1)));
}
