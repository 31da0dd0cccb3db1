import { pressureToForceFactor, wilkeDiscArea } from "../literature/index.ts";
import { forceModels, sineWave, twoMassWave } from "../shock/index.ts";
import { near, type Target } from "./target.ts";

/** Table V: equations that must come out exactly. */
export const verificationTargets = (): readonly Target[] => [
  ...sineWaveVector("V1", 70, 1.75, 2.7, 0.271, 0.112, { force: 1524.5, drop: 0.072, vertical: 21.17, leg: 10.36 }),
  near(0.0005, { id: "V1", part: "step rate", table: "V", condition: "contact 271 ms, flight 112 ms", expected: 156.66 / 60, unit: "Hz", source: "morin-2005", got: () => ({ value: 1 / (0.271 + 0.112) }) }),
  near(0.0005, { id: "V1", part: "duty factor", table: "V", condition: "contact 271 ms, flight 112 ms", expected: 0.354, unit: "1", source: "morin-2005", got: () => ({ value: 0.271 / 2 / (0.271 + 0.112) }) }),
  ...sineWaveVector("V2", 70, 1.75, 3.0, 0.25, 0.11, { force: 1553.3, drop: 0.0639, vertical: 24.32, leg: 10.86 }),
  ...sineWaveVector("V2", 75, 1.75, 4.0, 0.22, 0.125, { force: 1812.4, drop: 0.0592, vertical: 30.64, leg: 10.65 }),
  near(5, { id: "V3", part: "vertical stiffness", table: "V", condition: "contact time −10 %, flight time kept", expected: 20, unit: "%", source: "morin-2005", got: () => ({ value: sensitivity("verticalStiffness") }) }),
  near(5, { id: "V3", part: "leg stiffness", table: "V", condition: "contact time −10 %, flight time kept", expected: 25, unit: "%", source: "morin-2005", got: () => ({ value: sensitivity("legStiffness") }) }),
  ...forceModels.map((model) => near(0.001, {
    id: "V4", part: model.id, table: "V", condition: "impulse over one contact ÷ body weight × step time", expected: 1, unit: "1", source: null, got: () => ({ value: worstImpulse(model.id) }),
  })),
  ...twoMassVector(),
  ...([[0.5, 594], [0.65, 772], [0.95, 1129], [2.3, 2732]] as const).map(([pressure, force]) => near(0.002 * force, {
    id: "V12", part: `${pressure} MPa`, table: "V", condition: "disc force from nucleus pressure, 18 cm², factor 0.66", expected: force, unit: "N", source: "wilke-1999",
    got: () => ({ value: pressure * 1e6 * wilkeDiscArea.value * pressureToForceFactor.value }),
  })),
];

function sineWaveVector(id: string, mass: number, height: number, speed: number, contact: number, flight: number, expected: { force: number; drop: number; vertical: number; leg: number }): Target[] {
  const condition = `${mass} kg, ${height} m, ${speed} m/s, contact ${contact * 1000} ms, flight ${flight * 1000} ms`;
  const wave = sineWave(mass, contact, flight, speed, 0.53 * height);
  const figure = (part: string, value: number, unit: string, got: number, digits = 0): Target =>
    near(Math.max(0.001 * value, digits), { id, part: `${part} at ${speed} m/s`, table: "V", condition, expected: value, unit, source: "morin-2005", got: () => ({ value: got }) });
  return [
    figure("peak force", expected.force, "N", wave.peakForce),
    // The published drop has three or four decimals; half the last one is its own tolerance.
    figure("drop", expected.drop, "m", wave.drop, 0.00005),
    figure("vertical stiffness", expected.vertical * 1000, "N/m", wave.verticalStiffness),
    figure("leg stiffness", expected.leg * 1000, "N/m", wave.legStiffness),
  ];
}

function sensitivity(stiffness: "verticalStiffness" | "legStiffness"): number {
  const usual = sineWave(70, 0.25, 0.11, 3, 0.53 * 1.75)[stiffness];
  return 100 * (sineWave(70, 0.225, 0.11, 3, 0.53 * 1.75)[stiffness] / usual - 1);
}

/** Impulse over the weight's, worst of a range of contacts. */
function worstImpulse(id: string): number {
  const model = forceModels.find((candidate) => candidate.id === id);
  if (!model) return NaN;
  const isWalk = model.applies("walk");
  let worst = 1;
  for (const share of isWalk ? [1.04, 1.2, 1.3] : [0.55, 0.65, 0.75, 0.9]) {
    for (const stepTime of isWalk ? [0.45, 0.55] : [0.28, 0.34, 0.4]) {
      const contact = share * stepTime;
      const wave = model.wave({ mass: 70, legLength: 0.93, speed: isWalk ? 1.4 : 3.5, slope: 0, groundContactTime: contact, stepTime, footStrike: "rearfoot", stiffnessRatio: 1 });
      const parts = 8000;
      let sum = 0;
      for (let part = 0; part < parts; part++) sum += wave.forceAt(((part + 0.5) / parts) * contact);
      const ratio = (sum * contact) / parts / stepTime;
      if (Math.abs(ratio - 1) > Math.abs(worst - 1)) worst = ratio;
    }
  }
  return worst;
}

function twoMassVector(): Target[] {
  const wave = twoMassWave({ mass: 70, groundContactTime: 0.25, flightTime: 0.11, impactVelocityChange: 1.4, impactDuration: 0.03 });
  const figure = (part: string, value: number, unit: string, got: number): Target =>
    near(0.002 * value, { id: "V5", part, table: "V", condition: "70 kg, contact 250 ms, flight 110 ms, Δv 1.4 m/s, Δt 30 ms", expected: value, unit, source: "clark-2017", got: () => ({ value: got }) });
  return [
    figure("mean force", 988.8, "N", wave.averageForce),
    figure("whole impulse", 247.21, "N s", wave.totalImpulse),
    figure("first impulse", 18.98, "N s", wave.impactImpulse),
    figure("second impulse", 228.24, "N s", wave.bodyImpulse),
    figure("force at 36.2 ms", 963.4, "N", wave.forceAt(0.0362)),
    figure("force at 117.5 ms", 1825.9, "N", wave.forceAt(0.1175)),
  ];
}
