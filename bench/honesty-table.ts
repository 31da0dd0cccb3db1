import type { Counts, Scenario } from "./honesty-scenario.ts";

/** The counts as tables for `docs/models/link-analysis.md`. */
export function honestyTable(totals: ReadonlyMap<Scenario, Counts>): string {
  const of = (group: Scenario["group"]): readonly (readonly [Scenario, Counts])[] => [...totals].filter(([scenario, counts]) => scenario.group === group && (counts["diaries"] ?? 0) > 0);
  const noEffect = (group: Scenario["group"]): string => table(
    ["runner", "diaries", "“linked”: running", "any factor", "either", "its upper 95 % limit", "“not linked”", "“not enough yet”", "“cannot be told apart”", "intervals that hold 0", "ranges that do (≥ 95 %)", "intervals of factors", "of factors with several slopes (≥ 95 %)"],
    of(group).map(([{ id, words }, c]) => [`**${id}**: ${words}`, whole(c, "diaries"), share(c, "running"), share(c, "factor"), share(c, "either"), `${(100 * upperLimit(c["either"] ?? 0, c["diaries"] ?? 0)).toFixed(1)} %`, share(c, "notLinked"), share(c, "notEnough"), share(c, "apart"), share(c, "held", "intervals"), share(c, "rangesHeld", "ranges"), share(c, "factorHeld", "factorIntervals"), share(c, "jointHeld", "jointIntervals")]),
  );
  return [
    "### Without effect", noEffect("no effect"), "### Misled by what no method can see", noEffect("unseen"),
    "### With an effect", table(
      ["effect", "diaries", "found", "wrong way", "shared with another factor", "mean estimate", "true", "intervals that hold it", "ranges, and intervals of several slopes, that do (≥ 95 %)", "“not linked”", "another factor called"],
      of("effect").map(([{ id, words }, c]) => [`**${id}**: ${words}`, whole(c, "diaries"), share(c, "found"), share(c, "wrongWay"), share(c, "shared"), mean(c, "estimate", "estimates"), mean(c, "real", "diaries"), share(c, "held", "intervals"), share(c, "rangesHeld", "ranges"), share(c, "notLinked"), share(c, "otherFactor")]),
    ),
    "### Shrunk", table(["effects", "diaries", "shrunk intervals that hold the truth", "unshrunk", "shrunk error over unshrunk (root mean square)"],
      of("shrunk").map(([{ words }, c]) => [words, whole(c, "diaries"), share(c, "held"), share(c, "unshrunkHeld"), Math.sqrt((c["shrunkError"] ?? 0) / (c["unshrunkError"] ?? 1)).toFixed(2)])),
    "### Odds ratios", table(["design", "diaries", "built in", "geometric mean found", "intervals that hold it", "called above 1", "called below 1", "informative beginnings a diary"],
      of("odds ratio").map(([{ id }, c]) => [id, whole(c, "diaries"), mean(c, "real", "diaries"), Math.exp((c["logs"] ?? 0) / (c["finite"] ?? 1)).toFixed(2), share(c, "held"), share(c, "above"), share(c, "below"), mean(c, "informative", "diaries")])),
    "### Power", table(["runs", "diaries", "four in five by the formula at", "seen at 5 %", "called “linked”", "wrong way"],
      of("power").map(([{ id, words }, c]) => [id, whole(c, "diaries"), words.replace("formula: ", ""), share(c, "seen"), share(c, "linked"), share(c, "wrongWay")])),
  ].join("\n\n") + "\n";
}

/** One-sided upper 95 % limit of a rate (Clopper and Pearson), by halving. */
export function upperLimit(hits: number, trials: number): number {
  let [low, high] = [trials > 0 ? hits / trials : 0, 1];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (atMost(hits, trials, middle) > 0.05) low = middle;
    else high = middle;
  }
  return high;
}

/** Chance of at most so many hits. */
function atMost(hits: number, trials: number, rate: number): number {
  let logTerm = trials * Math.log1p(-rate);
  let total = Math.exp(logTerm);
  for (let k = 1; k <= hits; k++) {
    logTerm += Math.log((trials - k + 1) / k) + Math.log(rate / (1 - rate));
    total += Math.exp(logTerm);
  }
  return total;
}

const whole = (counts: Counts, name: string): string => String(counts[name] ?? 0);
const share = (counts: Counts, name: string, of = "diaries"): string => ((counts[of] ?? 0) > 0 ? `${((100 * (counts[name] ?? 0)) / (counts[of] ?? 1)).toFixed(1)} %` : "none told");
const mean = (counts: Counts, name: string, of: string): string => ((counts[name] ?? 0) / (counts[of] ?? 1)).toFixed(2);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
