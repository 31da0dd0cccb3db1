import type { Figure } from "./figure.ts";

/**
 * What studies disagree by about one effect: the standard deviation of the effect's logarithm over the published contrast [1], for the footfall's first shock
 * (impact peak, accelerations), for the largest push from the ground, and for the load on the discs.
 */
export interface Disagreement {
  readonly shock: Figure;
  readonly force: Figure;
  readonly load: Figure;
}

const spread = (value: number, low: number, high: number, source: Figure["source"], where: string, population: string, evidence: Figure["evidence"]): Figure =>
  ({ value, low, high, unit: "1", source, where, population, evidence });

/** Softer against harder shoe, over the contrast of the largest trial: 61 against 95 N/mm. */
export const shoeSoftnessDisagreement: Disagreement = {
  shock: spread(0.085, 0.06, 0.11, "malisoux-2021", "impact peak +6 % in the softer shoe, where a machine shows less; +10 % in baltich-2015, +6 and +11 % in kulmala-2018: as uncertain as it is large, their root mean square", "848 runners, and smaller groups", "D"),
  force: spread(0.02, 0.01, 0.04, "malisoux-2021", "active peak: no difference told; taken as a quarter of the shock's", "848 runners", "A"),
  load: spread(0.066, 0.02, 0.11, "wilke-1999", "pressure in one disc 11 % lower jogging in soft shoes than in hard ones, where first peaks were 6 to 11 % higher: some 11 % either way in nine of ten", "one man", "A"),
};

/** Shoe stiffnesses of that contrast [N/m]. */
export const shoeSoftnessContrast = { soft: 61.3e3, hard: 94.9e3 } as const;

/** Soft against hard ground, over the contrast of turf and concrete. */
export const surfaceDisagreement: Disagreement = {
  shock: spread(0.08, 0.05, 0.12, "waite-2021", "tibia 8.22 g on grass, 7.47 on concrete (+10 %) against a pooled effect of −0.80 standard deviations on soft ground (mitchell-2023), some −16 %; woodchip below track and concrete alike (boey-2017)", "pooled trials", "D"),
  force: spread(0.02, 0.01, 0.04, "mitchell-2023", "peak vertical force: no difference; its spread is taken as a quarter of the shock's", "pooled trials", "A"),
  load: spread(0.02, 0.01, 0.04, "mitchell-2023", "peak vertical force: no difference; its spread is taken as a quarter of the shock's", "pooled trials", "A"),
};

/** A worn against a new shoe, over the whole loss of absorption. */
export const wearDisagreement: Disagreement = {
  shock: spread(0.03, 0.01, 0.06, "wang-2012", "peak on a machine +5 % at most over 500 km; loads on 24 runners unchanged after 320 km (kong-2009)", "8 and 24 runners", "D"),
  force: spread(0.01, 0.005, 0.03, "kong-2009", "external loads unchanged: taken as a third of the shock's", "24 runners", "A"),
  load: spread(0.01, 0.005, 0.03, "kong-2009", "external loads unchanged: taken as a third of the shock's", "24 runners", "A"),
};

/** Slope, over the contrast of 5 % down and 5 % up: what it may do to the discs' load beside the model, which has it from one runner. */
export const slopeDisagreement = spread(0.03, 0.01, 0.06, null, "one runner's trials and no study of others; taken as half as much again as what studies of ground leave open", "-", "A");

/** Rise over run between the ends of that contrast [1]. */
export const slopeContrast = 0.1;
