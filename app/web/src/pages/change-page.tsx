import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { postureQuery, statusQuery } from "../api/queries.ts";
import { cabinetQuery, surfacesQuery } from "../api/underfoot-queries.ts";
import { whatIfQuery } from "../api/what-if-queries.ts";
import { usePageTitle } from "../parts/shell.tsx";
import { useUnits } from "../parts/use-units.ts";
import { paceLine, postureLine, shoesLine, surfacesLine } from "../change/change-lines.ts";

/** What a runner can change, one line of their own state for each; every line leads to its part. */
export function ChangePage() {
  usePageTitle("Change");
  const units = useUnits();
  const isSample = useQuery(statusQuery).data?.isSampleShown ?? false;
  const [cabinet, surfaces, posture, ground] = [useQuery(cabinetQuery), useQuery(surfacesQuery), useQuery(postureQuery), useQuery(whatIfQuery(null))];
  return (
    <>
      <header className="page-head"><h1>What you can change{isSample && <span className="tag after">Sample</span>}</h1></header>
      <p className="support">{isSample ? "The simulated runner’s running" : "Your running"} as it is now, part by part. Whether changing one of them would do a back good is often not known, and each part says so.</p>
      <ul className="change-parts">
        <Part name="Shoes" line={lineOf(cabinet, shoesLine)}>{(inside) => <Link to="/change/shoes">{inside}</Link>}</Part>
        <Part name="Surfaces" line={lineOf(surfaces, (data) => surfacesLine(data, units))}>{(inside) => <Link to="/change/surfaces">{inside}</Link>}</Part>
        <Part name="Posture" line={lineOf(posture, postureLine)}>{(inside) => <Link to="/change/posture">{inside}</Link>}</Part>
        <Part name="Pace and steps" line={lineOf(ground, (data) => paceLine(data, units))}>{(inside) => <Link to="/change/pace">{inside}</Link>}</Part>
        <Part name="What if" line="Try another shoe, ground, pace, lean or weight on your last four weeks, and see what it would do, and how sure that is.">{(inside) => <Link to="/change/what-if" search={{ of: "weeks" }}>{inside}</Link>}</Part>
      </ul>
    </>
  );
}

function Part({ name, line, children }: { readonly name: string; readonly line: string; readonly children: (inside: ReactNode) => ReactNode }) {
  return <li>{children(<><strong>{name}</strong><span>{line}</span></>)}</li>;
}

/** A part's line; what is going on while its data are read, or that they could not be. */
function lineOf<Data>({ data, error }: { readonly data: Data | undefined; readonly error: Error | null }, words: (data: Data) => string): string {
  return data === undefined ? (error ? "This could not be read just now; the part itself says more." : "Looking…") : words(data);
}
