import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { MarkedStride, PicturePoint } from "../../../../src/index.ts";
import type { PoseAtHand } from "../../../server/posture-api.ts";
import { ask } from "../api/ask.ts";
import { canPropose, openProposer } from "./point-proposer.ts";

/** What a proposer found on one picture. */
export interface Proposal {
  readonly frame: number;
  readonly points: MarkedStride["points"];
}

interface ProposeProps {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly number[];
  readonly markedOn: (frame: number) => readonly PicturePoint[];
  readonly draw: (canvas: HTMLCanvasElement, frame: number) => Promise<void>;
  readonly onProposed: (many: readonly Proposal[]) => void;
}

/** Offers automatic marking where its package and the browser allow it; else says so in one quiet line. The runner corrects what it proposes. */
export function ProposePoints(props: ProposeProps) {
  const { data } = useQuery({ queryKey: ["pose"], queryFn: () => ask<PoseAtHand>("/api/pose"), staleTime: Infinity });
  const [canRun] = useState(canPropose);
  if (!data) return null;
  if (!data.isInstalled) return <p className="quiet">Points can also be proposed automatically: that needs the optional package @mediapipe/pose, which is not installed here. Marking by hand does everything.</p>;
  if (!canRun) return <p className="quiet">Points can also be proposed automatically: that needs WebGL, which this browser does not offer. Marking by hand does everything.</p>;
  return <Propose {...props} />;
}

type State = { readonly is: "idle"; readonly said: string } | { readonly is: "busy"; readonly done: number; readonly startedAt: number };

function Propose({ width, height, frames, markedOn, draw, onProposed }: ProposeProps) {
  const [state, setState] = useState<State>({ is: "idle", said: "" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const pictureOf = async (frame: number): Promise<HTMLCanvasElement> => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    await draw(canvas, frame);
    return canvas;
  };
  const start = async (): Promise<void> => {
    const stop = new AbortController();
    running.current = stop;
    const startedAt = performance.now();
    setState({ is: "busy", done: 0, startedAt });
    const found: Proposal[] = [];
    try {
      // Taken before anything else: the runner may step on while the model is being loaded.
      const first = await pictureOf(frames[0] ?? 0);
      const proposer = await openProposer(stop.signal);
      try {
        for (const [done, frame] of frames.entries()) {
          setState({ is: "busy", done, startedAt });
          const points = await proposer.propose(done === 0 ? first : await pictureOf(frame), markedOn(frame));
          if (points) found.push({ frame, points });
        }
      } finally {
        proposer.close();
      }
      stop.signal.throwIfAborted();
      setState({ is: "idle", said: found.length === 0 ? "No runner was seen. Mark two points, on head and foot, and it looks between them; or mark by hand." : "Proposed, not measured: look at each point and put it right." });
    } catch (error) {
      setState({ is: "idle", said: stop.signal.aborted ? "Stopped; your marks are as they were." : `The points could not be proposed (${error instanceof Error ? error.message : String(error)}). Mark them by hand.` });
    }
    if (found.length > 0 && !stop.signal.aborted) onProposed(found);
  };
  return (
    <div className="propose">
      {state.is === "idle" && <button type="button" onClick={() => void start()}>{frames.length > 1 ? `Propose the points on all ${frames.length}` : "Propose the points"}</button>}
      {state.is === "busy" && (
        <>
          <Looking done={state.done} of={frames.length} startedAt={state.startedAt} />
          <button type="button" onClick={() => running.current?.abort()}>Stop</button>
        </>
      )}
      <span className="quiet" role="status">{state.is === "idle" ? state.said : ""}</span>
    </div>
  );
}

function Looking({ done, of, startedAt }: { readonly done: number; readonly of: number; readonly startedAt: number }) {
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const passed = Math.max(0, (now - startedAt) / 1000);
  const left = done === 0 ? "" : `, about ${Math.ceil((passed / done) * (of - done))} s left`;
  return <span className="quiet">Looking at {of > 1 ? `picture ${done + 1} of ${of}` : "the picture"}, {Math.round(passed)} s{left}…</span>;
}
