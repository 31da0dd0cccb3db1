import type { PostureEntry } from "../../../server/posture-api.ts";
import { numberWords, bandWords, type Quantity } from "../../../../src/index.ts";
import { angleWords, errorWords, hypothesisWords, leanSentence, leverSentence, standingSentence } from "./posture-words.ts";

/** What follows from a posture: the sentence first, then every angle with its band and definition. */
export function FindingsView({ findings }: { readonly findings: PostureEntry["findings"] }) {
  const rows: readonly (readonly [string, string, Quantity | null])[] = [
    ["Trunk to upright", "hip to shoulder against the vertical, forward positive; at mid-stance", findings.trunkLean],
    ["Trunk to leg", "hip to shoulder against ankle to hip: how far you bend at the hip; at mid-stance", findings.trunkToHipAnkle],
    ["Head", "shoulder to ear against the vertical; at mid-stance", findings.head],
    ["Overstride", "hip to ankle against the vertical at first contact, positive with the foot ahead", findings.overstride],
    ["Curve of the lower back, on the skin", "sacrum and thoracolumbar junction added, standing", findings.surfaceLordosis],
    ["Lordosis, L1 to S1", "reckoned from that curve; as the model takes it", findings.lordosis],
  ];
  const told = rows.filter(([, , quantity]) => quantity !== null);
  if (told.length === 0) return null;
  const lever = leverSentence(findings);
  return (
    <div className="findings">
      {findings.trunkLean && <p className="verdict">{leanSentence(findings)}</p>}
      {findings.standing && <p className="support">{standingSentence(findings)}</p>}
      {lever && <p className="support">{lever} {hypothesisWords}</p>}
      <dl className="figures">
        {told.map(([name, definition, quantity]) => quantity && <div key={name}><dt>{name}</dt><dd><strong>{angleWords(quantity)}</strong><br /><span className="quiet">{definition}</span></dd></div>)}
        {findings.stepsPerMinute && (
          <div>
            <dt>Step rate</dt>
            <dd><strong>{numberWords(findings.stepsPerMinute.value, 0)} ({bandWords(findings.stepsPerMinute.low, findings.stepsPerMinute.high, 0)})</strong><br /><span className="quiet">steps a minute in true time; if it is not yours, the rate as filmed is wrong</span></dd>
          </div>
        )}
      </dl>
      {findings.trunkLean && <p className="quiet">{errorWords}</p>}
    </div>
  );
}
