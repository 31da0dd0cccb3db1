import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { numberWords, phaseWords, thinSpace, type FootfallMotion } from "../../../../src/index.ts";
import { createClock, slowness, type Clock } from "./clock.ts";

const millisecond = 0.001;

/** A clock for the page; it starts by itself where the system does not ask for less motion, else it stands where the push is about largest. */
export function useClock(end: number): Clock {
  const [clock] = useState(() => createClock(0.3));
  useEffect(() => clock.setEnd(end), [clock, end]);
  useEffect(() => {
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) clock.play();
    return clock.pause;
  }, [clock]);
  return clock;
}

/** What is played, and below it the controls: space plays and stops, arrows step by a millisecond, Page keys by ten, Home and End go to the ends. */
export function Player({ clock, motion, children }: { readonly clock: Clock; readonly motion: FootfallMotion; readonly children: ReactNode }) {
  const isPlaying = useSyncExternalStore(clock.onPlaying, clock.isPlaying);
  const scrubber = useRef<HTMLInputElement>(null);
  const moment = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const show = (time: number): void => {
      const words = momentWords(motion, time);
      if (moment.current) moment.current.textContent = words;
      if (!scrubber.current) return;
      scrubber.current.max = String(clock.end());
      scrubber.current.value = String(time);
      // While it plays a screen reader is told nothing; the words wait for the stop.
      if (!clock.isPlaying()) scrubber.current.setAttribute("aria-valuetext", words);
    };
    show(clock.time());
    return clock.onTime(show);
  }, [clock, motion]);
  const player = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = player.current;
    const press = (event: KeyboardEvent): void => {
      const act = actOf(event.key, clock);
      // A button answers the space bar by itself.
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      act();
    };
    host?.addEventListener("keydown", press);
    return () => host?.removeEventListener("keydown", press);
  }, [clock]);
  return (
    <div ref={player} className="player" role="group" aria-label="One footfall, slowed down">
      {children}
      <div className="player-controls">
        <button type="button" className="main player-button" onClick={() => toggle(clock)}>{isPlaying ? "Pause" : "Play"}</button>
        <input ref={scrubber} type="range" className="series-slider" min={0} max={1} step={millisecond / 2} defaultValue={0} aria-label="Moment of the footfall" onChange={(event) => clock.moveTo(Number(event.target.value))} />
        <p className="player-moment" ref={moment} />
        <p className="quiet player-slowness">{slowness} times slower than life</p>
      </div>
    </div>
  );
}

const toggle = (clock: Clock): void => (clock.isPlaying() ? clock.pause() : clock.play());

/** What a key does; null where it means nothing here. */
function actOf(key: string, clock: Clock): (() => void) | null {
  const step: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };
  if (key === " ") return () => toggle(clock);
  if (key === "Home") return () => clock.moveTo(0);
  if (key === "End") return () => clock.moveTo(clock.end());
  const steps = step[key];
  return steps === undefined ? null : () => clock.moveTo(clock.time() + steps * millisecond);
}

/** "86 ms, push-off" */
function momentWords(motion: FootfallMotion, time: number): string {
  return `${numberWords(1000 * time)}${thinSpace}ms, ${phaseWords(motion, Math.min(time, motion.stepTime))}`;
}
