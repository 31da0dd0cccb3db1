import { thinSpace } from "../../../../src/index.ts";
import type { SurfaceShares } from "../../../server/underfoot-api.ts";
import { useUnits } from "../parts/use-units.ts";
import { surfaceWords } from "../words/shoe-words.ts";
import { countWords, paceWords, withBand } from "../words/units.ts";

/** The load on each ground, with the pace that explains most of it. */
export function GroundLoad({ load }: { readonly load: SurfaceShares["load"] }) {
  const units = useUnits();
  return (
    <section aria-labelledby="ground-load-title">
      <h2 id="ground-load-title">Load by ground</h2>
      {load.length === 0 && <p className="quiet">Once the ground of a run is known, your load on each kind of it will stand here.</p>}
      {load.length > 0 && (
        <>
          <p className="verdict">{verdictOf(load)}</p>
          <div className="scroll" tabIndex={0} role="region" aria-label="Load by ground, as a table">
            <table>
              <thead><tr><th scope="col">Ground</th><th scope="col">Mean peak on L5–S1</th><th scope="col">Your pace there</th><th scope="col">From</th></tr></thead>
              <tbody>
                {load.map(({ surface, meanPeak, meanSpeed, runs, footfalls }) => (
                  <tr key={surface}>
                    <th scope="row">{surfaceWords[surface]}</th>
                    <td>{withBand(meanPeak, 2)}{thinSpace}× body weight</td>
                    <td>{paceWords(meanSpeed, units)}</td>
                    <td>{countWords(runs, "run")}, {countWords(footfalls, "footfall")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="quiet">A ground you run faster on shows more load, whatever it is made of. The band is how far studies disagree on the ground’s own part: grass was 4{thinSpace}% below concrete at the sacrum in one, 10{thinSpace}% above it at the shin in another.</p>
        </>
      )}
    </section>
  );
}

function verdictOf(load: SurfaceShares["load"]): string {
  const known = load.filter(({ surface }) => surface !== "unknown");
  if (known.length < 2) return "It takes two grounds to compare; one is known so far.";
  const overlap = Math.max(...known.map(({ meanPeak }) => meanPeak.low)) <= Math.min(...known.map(({ meanPeak }) => meanPeak.high));
  return overlap ? "Cannot tell any of your grounds from another by its load: the bands overlap." : "The load differs between your grounds by more than studies disagree on them; look at the pace before the ground.";
}
