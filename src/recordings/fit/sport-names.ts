import type { Terrain } from "../../domain/index.ts";
import type { NamedSport } from "../door/settle-sport.ts";

/** What FIT's sport and sub-sport numbers say; an absent number is NaN. */
export function fitSport(sport: number, subSport: number): NamedSport {
  if (sport === 1) return { kind: "taken", sport: "running" };
  if (sport === 11 || sport === 17) return { kind: "taken", sport: "walking" };
  // Gym watches file treadmills under fitness equipment.
  if (sport === 4 && (subSport === 1 || subSport === 45)) return { kind: "taken", sport: "running" };
  if (sport === 4 && subSport === 27) return { kind: "taken", sport: "walking" };
  if (Number.isNaN(sport) || sport === 0 || sport === 254) return { kind: "unnamed" };
  return { kind: "other", name: sportNames[sport] ?? `sport number ${sport}` };
}

/** Whether a sub-sport is done indoors; null where its number does not tell. */
export function isIndoorSubSport(subSport: number): boolean | null {
  if (subSport === 1 || subSport === 27 || subSport === 45 || subSport === 58) return true;
  return subSport >= 2 && subSport <= 4 ? false : null;
}

/** What a sub-sport is run on; absent where its number does not tell. */
export function terrainOfSubSport(subSport: number): { readonly terrain?: Terrain } {
  const terrain = terrainsBySubSport[subSport];
  return terrain === undefined ? {} : { terrain };
}

const terrainsBySubSport: Readonly<Record<number, Terrain>> = { 2: "street", 3: "trail", 4: "track" };

const sportNames: Readonly<Record<number, string>> = {
  2: "cycling", 3: "transition", 4: "fitness equipment", 5: "swimming", 6: "basketball", 7: "soccer", 8: "tennis", 9: "American football", 10: "training",
  12: "cross-country skiing", 13: "alpine skiing", 14: "snowboarding", 15: "rowing", 16: "mountaineering", 18: "multisport", 19: "paddling", 20: "flying",
  21: "e-biking", 22: "motorcycling", 23: "boating", 24: "driving", 25: "golf", 26: "hang gliding", 27: "horseback riding", 28: "hunting", 29: "fishing",
  30: "inline skating", 31: "rock climbing", 32: "sailing", 33: "ice skating", 34: "sky diving", 35: "snowshoeing", 36: "snowmobiling",
  37: "stand-up paddleboarding", 38: "surfing", 39: "wakeboarding", 40: "water skiing", 41: "kayaking", 42: "rafting", 43: "windsurfing", 44: "kitesurfing",
  45: "tactical", 46: "jumpmaster", 47: "boxing", 48: "floor climbing", 49: "baseball", 53: "diving", 56: "shooting", 58: "winter sport", 59: "grinding",
  62: "interval training", 63: "video gaming", 64: "racket sport", 65: "wheelchair push walk", 66: "wheelchair push run", 67: "meditation", 68: "para sport",
  69: "disc golf", 70: "team sport", 71: "cricket", 72: "rugby", 73: "hockey", 74: "lacrosse", 75: "volleyball", 76: "water tubing", 77: "wakesurfing",
  78: "water sport", 79: "archery", 80: "mixed martial arts", 81: "motor sport", 82: "snorkelling", 83: "dance", 84: "jump rope", 85: "pool apnoea",
  86: "mobility", 87: "geocaching", 88: "canoeing",
};
