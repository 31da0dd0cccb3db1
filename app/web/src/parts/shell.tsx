import { Link, Outlet } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { runnerQuery, statusQuery } from "../api/queries.ts";
import { MapProvider } from "../change/map-door.tsx";
import { DropAnywhere } from "../import/drop-anywhere.tsx";
import { ImportProvider } from "../import/import-context.tsx";
import { ImportPanel } from "../import/import-panel.tsx";
import { WatchedRuns } from "../import/watched-runs.ts";
import { numberWords } from "../../../../src/index.ts";
import { BackIcon, ChangeIcon, EvidenceIcon, RunsIcon, TodayIcon } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import { Notes } from "./notes.tsx";

/** Rail or bottom bar, the page, and what floats above it. */
export function Shell() {
  useQuery(runnerQuery);
  const main = useRef<HTMLElement>(null);
  return (
    <ImportProvider>
      <Notes>
        <MapProvider>
          <a className="skip" href="#page" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>Skip to the page</a>
          <nav className="rail" aria-label="Places">
            <Link to="/" className="brand" aria-hidden tabIndex={-1}>Footfall</Link>
            <Link to="/" className="place" activeOptions={{ exact: true }}><TodayIcon /><span>Today</span></Link>
            <Link to="/runs" className="place"><RunsIcon /><span>Runs</span></Link>
            <Link to="/back" className="place"><BackIcon /><span>Back</span></Link>
            <Link to="/change" className="place"><ChangeIcon /><span>Change</span></Link>
            <Link to="/evidence" className="place"><EvidenceIcon /><span>Evidence</span></Link>
          </nav>
          <Menu />
          <main id="page" ref={main} tabIndex={-1}>
            <Recomputing />
            <Outlet />
          </main>
          <ImportPanel />
          <DropAnywhere />
          <WatchedRuns />
        </MapProvider>
      </Notes>
    </ImportProvider>
  );
}

export function NotFound() {
  usePageTitle("Not here");
  return (
    <>
      <h1>This page is not here</h1>
      <p>The run may have been removed, or the address mistyped. <Link to="/runs">All runs</Link></p>
    </>
  );
}

/** Names the page in the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Footfall`;
  }, [title]);
}

function Recomputing() {
  const recompute = useQuery(statusQuery).data?.recompute;
  if (!recompute) return null;
  return <p className="recomputing quiet" role="status">Bringing figures up to date: {numberWords(recompute.done)} of {numberWords(recompute.total)} runs</p>;
}
