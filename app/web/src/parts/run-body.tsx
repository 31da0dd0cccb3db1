import { useMemo } from "react";
import { bodyPicture } from "../../../../src/index.ts";
import type { RunDetail } from "../../../server/api.ts";
import { PictureFigure } from "./picture-figure.tsx";
import { useNarrow } from "./use-narrow.ts";
import { Term } from "./term.tsx";

/** The body picture of a run, and how to read it. */
export function RunBody({ run }: { readonly run: RunDetail }) {
  const isNarrow = useNarrow();
  const picture = useMemo(() => bodyPicture({
    size: isNarrow ? "tall" : "large",
    trunkLeanDegrees: run.trunkLeanDegrees,
    peakVerticalForce: run.summary.peakVerticalForce,
    discs: run.summary.discs,
  }), [isNarrow, run]);
  return (
    <>
      <PictureFigure picture={picture} className="body" />
      <p className="quiet">
        Largest load on each disc in a typical <Term name="footfall" />, in multiples of your <Term name="body weight">weight</Term>, each with its <Term name="band" />.
        {run.trunkLeanDegrees === null && " The lean is a usual one; yours was not told."} Load is not harm: discs live on it.
      </p>
    </>
  );
}
