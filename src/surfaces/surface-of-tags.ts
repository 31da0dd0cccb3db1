import type { Surface } from "../domain/index.ts";
import type { LineForm, LineKind, Telling, WayKind } from "./way-kind.ts";

/** Keys of the tags that are looked at. */
export const tagKeys = [
  "highway", "surface", "tracktype", "leisure", "landuse", "natural", "area", "type", "sport", "indoor", "sidewalk:surface", "sidewalk:both:surface", "sidewalk:left:surface", "sidewalk:right:surface",
] as const;

/** A way's tags, as far as they are looked at. */
export type Tags = { readonly [key in (typeof tagKeys)[number]]?: string };

/** What a way is to a runner's foot; null where nobody runs on it, such as a motorway, a river or a house. */
export function surfaceOfTags(tags: Tags): LineKind | null {
  const form = formOf(tags);
  if (form === null) return null;
  return { form, ...surfaceTold(tags, form) };
}

/** Open ground: what it is made of where no surface is mapped; null where the map does not say. */
const openGround = {
  leisure: { pitch: null, park: null, garden: null, playground: null, dog_park: null, common: null },
  landuse: { grass: "grass", meadow: "grass", village_green: null, recreation_ground: null },
  natural: { grassland: "grass", sand: "sand", beach: null, shingle: "gravel" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Surface | null>>>>;

/** What an area is to a runner's foot; null where nobody runs across it, such as a house, a wood or a lake. */
export function areaOfTags(tags: Tags): WayKind | null {
  const { surface, area, indoor, highway } = tags;
  if (indoor === "yes" || area === "no") return null;
  const ground = groundOf(tags);
  if (ground === undefined && !(area === "yes" && highway !== undefined && forms.has(highway))) return null;
  if (surface !== undefined) return { form: "area", ...named(surface, "area") };
  return { form: "area", ...(ground ? { surface: ground, told: "leisure" } : untold("silent")) };
}

/** Undefined where it is no open ground. */
function groundOf(tags: Tags): Surface | null | undefined {
  for (const [key, grounds] of [["leisure", openGround.leisure], ["natural", openGround.natural], ["landuse", openGround.landuse]] as const) {
    const found = Object.entries<Surface | null>(grounds).find(([value]) => value === tags[key]);
    if (found) return found[1];
  }
  return undefined;
}

interface Told {
  readonly surface: Surface;
  readonly told: Telling;
}

const untold = (told: Telling): Told => ({ surface: "unknown", told });

/** The form of each class of way that a runner may use; classes that are not here are left out. */
const forms: ReadonlyMap<string, LineForm> = new Map<string, LineForm>(Object.entries({
  trunk: "road", trunk_link: "road", primary: "road", primary_link: "road", secondary: "road", secondary_link: "road",
  tertiary: "street", tertiary_link: "street", unclassified: "street", residential: "street", living_street: "street", service: "street", road: "street",
  pedestrian: "street", track: "path", path: "path", footway: "path", cycleway: "path", bridleway: "path", steps: "path",
} as const satisfies Readonly<Record<string, LineForm>>));

/** Classes that are paved unless the map says otherwise. */
const pavedClasses: readonly string[] = [
  "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential", "living_street",
];

function formOf({ highway, leisure, sport, indoor }: Tags): LineForm | null {
  if (leisure === "track" && (sport === undefined || /running|athletics/.test(sport))) return "stadium";
  if (highway === undefined || indoor === "yes") return null;
  return forms.get(highway) ?? null;
}

function surfaceTold(tags: Tags, form: LineForm): Told {
  const { highway, surface, tracktype } = tags;
  if (surface !== undefined) return besidePavements(named(surface, form), tags, form);
  if (form === "stadium") return tags.sport === undefined ? untold("silent") : { surface: "track", told: "leisure" };
  const ofTrack = tracktype === undefined ? undefined : surfaceOfTracktype.get(tracktype);
  if (ofTrack !== undefined) return ofTrack;
  if (highway !== undefined && pavedClasses.includes(highway)) return besidePavements({ surface: "asphalt", told: "highway" }, tags, form);
  return untold("silent");
}

/** A street whose pavement is mapped as another surface: whether the runner keeps to the pavement no map tells. */
function besidePavements(street: Told, tags: Tags, form: LineForm): Told {
  const pavements = [tags["sidewalk:surface"], tags["sidewalk:both:surface"], tags["sidewalk:left:surface"], tags["sidewalk:right:surface"]];
  const differs = pavements.some((pavement) => pavement !== undefined && named(pavement, form).surface !== street.surface);
  return differs ? untold("several") : street;
}

function named(value: string, form: WayKind["form"]): Told {
  if (value.includes(";")) return untold("several");
  // Details follow a colon, as in concrete:plates.
  const plain = value.split(":")[0] ?? "";
  if (unspecific.includes(plain)) return untold("unspecific");
  const surface = surfaceOfName.get(plain);
  if (surface === undefined) return untold("no-counterpart");
  // What stadiums are laid with is also laid on playgrounds and bridges.
  if (surface === "track" && form !== "stadium") return untold("no-counterpart");
  return { surface, told: "surface" };
}

/** Values that only say paved or not. */
const unspecific: readonly string[] = ["paved", "unpaved", "natural", "hard", "soft"];

/** Values of `surface` as the mappers' documentation describes them, and what each is to a runner. */
const surfaceOfName: ReadonlyMap<string, Surface> = new Map<string, Surface>(Object.entries({
  asphalt: "asphalt", chipseal: "asphalt", tarmac: "asphalt",
  concrete: "concrete", cement: "concrete",
  paving_stones: "paving", sett: "paving", cobblestone: "paving", unhewn_cobblestone: "paving", bricks: "paving", brick: "paving", pavingstones: "paving",
  tartan: "track", rubber: "track", acrylic: "track", polyurethane: "track",
  grass: "grass", artificial_turf: "grass",
  dirt: "dirt", earth: "dirt", ground: "dirt", mud: "dirt", soil: "dirt", clay: "dirt", forest: "dirt",
  gravel: "gravel", fine_gravel: "gravel", compacted: "gravel", pebblestone: "gravel", cinder: "gravel",
  woodchips: "woodchip", woodchip: "woodchip", bark: "woodchip",
  sand: "sand", snow: "snow",
} as const satisfies Readonly<Record<string, Surface>>));

/** Firmness of farm and forest tracks: grade 1 is paved or packed hard, grade 3 a mixture; only the others lean to one surface. */
const surfaceOfTracktype: ReadonlyMap<string, Told> = new Map<string, Told>(Object.entries({
  grade1: untold("unspecific"),
  grade2: { surface: "gravel", told: "tracktype" },
  grade3: untold("unspecific"),
  grade4: { surface: "dirt", told: "tracktype" },
  grade5: { surface: "dirt", told: "tracktype" },
} as const satisfies Readonly<Record<string, Told>>));
