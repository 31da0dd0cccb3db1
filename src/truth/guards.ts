import { adaptationTargets } from "./adaptation.ts";
import { between, type Answer, type Target } from "./target.ts";

/** A text that Footfall shows to people: a page, a command's output, a document. */
export interface ShippedText {
  /** File it stands in. */
  readonly where: string;
  readonly text: string;
}

/** A claim that must stand nowhere, and the patterns that betray it; a sentence that denies it, or “quotes” it, is welcome. */
interface Guard {
  readonly id: string;
  readonly part: string;
  readonly source: Target["source"];
  readonly condition: string;
  readonly claims: readonly RegExp[];
}

const pain = "(?:back ?pain|back ?ache|pain|hurts?|aches?)";
const causes = "(?:causes?|caused|causing|leads? to|brings? on|is why|gives? you|triggers?|makes?|explains?)";
const discs = "(?:discs?|vertebrae?|spines?|backbones?)";

const guards: readonly Guard[] = [
  {
    id: "N1", part: "“shrinkage causes pain”", source: "garbutt-1990", condition: "runners with and without back pain lost as much stature",
    claims: [
      new RegExp(`\\b(?:shrink\\w*|shrank|creep|los\\w+ of (?:height|stature)|disc (?:load|loads|compression|pressure))\\b.{0,60}\\b${causes}\\b.{0,40}\\b${pain}\\b`, "i"),
      new RegExp(`\\b${pain}\\b.{0,40}\\b(?:because|caused by|due to|comes? from)\\b.{0,60}\\b(?:shrink\\w*|shrank|creep|stature|disc (?:load|compression|pressure))`, "i"),
    ],
  },
  {
    id: "N2", part: "“running damages discs”", source: "belavy-2017", condition: "runners' discs are taller and hold more water; a run-walk programme lowered back pain",
    claims: [
      new RegExp(`\\b(?:run|runs|running|runners?|footfalls?|steps?|impacts?|miles|kilomet\\w+|pounding)\\b.{0,60}\\b(?:damag|destroy|ruin|harm|degenerat|grinds? down|wears? (?:out|down|away))\\w*.{0,40}\\b${discs}\\b`, "i"),
      new RegExp(`\\b${discs}\\b.{0,40}\\b(?:is|are|get|gets|become|becomes)\\b.{0,20}\\b(?:damaged|destroyed|ruined|harmed|worn (?:out|down|away)|degenerat\\w+)\\b.{0,60}\\b(?:run|running|runs|footfalls?|impacts?)\\b`, "i"),
      /\bdisc damage\b/i,
    ],
  },
  {
    id: "N4", part: "“acute to chronic ratio”", source: "frandsen-2025", condition: "the ratio went the wrong way in 5205 runners: it is shown nowhere",
    claims: [/\bACWR\b/i, /\bacute\W{0,3}(?:to|:|\/)?\W{0,3}chronic\b/i, /\bacuteChronic\w*/i],
  },
  {
    id: "N6", part: "“shoe type or foot strike goes with back pain”", source: "wu-2021", condition: "of 800 runners those with back pain wore the same kinds of shoe (p = 0.664) and struck alike (p = 0.139)",
    claims: [
      new RegExp(`\\b(?:shoe types?|types? of shoes?|kinds? of shoes?|(?:heel|rearfoot|midfoot|forefoot|foot)[- ]?stri(?:ke|king|kers?))\\b.{0,60}\\b(?:${causes}|linked|associated|goes with|go with|more|less|lowers?|prevents?|eases?)\\b.{0,40}\\b${pain}\\b`, "i"),
      new RegExp(`\\b${pain}\\b.{0,40}\\b(?:because of|caused by|due to|comes? from|linked (?:with|to)|associated with)\\b.{0,40}\\b(?:shoe types?|types? of shoes?|kinds? of shoes?|(?:heel|rearfoot|midfoot|forefoot|foot)[- ]?stri(?:ke|king|kers?))\\b`, "i"),
    ],
  },
  {
    id: "N7", part: "“a running injury index for back pain”", source: "running-injury-index-2020", condition: "r = 0.05 with disability from back pain: no question of it is asked",
    claims: [/\bUWRI\b/i, /\bWisconsin Running Injury\b/i],
  },
  {
    id: "N8", part: "“ISO 2631-5 limits”", source: "iso-2631-5-2004", condition: "made for seated vibration, the limits would condemn every run; its exponent may be named",
    claims: [/\bISO ?2631\S{0,3}\b.{0,60}\b(?:limits?|thresholds?|(?:low|high)(?:er)? risk|safe|unsafe|exceed\w*)\b/i, /\b(?:limits?|thresholds?|exceed\w*|safe)\b.{0,60}\bISO ?2631/i],
  },
  {
    id: "N9", part: "“impact tests tell of injury”", source: "astm-f1976-06", condition: "the standard itself says that its scores are neither",
    claims: [
      new RegExp(`\\b(?:impact test\\w*|F1976|(?:shoe|cushioning) scores?)\\b.{0,80}\\b(?:prevents?|lowers?|reduces?|predicts?|${causes})\\b.{0,40}\\b(?:injur\\w+|${pain}|forces? (?:on|in) (?:you|your|the runner))\\b`, "i"),
    ],
  },
  {
    id: "C2", part: "“soft shoes ease back pain”", source: "malisoux-2020", condition: "fewer injuries of any kind in soft shoes, in heavier runners not surely; of back pain nothing is known",
    claims: [new RegExp(`\\b(?:soft\\w*|cushion\\w*) (?:shoes?|midsoles?|soles?|foam)\\b.{0,60}\\b(?:prevents?|lowers?|reduces?|eases?|relieves?|cures?|less)\\b.{0,40}\\b(?:back ${pain}|${pain})\\b`, "i")],
  },
  {
    id: "C5", part: "“leaning causes back pain”", source: "teng-powers-2015", condition: "no load was ever measured in a leaning runner: a hypothesis",
    claims: [new RegExp(`\\b(?:lean\\w*|hunch\\w*|upright|erect)\\b.{0,60}\\b${causes}\\b.{0,40}\\b(?:back ${pain}|${pain})\\b`, "i")],
  },
  {
    id: "C6", part: "“quicker steps ease back pain”", source: "anderson-2022", condition: "the evidence on injury is insufficient",
    claims: [new RegExp(`\\b(?:step rate|cadence|shorter steps|quicker steps)\\b.{0,60}\\b(?:prevents?|lowers?|reduces?|eases?|relieves?|cures?|less)\\b.{0,40}\\b(?:back ${pain}|${pain}|injur\\w+)\\b`, "i")],
  },
];

