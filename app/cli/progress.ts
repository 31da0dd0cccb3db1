import { Presets, SingleBar } from "cli-progress";
import { noPace, paceAt, secondsLeft } from "../../src/index.ts";
import type { JobProgress } from "../imports/index.ts";
import { counted, countWords, durationWords } from "./quantity-text.ts";

/** Shows on standard error how far a long job is: a bar on a terminal, now and then a line elsewhere. */
export interface Progress {
  /** `done` of the total are dealt with; `doing` is under way. */
  readonly at: (done: number, doing: string | null) => void;
  readonly end: () => void;
}

const linesEvery = 2000;

/** What is left of a job, in words: nothing until its pace is steady. */
function leftTeller(): (share: number) => string {
  const startedAt = performance.now();
  let pace = noPace;
  return (share) => {
    const seconds = (performance.now() - startedAt) / 1000;
    pace = paceAt(pace, seconds, share);
    const left = secondsLeft(pace, seconds);
    return left === null ? "" : `, about ${durationWords(left)} left`;
  };
}

/** Progress over a known number of things. */
export function showProgress(total: number, things: string): Progress {
  const startedAt = performance.now();
  const rate = (done: number): number => done / Math.max(1e-3, (performance.now() - startedAt) / 1000);
  const left = leftTeller();
  if (process.stderr.isTTY) {
    const bar = new SingleBar({ stream: process.stderr, format: `{bar} {value} of {total} ${things} · {rate}/s{left} · {doing}`, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
    bar.start(total, 0, { rate: "…", left: "", doing: "" });
    return {
      at: (done, doing) => bar.update(done, { rate: rate(done).toFixed(1), left: left(done / total), doing: shortened(doing ?? "") }),
      end: () => bar.stop(),
    };
  }
  let lineAt = startedAt;
  return {
    at(done) {
      const remaining = left(done / total);
      if (performance.now() - lineAt < linesEvery) return;
      lineAt = performance.now();
      process.stderr.write(`${done} of ${total} ${things}, ${rate(done).toFixed(1)}/s${remaining}\n`);
    },
    end: () => undefined,
  };
}

/** Progress of an import: by bytes, for files differ a thousandfold; told in files, runs and bytes. */
export function showImportProgress(): { readonly at: (progress: JobProgress) => void; readonly end: () => void } {
  const left = leftTeller();
  const megabytes = (bytes: number): string => countWords(Math.round(bytes / 1e6));
  const words = ({ done, total, imported, bytes, totalBytes }: JobProgress): string =>
    `${countWords(done)} of ${counted(total ?? done, "file")}, ${counted(imported, "run")}, ${megabytes(bytes)} of ${megabytes(totalBytes)} MB${left(totalBytes === 0 ? 0 : bytes / totalBytes)}`;
  if (process.stderr.isTTY) {
    const bar = new SingleBar({ stream: process.stderr, format: "{bar} {words} · {doing}", hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
    bar.start(1, 0, { words: "", doing: "looking into it" });
    return {
      at(progress) {
        bar.setTotal(Math.max(1, progress.totalBytes));
        bar.update(progress.bytes, { words: words(progress), doing: shortened(progress.file ?? "") });
      },
      end: () => bar.stop(),
    };
  }
  let lineAt = performance.now();
  return {
    at(progress) {
      const told = words(progress);
      if (performance.now() - lineAt < linesEvery) return;
      lineAt = performance.now();
      process.stderr.write(`${told}\n`);
    },
    end: () => undefined,
  };
}

/** Progress of one thing whose share [1] is known as it goes. */
export function showShare(thing: string): { readonly at: (share: number) => void; readonly end: () => void } {
  const hundredths = 100;
  const progress = showProgress(hundredths, "%");
  return { at: (share) => progress.at(Math.floor(hundredths * share), thing), end: progress.end };
}

// The end of a path says more than its beginning.
function shortened(path: string): string {
  return path.length > 32 ? `…${path.slice(-31)}` : path;
}
