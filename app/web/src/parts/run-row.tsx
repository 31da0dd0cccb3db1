import { Link } from "@tanstack/react-router";
import { memo, useMemo } from "react";
import { loadStrip, numberWords } from "../../../../src/index.ts";
import type { RelativeLoad, RunListItem } from "../../../server/api.ts";
import { momentWords } from "../words/dates.ts";
import { distanceWords, durationWords, paceWords, ratioWords } from "../words/units.ts";
import { Drawing } from "./picture-figure.tsx";
import { useUnits } from "./use-units.ts";

/** One run in a line of the list; the whole line leads to the run. */
export const RunRow = memo(function RunRow({ run, scale }: { readonly run: RunListItem; readonly scale: { readonly low: number; readonly high: number } }) {
  const units = useUnits();
  const strip = useMemo(() => loadStrip({ values: run.loadStrip, low: scale.low, high: scale.high }), [run.loadStrip, scale.low, scale.high]);
  return (
    <Link to="/runs/$runId" params={{ runId: String(run.id) }} className="run-row">
      <span className="run-when">
        <span className="run-title">{run.title}</span>
        <span className="quiet">{momentWords(run.startedAt)} · {durationWords(run.movingTime ?? run.duration)}</span>
      </span>
      <span className="run-figure"><span className="unseen">Distance </span>{run.distance === null ? "—" : distanceWords(run.distance, units)}</span>
      <span className="run-figure"><span className="unseen">Pace </span>{run.meanSpeed === null ? "—" : paceWords(run.meanSpeed, units)}</span>
      <span className="run-figure"><span className="unseen">Footfalls </span>{numberWords(run.footfallCount)}<span className="only-narrow quiet"> footfalls</span></span>
      <span className="run-load"><span className="unseen">Load on the back, against your usual: </span>{run.isStale ? <span className="quiet">being computed</span> : <Relative load={run.relativeLoad} />}</span>
      <span className="run-strip"><Drawing svg={strip.svg} /></span>
    </Link>
  );
});

const widest = 2.5;

/** The whole run's load against the usual: a band about a mark at 1, and the same in figures. */
function Relative({ load }: { readonly load: RelativeLoad | null }) {
  if (!load) return <span className="quiet">not known yet</span>;
  const place = (ratio: number): number => 4 + (Math.min(ratio, widest) / widest) * 88;
  const { ratio, low, high } = load.wholeRun;
  return (
    <>
      <svg className="relative" viewBox="0 0 96 16" width="96" height="16" aria-hidden>
        <line className="relative-usual" x1={place(1)} x2={place(1)} y1="0" y2="16" />
        <line className="relative-band" x1={place(low)} x2={place(high)} y1="8" y2="8" />
        <circle className="relative-value" cx={place(ratio)} cy="8" r="4" />
      </svg>
      <span>{ratioWords(load.wholeRun)}<span className="only-narrow quiet"> of your usual</span></span>
    </>
  );
}
