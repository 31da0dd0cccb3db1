import { numberWords, thinSpace } from "../../../../src/index.ts";
import type { SurfaceShares } from "../../../server/underfoot-api.ts";
import { useUnits } from "../parts/use-units.ts";
import { dateWords } from "../words/dates.ts";
import { surfaceWords } from "../words/shoe-words.ts";
import { distanceWords } from "../words/units.ts";

type Shares = SurfaceShares["total"]["surfaces"];

/** Each ground's share: in all, by week, by pair. */
export function GroundShares({ surfaces: { total, weeks, shoes } }: { readonly surfaces: SurfaceShares }) {
  const units = useUnits();
  return (
    <section aria-labelledby="shares-title">
      <h2 id="shares-title">What you ran on</h2>
      {total.distance === 0 && <p className="quiet">With your first run, the grounds you run on will stand here.</p>}
      {total.distance > 0 && (
        <>
          <ShareBars shares={total.surfaces} />
          <p className="quiet">Of {distanceWords(total.distance, units, 0)} in all. Ground nobody spoke of counts as not known; you can say it on a run’s own page, or by a rule below.</p>
          <details>
            <summary>Week by week</summary>
            <ShareTable heading="Week of" rows={weeks.filter(({ distance }) => distance > 0).map(({ weekOf, ...week }) => ({ name: dateWords(weekOf), ...week })).toReversed()} />
          </details>
          {shoes.length > 0 && <details><summary>By pair</summary><ShareTable heading="Pair" rows={shoes} /></details>}
        </>
      )}
    </section>
  );
}

function ShareBars({ shares }: { readonly shares: Shares }) {
  return (
    <ul className="share-bars">
      {shares.map(({ surface, share }) => (
        <li key={surface}>
          <span>{surfaceWords[surface]}</span>
          <svg viewBox="0 0 240 12" width="240" height="12" preserveAspectRatio="none" aria-hidden><rect className={surface === "unknown" ? "rotation-none" : "rotation-full"} x="0" y="0" width={Math.max(1, 240 * share)} height="12" /></svg>
          <span>{shareWords(share)}</span>
        </li>
      ))}
    </ul>
  );
}

function ShareTable({ heading, rows }: { readonly heading: string; readonly rows: readonly { readonly name: string; readonly distance: number; readonly surfaces: Shares }[] }) {
  const units = useUnits();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={`Grounds, ${heading.toLowerCase()}`}>
      <table>
        <thead><tr><th scope="col">{heading}</th><th scope="col">Distance</th><th scope="col">Grounds</th></tr></thead>
        <tbody>
          {rows.map(({ name, distance, surfaces }) => <tr key={name}><th scope="row">{name}</th><td>{distanceWords(distance, units)}</td><td>{surfaces.map(({ surface, share }) => `${surfaceWords[surface]} ${shareWords(share)}`).join(", ")}</td></tr>)}
        </tbody>
      </table>
    </div>
  );
}

const shareWords = (share: number): string => `${numberWords(100 * share, share < 0.01 ? 1 : 0)}${thinSpace}%`;
