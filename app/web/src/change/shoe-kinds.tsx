import { bandWords, numberWords, thinSpace } from "../../../../src/index.ts";
import type { Cabinet } from "../../../server/underfoot-api.ts";
import { kindWords } from "../words/shoe-words.ts";
import { distanceWords } from "../words/units.ts";
import { useUnits } from "../parts/use-units.ts";

type KindFigure = Cabinet["kinds"][number]["stiffness"];

/** What kinds of shoe are usually like, and from where that is known. */
export function ShoeKinds({ cabinet: { kinds } }: { readonly cabinet: Cabinet }) {
  const units = useUnits();
  return (
    <section aria-labelledby="kinds-title">
      <h2 id="kinds-title">Kinds of shoe</h2>
      <p className="quiet">Ranges, not products. Where nobody published a figure it is assumed, with a wide band, and that stands beside it.</p>
      <details>
        <summary>The five kinds, with sources</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label="Kinds of shoe, as a table">
          <table>
            <thead><tr><th scope="col">Kind</th><th scope="col">Stack</th><th scope="col">Drop</th><th scope="col">Heel stiffness</th></tr></thead>
            <tbody>
              {kinds.map(({ kind, stackHeight, heelToToeDrop, stiffness, distanceBefore }) => (
                <tr key={kind}>
                  <th scope="row">{kindWords[kind]}{distanceBefore > 0 && <><br /><span className="quiet">taken as run in {distanceWords(distanceBefore, units, 0)} already</span></>}</th>
                  <Cell figure={stackHeight} times={1000} unit="mm" /><Cell figure={heelToToeDrop} times={1000} unit="mm" /><Cell figure={stiffness} times={0.001} unit="N/mm" />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Cell({ figure, times, unit }: { readonly figure: KindFigure; readonly times: number; readonly unit: string }) {
  return (
    <td className="kind-figure">
      {numberWords(figure.value * times)} ({bandWords(figure.low * times, figure.high * times, 0)}){thinSpace}{unit}<br />
      <span className="quiet">{figure.source === null ? "assumed" : figure.source}: {figure.where}</span>
    </td>
  );
}
