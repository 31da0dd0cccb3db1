import { useCallback, useMemo, useState, type Dispatch } from "react";
import { markedMoments, numberWords, pointTroubles, type SideView } from "../../../../src/index.ts";
import { Choice } from "../parts/choice.tsx";
import { NumberField } from "../parts/body-fields.tsx";
import { edgeFrame, markedFrames, targets, type MarkAction, type MarksHistory, type Target } from "./marks.ts";
import { seek, type Media } from "./media.ts";
import { MarksTable } from "./marks-table.tsx";
import { momentWords, targetWords, whereWords } from "./posture-words.ts";
import { ProposePoints } from "./propose-points.tsx";
import { Stage } from "./stage.tsx";

/** How fast a video's pictures follow one another, in the file's own time and in truth. */
export interface Rates {
  readonly frameRate: number;
  readonly captureRate: number | null;
}

/** Steps through the pictures and marks them. */
export function SideViewMarker({ media, rates, onRates, history, dispatch, sideView }: {
  readonly media: Media;
  readonly rates: Rates;
  readonly onRates: (rates: Rates) => void;
  readonly history: MarksHistory;
  readonly dispatch: Dispatch<MarkAction>;
  readonly sideView: SideView | null;
}) {
  const [frame, setFrame] = useState(0);
  const [target, setTarget] = useState<Target>("ear");
  const count = frameCount(media, rates);
  const shown = Math.min(frame, count - 1);
  const hasOneEdge = media.kind === "video";
  const marks = history.now;
  const edge = marks.points[edgeFrame(shown, hasOneEdge)];
  const points = { ...marks.points[shown], "edge-top": edge?.["edge-top"], "edge-bottom": edge?.["edge-bottom"] };
  const frameOf = (which: Target): number => (which.startsWith("edge") ? edgeFrame(shown, hasOneEdge) : shown);
  const done = markedFrames(marks);
  const { frameRate } = rates;
  const draw = useCallback((canvas: HTMLCanvasElement) => drawFrame(media, canvas, shown, frameRate), [media, shown, frameRate]);
  const next = (step: 1 | -1): void => setTarget(targets[(targets.indexOf(target) + step + targets.length) % targets.length] ?? "ear");
  const step = (by: number): void => setFrame(Math.max(0, Math.min(count - 1, shown + by)));
  const troubles = useMemo(() => (sideView ? pointTroubles(sideView) : []), [sideView]);
  const unit = media.kind === "photos" ? "Photo" : "Picture";
  return (
    <div className="marker">
      {media.kind === "video" && <VideoRates media={media} rates={rates} onRates={onRates} />}
      {count > 1 && (
        <div className="frame-tools">
          <label htmlFor="frame">{unit} {numberWords(shown + 1)} of {numberWords(count)}{media.kind === "video" && `, at ${numberWords((shown + 0.5) / frameRate, 2)} s`}</label>
          <input id="frame" type="range" className="series-slider" min={0} max={count - 1} value={shown} onChange={(event) => setFrame(Number(event.target.value))} />
          <div className="actions">
            {media.kind === "video" && <button type="button" onClick={() => step(-10)} aria-label="Ten pictures back">−10</button>}
            <button type="button" onClick={() => step(-1)}>Back</button>
            <button type="button" onClick={() => step(1)}>On</button>
            {media.kind === "video" && <button type="button" onClick={() => step(10)} aria-label="Ten pictures on">+10</button>}
          </div>
        </div>
      )}
      <Choice
        label="Point to mark" value={target} onChoose={setTarget}
        options={targets.map((value) => ({ value, name: `${targetWords[value]}${points[value] ? " ✓" : ""}` }))}
      />
      <p className="quiet">{targetWords[target]}: {whereWords[target]}.</p>
      <Stage
        width={media.width} height={media.height} draw={draw} frame={shown} points={points} target={target}
        onPut={(which, at, isSameMove) => dispatch({ do: "put", frame: frameOf(which), target: which, at, isSameMove })}
        onNext={next} onStep={step} onUndo={() => dispatch({ do: "undo" })} onUnmark={() => dispatch({ do: "take-away", frame: frameOf(target), target })}
      />
      <p className="unseen" role="status">{pointWords(target, points[target])}</p>
      <div className="actions">
        <button type="button" onClick={() => next(1)}>Next point</button>
        <button type="button" onClick={() => dispatch({ do: "take-away", frame: frameOf(target), target })} disabled={!points[target]}>Unmark</button>
        <button type="button" onClick={() => dispatch({ do: "undo" })} disabled={history.past.length === 0}>Undo</button>
      </div>
      {media.kind !== "points" && (
        <ProposePoints
          width={media.width} height={media.height} frames={media.kind === "photos" ? media.images.map((_, index) => index) : [shown]} draw={(canvas, which) => drawFrame(media, canvas, which, frameRate)}
          markedOn={(which) => Object.values(marks.points[which] ?? {}).flatMap((point) => (point ? [point] : []))} onProposed={(many) => dispatch({ do: "propose", many })}
        />
      )}
      <Choice label={`What this ${unit.toLowerCase()} shows`} value={marks.moments[shown] ?? "mid-stance"} onChoose={(moment) => dispatch({ do: "moment", frame: shown, moment })} options={markedMoments.map((value) => ({ value, name: momentWords[value] }))} />
      <p className="quiet">Mid-stance, the hip above the foot, tells of the trunk; first contact, as the foot lands, of overstride. Mark several strides: four or five steady the hand’s part of the error.</p>
      {done.length > 0 && (
        <p className="marked-frames">
          {numberWords(done.length)} marked: {done.map((number) => <button key={number} type="button" aria-pressed={number === shown} onClick={() => setFrame(number)}>{unit} {number + 1}</button>)}
        </p>
      )}
      {troubles.length > 0 && <ul className="mark-troubles" role="alert">{troubles.map(({ message }, index) => <li key={index}>{asFrames(message, done, unit)}</li>)}</ul>}
      <MarksTable width={media.width} height={media.height} points={points} onPut={(which, at) => dispatch({ do: "put", frame: frameOf(which), target: which, at })} key={shown} />
    </div>
  );
}

