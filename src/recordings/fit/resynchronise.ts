import type { Definition } from "./definition.ts";

/** What the search needs to know of the data read so far. */
export interface SearchState {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly dataEnd: number;
  readonly definitions: readonly (Definition | undefined)[];
  readonly time: number;
  readonly timeBefore: number;
}

/** Sound messages in a row, each with its time, that make a place trusted: four bytes of each must fall into an hour by chance. */
const neededMessages = 3;
const longestStep = 3600;

/** First byte from `from` on where whole messages of known definitions follow each other with times that go on; undefined where there is none. */
export function findNextSound(state: SearchState, from: number): number | undefined {
  if (Number.isNaN(state.timeBefore) && Number.isNaN(state.time)) return undefined;
  // The last time read may itself be a misread one, so the one before it counts as well.
  const times = [state.timeBefore, state.time].filter((time) => !Number.isNaN(time));
  for (let at = from; at < state.dataEnd; at++) {
    if (times.some((time) => isSound(state, at, time))) return at;
  }
  return undefined;
}

function isSound(state: SearchState, start: number, timeBefore: number): boolean {
  let at = start;
  let time = timeBefore;
  for (let found = 0; found < neededMessages; found++) {
    const header = state.bytes[at];
    if (header === undefined || header > 15) return false;
    const definition = state.definitions[header];
    if (!definition || definition.name !== "record" || definition.timestampOffset < 0 || at + 1 + definition.size > state.dataEnd) return false;
    const next = state.view.getUint32(at + 1 + definition.timestampOffset, definition.isLittle);
    if (next < time || next > time + longestStep) return false;
    time = next;
    at += 1 + definition.size;
  }
  return true;
}
