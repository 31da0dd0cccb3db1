/** How much slower than life a footfall plays. */
export const slowness = 20;

/** Time within one footfall, which plays, stops and is moved by hand; all pictures of a page follow one. */
export interface Clock {
  /** [s] after initial contact. */
  readonly time: () => number;
  readonly end: () => number;
  readonly isPlaying: () => boolean;
  /** A footfall of another length: the same share of it stays shown. */
  readonly setEnd: (end: number) => void;
  readonly moveTo: (time: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** Calls at every new time, until the answer is called. */
  readonly onTime: (heard: (time: number) => void) => () => void;
  readonly onPlaying: (heard: () => void) => () => void;
}

/** A clock that stands at a share of its footfall. */
export function createClock(share: number): Clock {
  let [end, time, frame, before] = [1, share, 0, 0];
  const [times, playing] = [new Set<(time: number) => void>(), new Set<() => void>()];
  const tell = (): void => times.forEach((heard) => heard(time));
  const step = (now: number): void => {
    // A hidden page gets no frames: go on from where it was rather than leap.
    time = (time + Math.min(0.1, (now - before) / 1000) / slowness) % end;
    before = now;
    tell();
    frame = requestAnimationFrame(step);
  };
  const setPlaying = (wanted: boolean): void => {
    if (wanted === (frame !== 0)) return;
    if (wanted) {
      before = performance.now();
      frame = requestAnimationFrame(step);
    } else {
      cancelAnimationFrame(frame);
      frame = 0;
    }
    playing.forEach((heard) => heard());
    tell();
  };
  const listen = <Heard>(all: Set<Heard>, heard: Heard): (() => void) => {
    all.add(heard);
    return () => void all.delete(heard);
  };
  return {
    time: () => time, end: () => end, isPlaying: () => frame !== 0,
    setEnd: (next) => {
      time *= next / end;
      end = next;
      tell();
    },
    moveTo: (next) => {
      setPlaying(false);
      time = Math.max(0, Math.min(end, next));
      tell();
    },
    play: () => setPlaying(true), pause: () => setPlaying(false),
    onTime: (heard) => listen(times, heard), onPlaying: (heard) => listen(playing, heard),
  };
}
