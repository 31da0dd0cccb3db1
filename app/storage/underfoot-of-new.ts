import { layTogether, runKind, type Recording, type RunKind, type Surface, type UnderfootStretch } from "../../src/index.ts";

/** A pair as the model is told of it: its stiffness, and how far it was run by then. */
export type ShoeThen = Pick<UnderfootStretch, "shoeStiffnessNewtonsPerMillimetre" | "shoeDistance">;

/** What is known of a new run before it is stored: what the recording itself says of the ground, and the pair it is expected to be in. */
export function underfootOfNew(recording: Recording, shoe: ShoeThen | null): readonly UnderfootStretch[] {
  const found = builtInSurfaces[runKind(recording)];
  const whole = { from: 0, to: lengthOf(recording.distance) };
  return layTogether(whole.to, found ? [{ ...whole, surface: found.surface }] : [], shoe ? [{ ...whole, ...shoe }] : []);
}

/** What holds where no rule of the runner's speaks: belts and tracks are what they are. */
export const builtInSurfaces: Readonly<Partial<Record<RunKind, { readonly surface: Surface; readonly reason: string }>>> = {
  treadmill: { surface: "treadmill", reason: "recorded on a treadmill" },
  track: { surface: "track", reason: "recorded as a track session" },
};

/** A run whose distance nobody knows is taken as longer than any. */
const unknownLength = 1e6;
export const lengthOf = (distance: number | null): number => distance ?? unknownLength;
