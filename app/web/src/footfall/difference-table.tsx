import { bandWords, numberWords, type ComparedName, type OutputDifference, type FootfallComparison, type Quantity } from "../../../../src/index.ts";

/** An output's short name, the unit it is read in, what SI is multiplied by, and decimals. */
interface OutputLook {
  readonly name: string;
  readonly unit: string;
  readonly times: number;
  readonly digits: number;
}

const bodyWeights = { unit: "× body weight", times: 1, digits: 2 } as const;
const inG = { unit: "g", times: 1, digits: 1 } as const;

/** Short names of the outputs, as pictures and tables have them. */
export const outputLooks: Readonly<Record<ComparedName, OutputLook>> = {
  peakVerticalForce: { name: "Ground’s push", ...bodyWeights }, impactPeak: { name: "First peak", ...bodyWeights },
  groundContactTime: { name: "Contact time", unit: "ms", times: 1000, digits: 0 }, legStiffness: { name: "Leg stiffness", unit: "kN/m", times: 0.001, digits: 1 },
  peakTibialAcceleration: { name: "Shock, shin", ...inG }, peakSacralAcceleration: { name: "Shock, sacrum", ...inG }, peakHeadAcceleration: { name: "Shock, head", ...inG },
  "L1-L2": { name: "Disc L1–L2", ...bodyWeights }, "L2-L3": { name: "Disc L2–L3", ...bodyWeights }, "L3-L4": { name: "Disc L3–L4", ...bodyWeights }, "L4-L5": { name: "Disc L4–L5", ...bodyWeights },
  "L5-S1": { name: "Disc L5–S1", ...bodyWeights },
};

const verdictWords = { higher: "more in the second", lower: "less in the second", same: "the same within 1 %", "cannot tell": "cannot tell" } as const;

/** Every output of two footfalls, the difference with its own band, and what can be said of it. */
export function DifferenceTable({ comparison, called }: { readonly comparison: FootfallComparison; readonly called: { readonly one: string; readonly other: string } }) {
  return (
    <div className="scroll" role="region" aria-label="The comparison as a table" tabIndex={0}>
      <table className="difference-table">
        <thead><tr><th scope="col">Largest value of</th><th scope="col">{called.one}</th><th scope="col">{called.other}</th><th scope="col">Difference</th><th scope="col">What can be said</th></tr></thead>
        <tbody>{comparison.outputs.map((output) => <Row key={output.name} output={output} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ output: { name, one, other, difference, verdict } }: { readonly output: OutputDifference }) {
  const look = outputLooks[name];
  return (
    <tr>
      <th scope="row">{look.name}<span className="quiet">, {look.unit}</span></th>
      <td>{words(one, look)}</td><td>{words(other, look)}</td>
      <td>{difference === null ? "—" : words(difference, { ...look, digits: look.digits + (isSmall(difference, look) ? 1 : 0) })}</td>
      <td className={verdict === "cannot tell" ? "quiet" : ""}>{verdict === null ? (name === "impactPeak" ? "does not stand out in both" : "cannot tell") : verdictWords[verdict]}</td>
    </tr>
  );
}

/** Too small for the value's own decimals. */
const isSmall = ({ low, high }: Quantity, { times, digits }: OutputLook): boolean => Math.max(Math.abs(low), Math.abs(high)) * times < 2 * 10 ** -digits;

function words(quantity: Quantity | null, { times, digits }: OutputLook): string {
  if (quantity === null) return "—";
  const { value, low, high } = quantity;
  return low === high ? numberWords(value * times, digits) : `${numberWords(value * times, digits)} (${bandWords(low * times, high * times, digits)})`;
}