const denials = /\b(?:no|not|never|nothing|neither|nor|none|cannot|without|isn.t|doesn.t|don.t|hypothes[ie]s|mixed|unknown|insufficient|against|claims?)\b/i;

/** Sentences of a text that make a guard's claim, those left out that deny or quote it. */
export function claimsIn(id: string, text: string): readonly string[] {
  const claims = guards.filter((guard) => guard.id === id).flatMap((guard) => guard.claims);
  return sentencesOf(text).filter((sentence) => claims.some((claim) => claim.test(sentence)) && !denials.test(sentence));
}

/** Sentences without mark-up and without what they “quote”. */
function sentencesOf(text: string): readonly string[] {
  return text.replace(/“[^”]*”/g, " ").replace(/<\/?[\w.]+(?:\s[^<>]*)?>/g, " ").replace(/\s+(?:\*|\/\/)\s+/g, " ").replace(/\s+/g, " ").split(/(?<=[.!?])\s|["`{}]|;\s/);
}

/** Guards on what Footfall says, as targets: the number of sentences that say what none may. Null where the texts were not given. */
export function guardTargets(texts: readonly ShippedText[] | null): readonly Target[] {
  return [
    ...guards.map(({ id, part, source, condition }) => between(0, 0, {
      id, part: `words: ${part}`, table: id.startsWith("C") ? "C" : "N", condition: `sentences shown that claim it; ${condition}`, unit: "sentences", source, gated: true,
      got: () => {
        if (texts === null || texts.length === 0) return { untestable: "the words of the app were not given: they lie beside the program, which reads them" };
        const found = texts.flatMap(({ where, text }) => claimsIn(id, text).map((sentence) => `${where}: “${sentence.trim().slice(0, 120)}”`));
        return found.length === 0 ? { value: 0 } : { value: found.length, note: found.slice(0, 3).join("; ") };
      },
    })),
    between(0, 0, {
      id: "N1", part: "beside the figure", table: "N", condition: "figures of shrinkage after a run without the word beside them that it was the same with and without back pain", unit: "figures", source: "garbutt-1990", gated: true,
      got: () => ({ value: adaptationTargets().filter(({ id, expected, unit, got }) => id === "B26" && expected !== null && unit === "mm" && !isHarmless(got())).length }),
    }),
  ];
}

function isHarmless(answer: Answer): boolean {
  return "note" in answer && (answer.note?.includes("with and without back pain") ?? false);
}
