import { painRegions, type PainRegion, type PainSide } from "../domain/index.ts";
import { plainWords } from "./table-text.ts";

/** A place of the back that is meant. */
export interface TablePlace {
  readonly region: PainRegion;
  readonly side: PainSide;
}

/** Words for places, the more exact first; what none of them names is elsewhere. */
const regionWords: readonly (readonly [PainRegion, RegExp])[] = [
  ["leg-below-knee", /\b(?:calf|calves|shin|lower leg|ankle|foot|feet|toes?|wade|unterschenkel|schienbein|fuss|knochel|zehen?|mollet|tibia|pied|cheville|pantorrilla|pie|tobillo|polpaccio|piede|caviglia|kuit|scheenbeen|voet|enkel|panturrilha|canela|pe)\b/],
  ["elsewhere", /\b(?:upper back|back upper|mid back|back mid|middle back|thoracic|neck|shoulders?|head|headache|nacken|schulter|brustwirbelsaule|bws|hws|kopf|oberer rucken|haut du dos|cou|nuque|cuello|hombro|espalda alta|collo|spalla|nek|schouder|pescoco|ombro)\b/],
  ["upper-lumbar", /\b(?:upper lumbar|l1|l2|upper lower back)\b/],
  ["middle-lumbar", /\b(?:middle lumbar|mid lumbar|l3)\b/],
  ["lower-lumbar", /\b(?:lower back|low back|back lower|lower spine|lumbar|lumbago|l4|l5|s1|lws|lendenwirbelsaule|lenden|kreuz|unterer rucken|untere rucken|rucken unten|bas du dos|lombaires?|lombalgie|reins|espalda baja|zona lumbar|lumbares?|lombare|lombalgia|schiena bassa|zona lombare|onderrug|lage rug|lombar)\b/],
  ["lower-lumbar", /\b(?:back|rucken|dos|espalda|schiena|rug|costas)\b/],
];

const sideWords: readonly (readonly [readonly PainSide[], RegExp])[] = [
  [["left", "right"], /\b(?:both|bilateral|beide|beidseits|beidseitig|deux cotes|ambos|entrambi|ambedue)\b/],
  [["left"], /\b(?:left|links|linke|linker|gauche|izquierd[oa]|sinistr[oa]|linkse?|esquerd[oa])\b/],
  [["right"], /\b(?:right|rechts|rechte|rechter|droite?|derech[oa]|destr[oa]|rechtse?|direit[oa])\b/],
];

/** The places a cell may name: several stand apart by semicolon, bar or comma. */
export function placeTexts(cell: string): readonly string[] {
  return cell.split(/[;|,]/).map((text) => text.trim()).filter((text) => text !== "");
}

/** Which places a text means. Brackets are read too: "Back (lower) pain". */
export function readPlace(text: string, sideText = ""): readonly TablePlace[] {
  const plain = plainWords(text.replace(/[()[\]]/g, " "));
  const exact = painRegions.find((name) => name === plain.replaceAll(" ", "-"));
  const [region] = exact === undefined ? regionWords.find(([, words]) => words.test(plain)) ?? ["elsewhere" as const] : [exact];
  const [sides] = sideWords.find(([, words]) => words.test(plainWords(sideText) || plain)) ?? [["middle" as const]];
  return sides.map((side) => ({ region, side }));
}
