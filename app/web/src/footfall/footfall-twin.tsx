import { footfallEvents, numberWords, phaseWords, signalAt, thinSpace, type FootfallMotion } from "../../../../src/index.ts";

/** What happens when, in words, and the same as a table: the twin of what moves. */
export function FootfallTwin({ motion, name = "The footfall" }: { readonly motion: FootfallMotion; readonly name?: string }) {
  const columns = [
    { name: "Ground, × body weight", signal: motion.verticalForce }, { name: "Shin, g", signal: motion.tibialAccelerationG }, { name: "Sacrum, g", signal: motion.sacralAccelerationG },
    { name: "Head, g", signal: motion.headAccelerationG }, { name: "Disc L5–S1, × body weight", signal: motion.compression["L5-S1"] },
  ];
  const times = Array.from({ length: Math.floor(motion.stepTime / 0.02) + 1 }, (_, index) => index * 0.02);
  return (
    <>
      <ol className="footfall-events">
        {footfallEvents(motion).map(({ time, what }) => <li key={`${time} ${what}`}><span className="event-time">{numberWords(1000 * time)}{thinSpace}ms</span><span>{what}</span></li>)}
      </ol>
      {motion.tibialAccelerationG === null && <p>How hard the shin is shaken the model cannot tell: a foot that lands on its front brings no sharp arrival to tell it by.</p>}
      <p className="quiet">In brackets the band: nine runners in ten of whom we know the same lie inside. The acceleration counts standing still as 1{thinSpace}g, falling as 0.</p>
      <details>
        <summary>As a table, every 20{thinSpace}ms</summary>
        <div className="scroll" role="region" aria-label={`${name} as a table`} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">Time, ms</th>{columns.map(({ name }) => <th scope="col" key={name}>{name}</th>)}<th scope="col">What the body does</th></tr></thead>
            <tbody>
              {times.map((time) => (
                <tr key={time}>
                  <th scope="row">{numberWords(1000 * time)}</th>
                  {columns.map(({ name, signal }) => <td key={name}>{signal === null ? "cannot tell" : numberWords(signalAt(signal, motion.sampleRate, time), 1)}</td>)}
                  <td>{phaseWords(motion, time)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="quiet">The curve’s central values. How far they may be off, in proportion, the bands of the largest values above say.</p>
      </details>
    </>
  );
}
