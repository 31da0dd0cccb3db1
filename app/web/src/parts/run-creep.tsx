import { thinSpace } from "../../../../src/index.ts";
import type { RunSeries } from "../../../server/api.ts";
import { basisWords } from "../words/basis-words.ts";
import { metresPerInch, withBand } from "../words/units.ts";
import { useUnits } from "./use-units.ts";

/** What the run cost in height, quietly, with what is known of its meaning. */
export function RunCreep({ creep }: { readonly creep: NonNullable<RunSeries["creep"]> }) {
  const { mass } = useUnits();
  const { statureLoss, lumbarHeightLoss, words } = creep;
  const stature = mass === "kg" ? `${withBand(statureLoss, 0, 1000)}${thinSpace}mm` : `${withBand(statureLoss, 2, 1 / metresPerInch)}${thinSpace}in`;
  return (
    <section aria-labelledby="creep-title">
      <h2 id="creep-title">Afterwards</h2>
      <p className="quiet support">
        If you were rested before it, you ended about {stature} shorter, your lumbar discs {withBand(lumbarHeightLoss, 1, 100)}{thinSpace}% lower ({basisWords[statureLoss.basis]}). {words}
      </p>
    </section>
  );
}
