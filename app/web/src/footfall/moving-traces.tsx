import { useEffect, useMemo, useRef, type PointerEvent } from "react";
import { footfallTraces, traceFrame, type FootfallMotion } from "../../../../src/index.ts";
import { Drawing } from "../parts/picture-figure.tsx";
import type { Clock } from "./clock.ts";

/** The traces beside the runner, under a cursor that moves with the clock and can be drawn by hand. */
export function MovingTraces({ motions, width, clock }: { readonly motions: readonly FootfallMotion[]; readonly width: number; readonly clock: Clock }) {
  const cursor = useRef<HTMLDivElement>(null);
  const { svg } = useMemo(() => footfallTraces({ motions, width }), [motions, width]);
  const { left, right, end } = useMemo(() => traceFrame({ motions, width }), [motions, width]);
  useEffect(() => {
    const show = (time: number): void => {
      if (cursor.current) cursor.current.style.left = `${(100 * (left + (time / end) * (right - left))) / width}%`;
    };
    show(clock.time());
    return clock.onTime(show);
  }, [clock, left, right, end, width]);
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const place = event.currentTarget.getBoundingClientRect();
    clock.moveTo((((event.clientX - place.left) / place.width) * width - left) / (right - left) * end);
  };
  return (
    <div
      className="moving-traces" onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); point(event); }}
      onPointerMove={(event) => { if (event.buttons > 0) point(event); }}
    >
      <Drawing svg={svg} />
      <div ref={cursor} className="traces-cursor" aria-hidden />
    </div>
  );
}
