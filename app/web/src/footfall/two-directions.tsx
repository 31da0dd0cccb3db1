import { useMemo, useState } from "react";
import { modelDifference, numberWords, thinSpace, type DirectionDifference, type FootfallCondition, type Simulation } from "../../../../src/index.ts";

interface Look {
  readonly name: string;
  readonly unit: string;
  readonly times: number;
  readonly digits: number;
}

const bodyWeights = { unit: "× body weight", times: 1, digits: 2 } as const;
const looks: Readonly<Record<string, Look>> = {
  activePeak: { name: "Ground’s push", ...bodyWeights }, impactPeak: { name: "First peak", ...bodyWeights }, impactPeakTime: { name: "… after contact", unit: "ms", times: 1000, digits: 0 },
  peakTibialAcceleration: { name: "Shin", unit: "g", times: 1, digits: 1 }, peakSacralAcceleration: { name: "Sacrum", unit: "g", times: 1, digits: 1 }, peakHeadAcceleration: { name: "Head", unit: "g", times: 1, digits: 1 },
};

/** The same footfall by both directions of the model, once it is opened. */
export function TwoDirections({ condition, simulation }: { readonly condition: FootfallCondition; readonly simulation: Simulation }) {
  const [isOpen, setOpen] = useState(false);
  const difference = useMemo(() => (isOpen ? modelDifference(condition, simulation) : null), [isOpen, condition, simulation]);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The same footfall, worked out in two directions</summary>
      <p className="support">
        What you see above is worked out backwards: from how long the foot is on the ground and in the air to the force, and from the force up the body. The other direction starts where nature does, with how fast body and foot come
        down, and lets leg, muscle, shoe and ground find the force. Where the two differ, the model does not know.
      </p>
      <div role="status">
        {difference !== null && ("reason" in difference ? <p className="quiet">The other direction does not apply here: {difference.reason}.</p> : <DirectionTable outputs={difference.outputs} />)}
      </div>
    </details>
  );
}

function DirectionTable({ outputs }: { readonly outputs: readonly DirectionDifference[] }) {
  return (
    <div className="scroll" role="region" aria-label="Both directions as a table" tabIndex={0}>
      <table>
        <thead><tr><th scope="col">Largest</th><th scope="col">Backward</th><th scope="col">Forward</th><th scope="col">Unit</th><th scope="col">Forward against backward</th></tr></thead>
        <tbody>
          {outputs.map(({ output, forward, inverse, relative }) => {
            const { name, unit, times, digits } = looks[output] ?? { name: `Disc ${output.replace("-", "–")}`, ...bodyWeights };
            const missing = output === "peakTibialAcceleration" ? "cannot tell" : "none stands out";
            const cell = (value: number | null): string => (value === null ? missing : numberWords(times * value, digits));
            return (
              <tr key={output}>
                <th scope="row">{name}</th><td>{cell(inverse)}</td><td>{cell(forward)}</td><td>{unit}</td>
                <td>{relative === null ? "" : `${relative > 0 ? "+" : ""}${numberWords(100 * relative)}${thinSpace}%`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
