import { useQuery } from "@tanstack/react-query";
import { surfacesQuery } from "../api/underfoot-queries.ts";
import { ChangeNav } from "../change/change-nav.tsx";
import { GroundFiles } from "../change/ground-files.tsx";
import { GroundLoad } from "../change/ground-load.tsx";
import { GroundMaps } from "../change/ground-maps.tsx";
import { GroundRules } from "../change/ground-rules.tsx";
import { GroundShares } from "../change/ground-shares.tsx";
import { usePageTitle } from "../parts/shell.tsx";
import { Trouble, Waiting } from "../parts/waiting.tsx";

/** On what was run: how much of it, the load there, and the rules. */
export function SurfacesPage() {
  usePageTitle("Surfaces");
  const { data, error, refetch } = useQuery(surfacesQuery);
  return (
    <>
      <ChangeNav />
      <header className="page-head"><h1>Surfaces{data?.isSample && <span className="tag after">Sample</span>}</h1></header>
      {error && <Trouble error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting height={480}>Adding up what you ran on…</Waiting>}
      {data && (
        <>
          <p className="support">Whether the ground changes what reaches the back is contested: runners stiffen their legs on soft ground with the first step, and studies of surfaces disagree. Here is what you ran on, and how little can be said of it.</p>
          <GroundShares surfaces={data} />
          <GroundLoad load={data.load} />
          <GroundMaps />
          <GroundRules rules={data.rules} />
          <GroundFiles />
        </>
      )}
    </>
  );
}
