import { cyclesWords, numberWords, thinSpace, type DiscLevel, type Quantity } from "../../../../src/index.ts";
import type { RunDetail } from "../../../server/api.ts";
import { discName } from "../words/run-sentences.ts";
import { withBand } from "../words/units.ts";
import { Term } from "./term.tsx";

/** One disc's load over the run, in every measure the model has. */
export function RunDiscFigures({ run, disc }: { readonly run: RunDetail; readonly disc: DiscLevel }) {
  const figures = run.summary.discs.find(({ level }) => level === disc);
  if (!figures) return null;
  const { dose } = figures;
  return (
    <div className="disc-figures">
      <dl className="figures">
        <Figure name="Peak, typical footfall" text={`${withBand(figures.peakCompression, 2)}${thinSpace}× body weight`} />
        <Figure name="Mean of all peaks" text={`${withBand(figures.meanPeakCompression, 2)}${thinSpace}× body weight`} />
        <Figure name="Force over time, whole run" text={forceWords(figures.impulse)} />
        <Figure name="Load cycles" text={numberWords(figures.cycles)} />
      </dl>
      <p className="quiet">
        Summed over the run with three <Term name="exponent">exponents</Term>, because research has not settled how strongly high loads count:
      </p>
      <dl className="figures three">
        <Figure name="Exponent 2" text={forceWords(dose.exponent2)} />
        <Figure name="Exponent 6" text={forceWords(dose.exponent6)} />
        <Figure name="Exponent 9" text={forceWords(dose.exponent9)} />
      </dl>
      <p className="quiet">{cyclesWords()}</p>
      <p className="unseen" aria-live="polite">{discName(disc)} shown</p>
    </div>
  );
}

function Figure({ name, text }: { readonly name: string; readonly text: string }) {
  return <div><dt className="quiet">{name}</dt><dd>{text}</dd></div>;
}

/** Newtons, or newton seconds, in the size that leaves two or three figures that count. */
function forceWords(quantity: Quantity): string {
  const { prefix, size } = quantity.value >= 1e6 ? { prefix: "M", size: 1e-6 } : { prefix: "k", size: 1e-3 };
  const digits = quantity.value * size < 10 ? 2 : quantity.value * size < 100 ? 1 : 0;
  return `${withBand(quantity, digits, size)}${thinSpace}${prefix}${quantity.unit.replace(" ", "·")}`;
}
