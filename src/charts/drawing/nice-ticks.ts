import { numberWords } from "./number-words.ts";

/** Width of one figure at the size of axis labels [px]. */
const figureWidth = 7;

/** Round numbers for an axis: at most six, as many as have room for their labels, with the decimals they need. */
export function niceTicks(low: number, high: number, width: number): { readonly ticks: readonly number[]; readonly digits: number } {
  // An axis without extent has one place, one without end has none.
  if (!(high > low) || !Number.isFinite(high - low)) return { ticks: Number.isFinite(low) ? [low] : [], digits: 0 };
  const rough = (high - low) / 5;
  let power = Math.floor(Math.log10(rough));
  for (;;) {
    for (const factor of [1, 2, 5]) {
      const step = factor * 10 ** power;
      const digits = Math.max(0, -power);
      const first = Math.ceil(low / step - 1e-9);
      const count = Math.floor(high / step + 1e-9) - first + 1;
      const ticks = Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
      const widest = Math.max(0, ...ticks.map((tick) => numberWords(tick, digits).length));
      if (step >= rough * 0.999 && (count <= 1 || (step / (high - low)) * width >= widest * figureWidth + 8)) return { ticks, digits };
    }
    power++;
  }
}
