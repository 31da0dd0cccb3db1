import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { markedJoints, type PicturePoint } from "../../../../src/index.ts";
import { Loupe } from "./loupe.tsx";
import type { Points, Target } from "./marks.ts";
import { targetWords } from "./posture-words.ts";

interface StageProps {
  readonly width: number;
  readonly height: number;
  /** Draws the picture at its own size; called again when `frame` changes. */
  readonly draw: (canvas: HTMLCanvasElement) => Promise<void>;
  readonly frame: number;
  readonly points: Points;
  readonly target: Target;
  readonly onPut: (target: Target, at: PicturePoint, isSameMove: boolean) => void;
  readonly onNext: (step: 1 | -1) => void;
  readonly onUnmark: () => void;
  readonly onUndo: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The picture with its points: tap, drag, or arrow keys. */
export function Stage({ width, height, draw, frame, points, target, onPut, onNext, onUnmark, onUndo, onStep }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(0);
  const [pointer, setPointer] = useState<PicturePoint | null>(null);
  const isDragging = useRef(false);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let isLate = false;
    void draw(element).then(() => { if (!isLate) setDrawn((count) => count + 1); }, () => undefined);
    return () => { isLate = true; };
  }, [draw, frame]);

  const within = ({ x, y }: PicturePoint): PicturePoint => ({ x: Math.max(0, Math.min(width, x)), y: Math.max(0, Math.min(height, y)) });
  const placeOf = (event: PointerEvent<HTMLElement>): PicturePoint => {
    const box = event.currentTarget.getBoundingClientRect();
    return within({ x: tenth(((event.clientX - box.left) / box.width) * width), y: tenth(((event.clientY - box.top) / box.height) * height) });
  };
  const press = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    isDragging.current = true;
    onPut(target, placeOf(event), false);
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const place = placeOf(event);
    setPointer(place);
    if (isDragging.current) onPut(target, place, true);
  };
  const release = (): void => { isDragging.current = false; };
  const type = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow) {
      const step = event.shiftKey ? 10 : 1;
      const from = points[target];
      setPointer(null);
      onPut(target, from ? within({ x: from.x + step * arrow[0], y: from.y + step * arrow[1] }) : { x: Math.round(width / 2), y: Math.round(height / 2) }, false);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") onUndo();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key.toLowerCase() === "n") onNext(event.shiftKey ? -1 : 1);
    else if (event.key === "Delete" || event.key === "Backspace") onUnmark();
    else if (event.key === "," || event.key === ".") onStep(event.key === "." ? 1 : -1);
    else return;
    event.preventDefault();
  };

  // An application in the sense of ARIA: keys and pointer are its own while it has the focus.
  const hand = { onPointerDown: press, onPointerMove: move, onPointerUp: release, onPointerCancel: release, onPointerLeave: () => setPointer(null), onKeyDown: type };
  const looked = pointer ?? points[target] ?? null;
  return (
    <div className="stage-place">
      <div
        className="stage" tabIndex={0} role="application" aria-label={`Picture to mark; now the ${targetWords[target].toLowerCase()}`} aria-describedby="stage-keys"
        style={{ aspectRatio: `${width} / ${height}`, maxWidth: `min(100%, ${Math.round((70 * width) / height)}vh)` }}
        {...hand}
      >
        <canvas ref={canvas} width={width} height={height} aria-hidden />
        <Figure width={width} height={height} points={points} target={target} />
      </div>
      <Loupe source={canvas} at={looked} drawn={drawn} marked={points[target] ?? null} width={width} />
      <p id="stage-keys" className="quiet only-wide">Keys on the picture: arrows move the point by 1 px, with Shift by 10; N the next point, Shift N the one before; comma and full stop step through the pictures; Delete unmarks; Ctrl Z takes back.</p>
    </div>
  );
}

const lines = [markedJoints, ["edge-top", "edge-bottom"]] as const satisfies readonly (readonly Target[])[];

function Figure({ width, height, points, target }: Pick<StageProps, "width" | "height" | "points" | "target">) {
  const radius = Math.max(width, height) * 0.007;
  const marked = Object.entries(points).flatMap(([name, point]) => (point ? [{ name, ...point }] : []));
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {lines.map((joints, index) => {
        const path = joints.flatMap((joint) => { const point: PicturePoint | undefined = points[joint]; return point ? [`${point.x},${point.y}`] : []; }).join(" ");
        return <g key={index}><polyline className="stage-halo" points={path} /><polyline className={index === 0 ? "stage-line" : "stage-edge"} points={path} /></g>;
      })}
      {marked.map(({ name, x, y }) => (
        <g key={name} className={name === target ? "stage-point current" : "stage-point"}>
          <circle className="stage-halo" cx={x} cy={y} r={radius * (name === target ? 1.6 : 1)} />
          <circle className="stage-ring" cx={x} cy={y} r={radius * (name === target ? 1.6 : 1)} />
        </g>
      ))}
    </svg>
  );
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
