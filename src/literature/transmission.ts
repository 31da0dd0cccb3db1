import type { Figure } from "./figure.ts";

/** Share of a vertical oscillation above 25 Hz that reaches the hip of a person standing with straight knees [1]. */
export const straightLegTransmission = {
  value: 0.8, low: 0.7, high: 0.9, unit: "1", source: "rubin-2003", where: "hip and L4 above 25 Hz, erect; 0.6 in a relaxed stance", population: "6 people with pins in bone", evidence: "S",
} as const satisfies Figure;

/** Knee flexion over which that share falls by a factor of e [degrees]: 0.8 straight, 0.3 at 20°. */
export const kneeFlexionScale = {
  value: 20.4, low: 16, high: 28, unit: "degree", source: "rubin-2003", where: "30 % at 20° of flexion, from memory; 20°/ln(0.8/0.3)", population: "6 people with pins in bone", evidence: "D",
} as const satisfies Figure;

/** Frequency at which the leg changes from carrying the force whole to damping it [Hz]. */
export const legCrossover = {
  value: 9.8, low: 8, high: 12, unit: "Hz", source: "shorten-winslow-1992", where: "between the active band (5–8 Hz), which reaches the head whole, and the impact's (12–20 Hz), which does not; √(8·12)", population: "12 runners, 2–5 m/s", evidence: "D",
} as const satisfies Figure;