function VideoRates({ media, rates, onRates }: { readonly media: Extract<Media, { kind: "video" }>; readonly rates: Rates; readonly onRates: (rates: Rates) => void }) {
  const read = (rate: number): number | null => (rate >= 1 && rate <= 2000 ? rate : null);
  const refusal = "Between 1 and 2000 pictures a second.";
  const { timing } = media;
  return (
    <div className="pair">
      <NumberField
        label="Pictures a second in the file" unit="" shown={trim(rates.frameRate)} refusal={refusal} read={read} onChange={(frameRate) => frameRate && onRates({ ...rates, frameRate })}
        note={timing.frameRate === null ? "The file does not tell; 30 is usual. It sets how far one step goes." : "As the file tells. It sets how far one step goes."}
      />
      <NumberField
        label="Pictures a second as filmed" unit="" shown={rates.captureRate === null ? "" : trim(rates.captureRate)} refusal={refusal} read={read} onChange={(captureRate) => onRates({ ...rates, captureRate })}
        note={timing.captureRate === null ? "Slow motion plays slower than life: give the rate the phone was set to, often 120 or 240. Only the step rate hangs on it." : "As the phone wrote it into the file."}
      />
    </div>
  );
}

const trim = (rate: number): string => String(Math.round(rate * 1000) / 1000);

/** "picture 2" of the marked ones is another number among all. */
const asFrames = (message: string, frames: readonly number[], unit: string): string => message.replace(/^picture (\d+)/, (_, place) => `${unit} ${(frames[Number(place) - 1] ?? 0) + 1}`);

function pointWords(target: Target, at: { readonly x: number; readonly y: number } | undefined): string {
  return at ? `${targetWords[target]} at ${numberWords(at.x, 0)}, ${numberWords(at.y, 0)}` : `${targetWords[target]} not marked`;
}

function frameCount(media: Media, { frameRate }: Rates): number {
  if (media.kind === "photos") return media.images.length;
  return media.kind === "points" ? media.frames : Math.max(1, Math.floor(media.duration * frameRate));
}

async function drawFrame(media: Media, canvas: HTMLCanvasElement, frame: number, frameRate: number): Promise<void> {
  const context = canvas.getContext("2d");
  if (!context) return;
  if (media.kind === "points") {
    context.clearRect(0, 0, canvas.width, canvas.height);
    return;
  }
  if (media.kind === "video") await seek(media.video, Math.min(media.duration - 1e-3, (frame + 0.5) / frameRate));
  const source = media.kind === "video" ? media.video : media.images[frame];
  if (source) context.drawImage(source, 0, 0, canvas.width, canvas.height);
}
