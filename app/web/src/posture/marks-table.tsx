import { useState } from "react";
import type { PicturePoint } from "../../../../src/index.ts";
import { targets, type Points, type Target } from "./marks.ts";
import { targetWords } from "./posture-words.ts";

/** The points as numbers: the picture's twin, and another way to set them. */
export function MarksTable({ width, height, points, onPut }: { readonly width: number; readonly height: number; readonly points: Points; readonly onPut: (target: Target, at: PicturePoint) => void }) {
  return (
    <details>
      <summary>Points as numbers</summary>
      <div className="scroll">
        <table className="marks-table">
          <thead><tr><th scope="col">Point</th><th scope="col">From the left, px</th><th scope="col">From the top, px</th></tr></thead>
          <tbody>
            {targets.map((target) => {
              const at = points[target];
              return (
                <tr key={target}>
                  <th scope="row">{targetWords[target]}</th>
                  <td><Cell label={`${targetWords[target]} from the left`} value={at?.x} largest={width} onTake={(x) => onPut(target, { x, y: at?.y ?? Math.round(height / 2) })} /></td>
                  <td><Cell label={`${targetWords[target]} from the top`} value={at?.y} largest={height} onTake={(y) => onPut(target, { x: at?.x ?? Math.round(width / 2), y })} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Cell({ label, value, largest, onTake }: { readonly label: string; readonly value: number | undefined; readonly largest: number; readonly onTake: (value: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const number = Number((typed ?? "").replace(",", "."));
  const isRefused = typed !== null && typed.trim() !== "" && !(number >= 0 && number <= largest);
  const take = (): void => {
    if (typed !== null && typed.trim() !== "" && !isRefused) onTake(number);
    setTyped(null);
  };
  return (
    <>
      <input
        inputMode="decimal" autoComplete="off" aria-label={label} aria-invalid={isRefused} value={typed ?? (value === undefined ? "" : String(value))}
        onChange={(event) => setTyped(event.target.value)} onBlur={take} onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); take(); } }}
      />
      {isRefused && <span className="quiet"> 0 to {largest}</span>}
    </>
  );
}
