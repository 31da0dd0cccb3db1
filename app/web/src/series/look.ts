import type { Basis } from "../../../../src/index.ts";

/** Colours of the page as the canvas needs them: plain text, resolved for the theme of the moment. */
export interface Look {
  readonly ink: string;
  readonly quiet: string;
  readonly hair: string;
  readonly line: string;
  readonly font: string;
}

/** Reads the colours off hidden swatches, the only way to learn what `light-dark()` came to. */
export function lookOf(host: HTMLElement): Look {
  const colour = (className: string): string => {
    const swatch = document.createElement("span");
    swatch.className = className;
    host.append(swatch);
    const { color } = getComputedStyle(swatch);
    swatch.remove();
    return color;
  };
  return { ink: colour("swatch-ink"), quiet: colour("swatch-quiet"), hair: colour("swatch-hair"), line: colour("swatch-line"), font: `13px ${getComputedStyle(host).fontFamily}` };
}

/** Fill of a band by how its values were come by: measured a wash, reconstructed only outlined, simulated hatched, assumed nothing. */
export function bandFill(basis: Basis, colour: string): CanvasPattern | string {
  if (basis === "measured") return withAlpha(colour, 0.22);
  if (basis !== "simulated") return "transparent";
  const tile = document.createElement("canvas");
  const size = 6 * devicePixelRatio;
  [tile.width, tile.height] = [size, size];
  const pen = tile.getContext("2d");
  if (!pen) return withAlpha(colour, 0.22);
  pen.strokeStyle = withAlpha(colour, 0.6);
  pen.lineWidth = devicePixelRatio * 0.8;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat") ?? withAlpha(colour, 0.22);
}

/** Dashes of a band's edge: only the assumed is dotted. */
export const edgeDash = (basis: Basis): number[] => (basis === "assumed" ? [1, 4] : []);

export function withAlpha(colour: string, alpha: number): string {
  return colour.replace(/^rgb\(([^)]*)\)$/, `rgba($1, ${alpha})`);
}
