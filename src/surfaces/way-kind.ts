import { surfaces, type Surface } from "../domain/index.ts";

/** What in the map's tags told a way's surface; from `silent` on they do not tell it, and this is why. */
export const tellings = ["surface", "tracktype", "highway", "leisure", "silent", "unspecific", "several", "no-counterpart"] as const;

export type Telling = (typeof tellings)[number];

/** What a way is like to run on: how wide it is and how likely a runner takes it. */
const lineForms = ["path", "street", "road", "stadium"] as const;

export type LineForm = (typeof lineForms)[number];

/** Ways, and areas that a runner may cross anywhere. */
export const wayForms = [...lineForms, "area"] as const;

/** What a map says of a way, or of an area, as far as a runner's foot is concerned. */
export interface WayKind<Form = (typeof wayForms)[number]> {
  readonly surface: Surface;
  readonly told: Telling;
  readonly form: Form;
}

/** The kind of a way, not of an area. */
export type LineKind = WayKind<LineForm>;

export const isLine = (kind: WayKind): kind is LineKind => kind.form !== "area";

/** A kind as one small number, for storing. */
export function kindCode({ surface, told, form }: WayKind): number {
  return (wayForms.indexOf(form) * tellings.length + tellings.indexOf(told)) * surfaces.length + surfaces.indexOf(surface);
}

/** The kind of a number that `kindCode` gave; null where none did. */
export function kindOf(code: number): WayKind | null {
  const surface = surfaces[code % surfaces.length];
  const rest = Math.floor(code / surfaces.length);
  const told = tellings[rest % tellings.length];
  const form = wayForms[Math.floor(rest / tellings.length)];
  return surface === undefined || told === undefined || form === undefined ? null : { surface, told, form };
}
