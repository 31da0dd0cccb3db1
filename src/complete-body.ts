import type { Body, Runner } from "./domain/index.ts";
import { assumedBody, legLengthOverHeight } from "./literature/index.ts";

/** Completes what the runner told by stated assumptions: mass and height usual for the sex, each following the other where one is known. */
export function completeBody(runner: Runner): Body {
  const usual = assumedBody[runner.sex ?? "unknown"];
  const mass = runner.mass ?? usual.mass.value * (runner.height === null ? 1 : (runner.height / usual.height.value) ** 2);
  const height = runner.height ?? usual.height.value * (mass / usual.mass.value) ** 0.25;
  const assumed = (["mass", "height", "sex"] as const).filter((field) => runner[field] === null);
  return { mass, height, sex: runner.sex, legLength: legLengthOverHeight.value * height, assumed };
}
