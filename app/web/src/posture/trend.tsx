import { numberWords, usualTrunkLeanDegrees } from "../../../../src/index.ts";
import type { PostureEntry } from "../../../server/posture-api.ts";
import { dateWords } from "../words/dates.ts";
import { angleWords } from "./posture-words.ts";

const size = { width: 640, height: 200, left: 40, right: 16, top: 16, bottom: 32 } as const;

/** Trunk lean over the days it was taken, each with its band, over the usual range. */
export function Trend({ entries }: { readonly entries: readonly PostureEntry[] }) {
  const told = entries.flatMap(({ id, day, findings: { trunkLean } }) => (trunkLean ? [{ id, day, lean: trunkLean, time: Date.parse(day) }] : [])).toReversed();
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || told.length < 2) return null;
  const low = Math.floor(Math.min(0, ...told.map(({ lean }) => lean.low)) / 10) * 10;
  const high = Math.ceil(Math.max(20, ...told.map(({ lean }) => lean.high)) / 10) * 10;
  const span = Math.max(1, last.time - first.time);
  const x = (time: number): number => size.left + 12 + ((time - first.time) / span) * (size.width - size.left - size.right - 24);
  const y = (degrees: number): number => size.top + ((high - degrees) / (high - low)) * (size.height - size.top - size.bottom);
  const ticks = Array.from({ length: (high - low) / 10 + 1 }, (_, index) => low + 10 * index);
  const words = `Trunk lean, taken ${told.length} times: ${told.map(({ day, lean }) => `${day} ${angleWords(lean)}`).join("; ")}.`;
  return (
    <figure className="picture">
      <svg className="ff-picture posture-trend" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={words}>
        <rect className="ff-tolerance" x={size.left} y={y(usualTrunkLeanDegrees.high)} width={size.width - size.left - size.right} height={y(usualTrunkLeanDegrees.low) - y(usualTrunkLeanDegrees.high)} />
        <text className="ff-text-quiet" x={size.width - size.right - 4} y={y(usualTrunkLeanDegrees.high) + 14} textAnchor="end" fontSize="12">usual among runners</text>
        {ticks.map((degrees) => (
          <g key={degrees}>
            <line className="ff-hair" x1={size.left} x2={size.width - size.right} y1={y(degrees)} y2={y(degrees)} />
            <text className="ff-text-quiet" x={size.left - 6} y={y(degrees) + 4} textAnchor="end" fontSize="12">{numberWords(degrees)}°</text>
          </g>
        ))}
        {told.map(({ id, lean, time }) => (
          <g key={id} className="posture-mark">
            <line x1={x(time)} x2={x(time)} y1={y(lean.low)} y2={y(lean.high)} />
            <circle cx={x(time)} cy={y(lean.value)} r="5" />
          </g>
        ))}
        <text className="ff-text-quiet" x={size.left} y={size.height - 8} fontSize="12">{dateWords(first.day)}</text>
        <text className="ff-text-quiet" x={size.width - size.right} y={size.height - 8} textAnchor="end" fontSize="12">{dateWords(last.day)}</text>
      </svg>
      <figcaption className="quiet">Trunk to upright, each with its band; the grey is the usual range. Bands that overlap may be the same lean.</figcaption>
    </figure>
  );
}
