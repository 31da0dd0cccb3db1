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
            <Link to="/runs" className="brand" aria-hidden tabIndex={-1}>Footfall</Link>
            <Link to="/runs" className="place"><RunsIcon /><span>Runs</span></Link>
            <Link to="/change" className="place"><ChangeIcon /><span>Change</span></Link>
            <Link to="/evidence" className="place"><EvidenceIcon /><span>Evidence</span></Link>
            <Link to="/settings" className="place"><SettingsIcon /><span>Settings</span></Link>
          </nav>
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

const icon = { width: 24, height: 24, viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true } as const;
const RunsIcon = () => <svg {...icon}><path d="M4 18c3-9 5-9 7-4s4 4 9-8" /><path d="M4 21h16" /></svg>;
const ChangeIcon = () => <svg {...icon}><path d="M3 7c1 2 3 2 4 1l4 4c2 2 5 2 8 3 1.2 0.4 2 1 2 3H3z" /><path d="M3 15h18" /></svg>;
const EvidenceIcon = () => <svg {...icon}><path d="M4 21h16" /><path d="M5 6h10M5 13h14" strokeWidth="3" strokeOpacity="0.4" /><path d="M10 3v6M13 10v6" /></svg>;
const SettingsIcon = () => <svg {...icon}><path d="M4 7h9M17 7h3M4 17h3M11 17h9" /><circle cx="15" cy="7" r="2" /><circle cx="9" cy="17" r="2" /></svg>;
