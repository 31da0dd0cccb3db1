import { useMemo } from "react";
import { painCalendar, painPlaces, painPlacesOf } from "../../../../src/index.ts";
import type { BackOverview } from "../../../server/back-api.ts";
import { PictureFigure } from "../parts/picture-figure.tsx";
import { spanDays, within, type Span } from "./spans.ts";
import { useWidth } from "./time-line.tsx";

/** Where it hurt within the span that is looked at, and the whole of it as a calendar. */
export function PlacesSection({ overview, today, span }: { readonly overview: BackOverview; readonly today: number; readonly span: Span }) {
  const [host, width] = useWidth();
  const { from, to } = spanDays(span, overview, today);
  const days = useMemo(() => within(overview.days, { from, to }), [overview, from, to]);
  const places = useMemo(() => painPlaces({ places: painPlacesOf(days.flatMap(({ pains }) => pains)), painfulEntries: days.reduce((sum, { painful }) => sum + painful, 0) }), [days]);
  const calendar = useMemo(() => painCalendar({ from, to, days, runDays: overview.runs.map(({ day }) => day), width }), [from, to, days, overview, width]);
  return (
    <section aria-labelledby="places-title">
      <h2 id="places-title">Where it hurt</h2>
      <div className="places-and-days">
        <div className="places-picture">
          <PictureFigure picture={places} />
          <p className="quiet">In the time chosen above. The number is how many entries marked the place; the darker, the more often.</p>
        </div>
        <div>
          <h3>Every day at a glance</h3>
          <div ref={host} className="days-picture"><PictureFigure picture={calendar} /></div>
          <p className="quiet">As far back as there is room. A square is pain, the darker the stronger; a ring no pain; a speck nothing noted; a bar below a run.</p>
        </div>
      </div>
    </section>
  );
}
