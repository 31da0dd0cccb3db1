import { useMemo } from "react";
import { track, type DiscLevel } from "../../../../src/index.ts";
import type { RunSeries } from "../../../server/api.ts";
import { discName } from "../words/run-sentences.ts";
import { PictureFigure } from "./picture-figure.tsx";
import { useUnits } from "./use-units.ts";

/** The route on blank ground. */
export function RunTrack({ series, disc }: { readonly series: RunSeries; readonly disc: DiscLevel }) {
  const { distance } = useUnits();
  const picture = useMemo(() => track({
    latitudeDegrees: series.latitudeDegrees ?? [], longitudeDegrees: series.longitudeDegrees ?? [],
    load: series.compressionBodyWeights[disc].value, loadName: discName(disc), distanceUnit: distance,
  }), [series, disc, distance]);
  return (
    <section aria-labelledby="track-title">
      <h2 id="track-title">Where</h2>
      <PictureFigure picture={picture} className="track" />
      <p className="quiet">Drawn without a map: asking for one would tell others where you run.</p>
    </section>
  );
}
