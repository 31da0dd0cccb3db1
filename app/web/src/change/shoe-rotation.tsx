import type { Cabinet } from "../../../server/underfoot-api.ts";
import { useUnits } from "../parts/use-units.ts";
import { dateWords } from "../words/dates.ts";
import { distanceWords } from "../words/units.ts";

const [height, top, barWidth, gap] = [120, 8, 40, 14];
/** Looks that differ without colour too: full, outlined, hatched, dotted, and so on round. */
const looks = ["full", "outline", "hatch", "dot", "half"] as const;
const lookOf = (index: number): string => `rotation-${looks[index % looks.length] ?? "full"}`;

/** Which pair was run in how far, week by week. */
export function ShoeRotation({ cabinet: { rotation, shoes } }: { readonly cabinet: Cabinet }) {
  const units = useUnits();
  const worn = shoes.filter(({ id }) => rotation.some((week) => week.shoes.some(({ shoeId }) => shoeId === id)));
  const nameOf = (id: number | null): string => (id === null ? "no pair said" : worn.find((shoe) => shoe.id === id)?.name ?? "a removed pair");
  const order: readonly (number | null)[] = [...worn.map(({ id }) => id), null];
  const totals = rotation.map((week) => week.shoes.reduce((sum, { distance }) => sum + distance, 0));
  const most = Math.max(...totals, 1);
  if (totals.every((total) => total === 0)) return null;
  const scale = (distance: number): number => (distance / most) * (height - top);
  return (
    <section aria-labelledby="rotation-title">
      <h2 id="rotation-title">Rotation</h2>
      <p className="quiet">How far in which pair, over twelve weeks. Changing pairs spreads the wear; that it spares anyone anything is not shown.</p>
      <div className="scroll" tabIndex={0} role="region" aria-label="Rotation as a picture">
        <svg className="rotation" viewBox={`0 0 ${rotation.length * (barWidth + gap)} ${height + 24}`} width={rotation.length * (barWidth + gap)} height={height + 24} role="img" aria-label="Distance in each pair, week by week">
          <defs>
            <pattern id="rotation-hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v6" className="rotation-stroke" strokeWidth="3" /></pattern>
            <pattern id="rotation-dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.5" className="rotation-dot-ink" /></pattern>
          </defs>
          {rotation.map(({ weekOf, shoes: distances }, week) => {
            let y = height;
            return (
              <g key={weekOf}>
                {order.map((id, index) => {
                  const tall = scale(distances.find(({ shoeId }) => shoeId === id)?.distance ?? 0);
                  y -= tall;
                  return tall > 0 ? <rect key={id ?? "none"} x={week * (barWidth + gap) + 1} y={y} width={barWidth} height={Math.max(0.5, tall - 1)} className={id === null ? "rotation-none" : lookOf(index)} /> : null;
                })}
                <text className="ff-text-quiet" x={week * (barWidth + gap) + barWidth / 2} y={height + 18} fontSize="12" textAnchor="middle">{dateWords(weekOf)}</text>
              </g>
            );
          })}
        </svg>
      </div>
      <ul className="rotation-key">
        {order.map((id, index) => (id === null && !rotation.some((week) => week.shoes.some(({ shoeId }) => shoeId === null)) ? null : (
          <li key={id ?? "none"}><svg width="20" height="14" aria-hidden><rect x="1" y="1" width="18" height="12" className={id === null ? "rotation-none" : lookOf(index)} /></svg> {nameOf(id)}</li>
        )))}
      </ul>
      <details>
        <summary>As a table</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label="Rotation as a table">
          <table>
            <thead><tr><th scope="col">Week of</th>{order.map((id) => <th scope="col" key={id ?? "none"}>{nameOf(id)}</th>)}</tr></thead>
            <tbody>
              {rotation.map(({ weekOf, shoes: distances }) => (
                <tr key={weekOf}><th scope="row">{dateWords(weekOf)}</th>{order.map((id) => <td key={id ?? "none"}>{distanceWords(distances.find(({ shoeId }) => shoeId === id)?.distance ?? 0, units)}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
