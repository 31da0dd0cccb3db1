import { useLayoutEffect, useMemo, useRef } from "react";
import { footfallMoment, footfallScene, type FootfallMotion, type SceneSize } from "../../../../src/index.ts";
import { Drawing } from "../parts/picture-figure.tsx";
import type { Clock } from "./clock.ts";

/** The runner in motion: the drawing of a moment, whose moving parts follow the clock without React. */
export function MovingFigure({ motion, size, clock }: { readonly motion: FootfallMotion; readonly size: SceneSize; readonly clock: Clock }) {
  const host = useRef<HTMLDivElement>(null);
  const { svg } = useMemo(() => footfallMoment({ motion, size, time: 0 }), [motion, size]);
  useLayoutEffect(() => {
    const drawing = host.current?.querySelector("svg");
    if (!drawing) return;
    const scene = footfallScene(motion, size);
    const first = scene.moving(0);
    // What moves comes last in the drawing, in the same order at every time.
    const elements = [...drawing.children].slice(-first.length);
    let drawn = first;
    const draw = (time: number): void => {
      // The shorter of two footfalls waits for the other at its end.
      const shapes = scene.moving(Math.min(time, motion.stepTime));
      shapes.forEach(({ attributes }, index) => {
        const before = drawn[index]?.attributes ?? {};
        for (const [name, value] of Object.entries(attributes)) if (value !== before[name]) elements[index]?.setAttribute(name, String(value));
      });
      drawn = shapes;
      if (!clock.isPlaying()) drawing.setAttribute("aria-label", footfallMoment({ motion, size, time: Math.min(time, motion.stepTime) }).text.split(". ")[0] ?? "");
    };
    draw(clock.time());
    return clock.onTime(draw);
  }, [motion, size, clock, svg]);
  return <div ref={host} className={`moving-figure ${size}`}><Drawing svg={svg} /></div>;
}
