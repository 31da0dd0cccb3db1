import { cyclesWords, doseLawNames, doseLaws, percentWords, type DiscWhatIf, type LoadChange } from "../../../../src/index.ts";
import { withBand } from "../words/units.ts";

const verdicts = { higher: "more", lower: "less", same: "the same within 1 %", "cannot tell": "cannot tell" } as const;

/** Every disc, in a footfall and over a kilometre by each way of counting. */
export function LoadChanges({ discs }: { readonly discs: readonly DiscWhatIf[] }) {
  return (
    <>
      <div className="scroll" role="region" aria-label="Every disc as a table" tabIndex={0}>
        <table className="load-changes">
          <thead>
            <tr><th scope="col">Disc</th><th scope="col">In each footfall, × body weight of now</th><th scope="col">Change</th>{doseLaws.map((law) => <th key={law} scope="col">Kilometre, {doseLawNames[law]}</th>)}</tr>
          </thead>
          <tbody>
            {discs.toReversed().map(({ level, footfall, perKilometre }) => (
              <tr key={level}>
                <th scope="row">{level.replace("-", "–")}</th>
                <td>{withBand(footfall.before, 1)} → {withBand(footfall.after, 1)}</td>
                <Cell change={footfall} />
                {doseLaws.map((law) => <Cell key={law} change={perKilometre[law]} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{cyclesWords()}</p>
    </>
  );
}

function Cell({ change: { change, verdict } }: { readonly change: LoadChange }) {
  return <td><span className={verdict === "cannot tell" ? "cannot-tell" : ""}>{percentWords(change)}</span><br /><span className="quiet">{verdicts[verdict]}</span></td>;
}