/** Knee flexion in running [degrees]: at initial contact, and its largest in stance; at 2.9 m/s and 172.6 steps/min. */
export const kneeFlexion = {
  atInitialContact: { value: 17.8, low: 11.2, high: 24.4, unit: "degree", source: "heiderscheit-2011", where: "table 3, preferred step rate, ± 4.0", population: "45 runners", evidence: "S" },
  largest: { value: 46.3, low: 38.9, high: 53.7, unit: "degree", source: "heiderscheit-2011", where: "table 3, preferred step rate, ± 4.5", population: "45 runners", evidence: "S" },
  walking: { value: 8, low: 3, high: 15, unit: "degree", source: null, where: "about 5° at contact and 18° a tenth of a second later", population: "-", evidence: "A" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Share of the leg's shortening (Morin's definition) that the knee takes [1]: the flexion above over the shortening modelled at that speed and step rate. */
export const kneeShareOfLegCompression = {
  value: 0.48, low: 0.43, high: 0.53, unit: "1", source: "heiderscheit-2011", where: "two equal segments: L·(cos 8.9° − cos 23.15°) over the shortening modelled at 2.9 m/s and 172.6 steps/min; 0.53 and 0.43 at step rates 10 % lower and higher", population: "45 runners", evidence: "D",
} as const satisfies Figure;

/** Share of a body part that moves with its bones at once; the rest follows as a wobbling mass [1]. */
export const rigidShare = {
  upperBody: { value: 0.2, low: 0.15, high: 0.35, unit: "1", source: "liu-nigg-2000", where: "12.58 of 62.92 kg, second hand", population: "model", evidence: "S2" },
  lowerBody: { value: 0.5, low: 0.4, high: 0.65, unit: "1", source: "liu-nigg-2000", where: "6.15 of 12.15 kg, second hand", population: "model", evidence: "S2" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Wobbling mass on its mounting: natural frequency [Hz] and damping ratio [1]. */
export const wobbling = {
  frequency: { value: 5, low: 4, high: 7, unit: "Hz", source: "fairley-griffin-1989", where: "one mass on spring and damper for the seated body's apparent mass: 31.4 rad/s", population: "60 seated people", evidence: "S2" },
  dampingRatio: { value: 0.475, low: 0.3, high: 0.6, unit: "1", source: "fairley-griffin-1989", where: "the same fit", population: "60 seated people", evidence: "S2" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Axial stiffness of a lumbar disc with its vertebrae at 600 N [N/m]; it grows with the root of the preload. */
export const discStiffness = {
  value: 1.5e6, low: 0.7e6, high: 2.5e6, unit: "N/m", source: "izambert-2003", where: "0.19–3.66 MN/m under 400 N; 0.7–2.5 in older tests; the same at all levels (Kemper 2007)", population: "8 discs", evidence: "S",
} as const satisfies Figure;

/** Preload the stiffness is told at [N]. */
export const discStiffnessPreload = 600;

/** Axial damping of a lumbar disc [N s/m]. */
export const discDamping = {
  value: 800, low: 100, high: 2000, unit: "N s/m", source: "izambert-2003", where: "32–2094 N s/m, 5–30 Hz", population: "8 discs", evidence: "S",
} as const satisfies Figure;

/** Lordosis of the lumbar spine in running where it was not measured [degrees], L1–S1. */
export const usualLordosisDegrees = {
  value: 50, low: 32, high: 68, unit: "degree", source: null, where: "usual standing angle L1–S1 about 50 ± 11°; methods differ by more", population: "-", evidence: "A",
} as const satisfies Figure;

/** Length of the lumbar spine, L1 to S1, at 1.75 m of stature [m]. */
export const lumbarLength = {
  value: 0.18, low: 0.16, high: 0.2, unit: "m", source: null, where: "five vertebrae of 27 mm and discs of 10–14 mm", population: "-", evidence: "A",
} as const satisfies Figure;

/** Resistance of one lumbar segment to bending, muscles at work [N m/rad]. */
export const segmentBendingStiffness = {
  value: 570, low: 115, high: 2850, unit: "N m/rad", source: null, where: "between a bare segment (2 N m/°) and the braced trunk (10 N m/° over five segments), geometric mean; both from memory", population: "-", evidence: "A",
} as const satisfies Figure;

/** Damping over stiffness of that bending [s]: the muscles' own. */
export const bendingRelaxationTime = {
  value: 0.01, low: 0.003, high: 0.03, unit: "s", source: null, where: "trunks pushed over swing back with a damping ratio of about 0.3 at 5–10 Hz", population: "-", evidence: "A",
} as const satisfies Figure;

/** Springs and dampers of the upper body in models of seated people: thorax on the spine, head on the neck. */
export const upperBodyLinks = {
  thoraxStiffness: { value: 183e3, low: 100e3, high: 300e3, unit: "N/m", source: "boileau-rakheja-1998", where: "chest on lower torso; from memory", population: "model of 10–12 seated people", evidence: "M-h" },
  thoraxDamping: { value: 4750, low: 1000, high: 6000, unit: "N s/m", source: "boileau-rakheja-1998", where: "chest on lower torso; from memory", population: "model of 10–12 seated people", evidence: "M-h" },
  neckStiffness: { value: 204e3, low: 134e3, high: 310e3, unit: "N/m", source: "boileau-rakheja-1998", where: "310 kN/m here, 134 in Wan & Schimmels 1995, geometric mean; from memory", population: "models of seated people", evidence: "M-h" },
  neckDamping: { value: 320, low: 250, high: 400, unit: "N s/m", source: "boileau-rakheja-1998", where: "400 here, 250 in Wan & Schimmels 1995; from memory", population: "models of seated people", evidence: "M-h" },
} as const satisfies Readonly<Record<string, Figure>>;

/** Mass of the head over the body's [1]. */
export const headMassShare = {
  value: 0.068, low: 0.066, high: 0.07, unit: "1", source: "de-leva-1996", where: "6.94 % in men, 6.68 % in women", population: "115 young adults", evidence: "M-h",
} as const satisfies Figure;

const wornSensor = {
  source: "alcantara-2022", population: "one runner's waist sensor, 4 level trials, measured force in: a calibration", evidence: "D",
} as const;

/** A sensor clipped over the sacrum: its own resonance [Hz] and damping ratio [1]. */
export const sensorMount = {
  frequency: { ...wornSensor, value: 24, low: 18, high: 35, unit: "Hz", where: "least squares on the complex gain from force to sensor, 2–34 Hz, weighted by coherence: relative error 0.46, without a mount 0.90" },
  dampingRatio: { ...wornSensor, value: 0.2, low: 0.1, high: 0.6, unit: "1", where: "the same fit; one of 34 g on skin rang freely, one of 1.5 g did not (Ziegert & Lewis 1979)" },
} as const satisfies Readonly<Record<string, Figure>>;

/**
 * How many times larger the shock in all axes of such a sensor is than the shock along the body that the mount passes [1]; the slow part is shown as it is.
 * In it are what the axial chain leaves out (braking, rocking of the sensor, steps that differ), and a spike sharper than the model's. A test fits it anew.
 */
export const wornShockGain = {
  ...wornSensor, value: 2.56, low: 1.5, high: 3.5, unit: "1",
  where: "least squares on the logarithm of the step's largest vector of two axes, mean over the steps; single trials 2.2–3.2. Readings as they are: late in stance they are 1.00–1.08 of the force, and their mean is higher because negative ones were cut to zero. Low end: the mean set to the force's",
} as const satisfies Figure;

/** Frequency at which a worn sensor begins to show more than the bone does [Hz]: below it the body bounces as one. */
export const wornShockFrequency = {
  value: 8, low: 6, high: 12, unit: "Hz", source: null, where: "between the body's own bouncing (its first two harmonics) and the shock", population: "-", evidence: "A",
} as const satisfies Figure;

/** Standard deviation of the logarithm of the force's part above 8 Hz between runners [1]. */
export const impactForceSpread = {
  value: 0.21, low: 0.15, high: 0.3, unit: "1", source: "malisoux-2021", where: "impact peak 1.53 ± 0.21 body weights within one shoe, with what the wave model misses", population: "848 runners", evidence: "D",
} as const satisfies Figure;

/** What the chain leaves out of the largest acceleration of sacrum and head, as the standard deviation of a factor's logarithm [1]. */
export const chainModelSpread = {
  value: 0.2, low: 0.15, high: 0.3, unit: "1", source: "alcantara-2022", where: "a waist sensor's peaks over the model's from the measured force: 0.95–1.4 on the level, by a sharper impact", population: "one runner, 5 level trials", evidence: "D",
} as const satisfies Figure;
