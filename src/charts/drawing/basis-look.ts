import type { Basis } from "../../domain/index.ts";
import type { LoadStep } from "./load-scale.ts";
import { element, short, straightPath, type Point } from "./svg.ts";

/** Fills a shape by how its value was come by: measured solid, reconstructed outlined, simulated hatched, assumed dotted. */
export function drawByBasis(corners: readonly Point[], basis: Basis, step: LoadStep, lineWidth: number): string {
  const path = straightPath(corners, true);
  const edge = { d: path, "stroke-width": lineWidth, "stroke-linejoin": "round" };
  if (basis === "measured") return element("path", { ...edge, class: `${step.className} ff-solid`, fill: step.colour, stroke: step.colour });
  const ground = element("path", { d: path, class: "ff-paper", fill: "#fffdfa", stroke: "none" });
  const line = { class: `${step.className} ff-outlined`, fill: "none", stroke: step.colour };
  if (basis === "reconstructed") return ground + element("path", { ...edge, ...line, "stroke-width": lineWidth * 1.6 });
  if (basis === "assumed") return ground + element("path", { ...edge, ...line, "stroke-width": lineWidth * 1.4, "stroke-dasharray": `0.1 ${short(lineWidth * 2.4)}`, "stroke-linecap": "round" });
  return ground + element("path", { d: hatch(corners, lineWidth * 2.2), ...line, "stroke-width": lineWidth * 0.8 }) + element("path", { ...edge, ...line });
}

/** Slanting lines inside a convex shape, as one path: a pattern would need a name, and names clash when pictures share a page. */
export function hatch(corners: readonly Point[], spacing: number): string {
  const slant = (point: Point): number => point.x + point.y;
  const [low, high] = [Math.min(...corners.map(slant)), Math.max(...corners.map(slant))];
  let path = "";
  for (let level = low + spacing; level < high; level += spacing) {
    const crossings = corners.flatMap((from, index) => {
      const to = corners[(index + 1) % corners.length]!;
      const share = (level - slant(from)) / (slant(to) - slant(from));
      return share >= 0 && share < 1 ? [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }] : [];
    });
    if (crossings.length >= 2) path += straightPath(crossings.slice(0, 2));
  }
  return path;
}
