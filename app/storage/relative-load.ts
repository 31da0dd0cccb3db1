import { contactTimeBetweenDays, doseExponents, median, type RunSummary } from "../../src/index.ts";

/** "Usual" looks this far back [s], 56 days. */
export const usualWindow = 56 * 86_400;
const fewestUsualRuns = 5;

interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/** A run's load on L5-S1 against the runner's own usual. */
export interface RelativeLoad {
  readonly wholeRun: Ratio;
  readonly perFootfall: Ratio;
  readonly usualRuns: number;
}

/**
 * A run's load on L5-S1 against the median of the same runner's runs of the same sport in the 56 days before it; null where fewer than five are known.
 * A description of what was done, not a risk: what follows from it for the back is not known.
 *
 * `perFootfall` compares the mean peak compression. What all of one runner's numbers share (body, muscle lever arms) cancels; what is left is how a runner's
 * contact time wavers between days, and, where one was measured and the other reconstructed, the doubt in the reconstruction; peak force goes as 1 / contact time.
 *
 * `wholeRun` says how many usual runs this one counts as: the median over the force–time integral and the three contested dose laws, the band holding each of them with its own
 * error. A law with dose (mean(F^p)·N^q)^(1/p) counts k usual runs where k = (dose / usual dose)^(p/q): for each law k is the footfalls' ratio times a power of the force's.
 */
export function relativeLoad(run: RunSummary, earlier: readonly RunSummary[]): RelativeLoad | null {
  const own = figures(run);
  const usual = earlier.flatMap((other) => (other.sport === run.sport ? figures(other) ?? [] : []));
  if (!own || usual.length < fewestUsualRuns) return null;
  const against = (pick: (of: Figures) => number): number => pick(own) / median(Float64Array.from(usual, pick));
  const error = forceError(own, usual);
  const force = against(({ meanPeak }) => meanPeak);
  const counted = doseExponents.map(({ exponent, cyclesExponent }, index) => ({ power: exponent / cyclesExponent, runs: against(({ doses }) => doses[index] ?? NaN) ** (exponent / cyclesExponent) }));
  const laws = [{ power: 1, runs: against(({ impulse }) => impulse) }, ...counted];
  return {
    perFootfall: { ratio: force, low: force / (1 + error), high: force * (1 + error) },
    wholeRun: {
      ratio: median(Float64Array.from(laws, ({ runs }) => runs)),
      low: Math.min(...laws.map(({ power, runs }) => runs / (1 + error) ** power)),
      high: Math.max(...laws.map(({ power, runs }) => runs * (1 + error) ** power)),
    },
    usualRuns: usual.length,
  };
}

interface Figures {
  readonly meanPeak: number;
  readonly impulse: number;
  readonly doses: readonly number[];
  readonly isMeasured: boolean;
  /** Half the central 90 % band of contact time over its value [1]. */
  readonly contactTimeError: number;
}

function figures({ discs, groundContactTime }: RunSummary): Figures | null {
  const disc = discs.find(({ level }) => level === "L5-S1");
  if (!disc || !groundContactTime || !(disc.impulse.value > 0)) return null;
  return {
    meanPeak: disc.meanPeakCompression.value,
    impulse: disc.impulse.value,
    doses: [disc.dose.exponent2.value, disc.dose.exponent6.value, disc.dose.exponent9.value],
    isMeasured: groundContactTime.basis === "measured",
    contactTimeError: (groundContactTime.high - groundContactTime.low) / (2 * groundContactTime.value),
  };
}

/** Half the central 90 % band of a ratio of forces [1], from what the two sides do not share. */
function forceError(own: Figures, usual: readonly Figures[]): number {
  const days = 1.645 * contactTimeBetweenDays * Math.sqrt(1 + 1 / usual.length);
  const others = usual.filter(({ isMeasured }) => isMeasured !== own.isMeasured);
  if (2 * others.length <= usual.length) return days;
  return Math.hypot(days, own.contactTimeError, median(Float64Array.from(others, ({ contactTimeError }) => contactTimeError)));
}
