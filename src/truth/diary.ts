import { caseCrossover, covariates, dailyLag, nextOstrcQuestion, painShare, scoreOstrc, simulateDaysAtRisk, simulateOnsets, type OddsRatio, type OstrcAnswers } from "../diary/index.ts";
import { backPainOddsRatios, backPainRates } from "../literature/index.ts";
import { between, near, type Answer, type Target } from "./target.ts";

/** Rows of table N that the diary answers for: base rates, the search for what sets off pain, what is asked, the weekly questionnaire. */
export const diaryTargets = (simulations = 200): readonly Target[] => [...baseRateRows(), ...crossoverRows(simulations), ...questionRows(), ...ostrcRows()];

const percent = ({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }, note: string): Answer => ({ value: 100 * value, low: 100 * low, high: 100 * high, note });

function baseRateRows(): Target[] {
  const { low, high } = backPainRates.prevalence;
  const rate = { id: "N3", table: "N", unit: "%", source: "maselli-2020", gated: true } as const;
  const base = "painful share of looks at the back";
  const before = painShare(0, 0);
  return [
    between(100 * low, 100 * high, { ...rate, part: "before any entry", condition: `${base}, no diary yet: within the published range`, got: () => percent(before, "a rate between runners, used only while there is no diary") }),
    near(0.3, { ...rate, part: "lower end of its band", condition: `${base}, no diary yet`, expected: 100 * low, got: () => ({ value: 100 * before.low }) }),
    near(0.3, { ...rate, part: "upper end of its band", condition: `${base}, no diary yet`, expected: 100 * high, got: () => ({ value: 100 * before.high }) }),
    near(5, { ...rate, part: "overruled by the diary", condition: `${base}, 20 painful of 60 entries: the runner's own share`, expected: 100 / 3, got: () => percent(painShare(20, 60), "the base rate still pulls a little") }),
  ];
}

interface Design {
  readonly part: string;
  readonly condition: string;
  readonly seed: number;
  readonly estimate: (days: number, oddsRatio: number, seed: number) => OddsRatio;
}

const designs: readonly Design[] = [
  {
    part: "2 h before", condition: "2 h before pain began against the same hours 24 and 48 h earlier; runs by weekly habit, pain by hour of day", seed: 31_000,
    estimate: (days, oddsRatio, seed) => {
      const { runs, onsets } = simulateOnsets(days, oddsRatio, seed);
      return caseCrossover(onsets, runs);
    },
  },
  {
    part: "day before", condition: "days on which pain began against the days at risk of the same four weeks; runs skipped after pain, a quarter of the entries missing", seed: 52_000,
    estimate: (days, oddsRatio, seed) => dailyLag(simulateDaysAtRisk(days, oddsRatio, seed)),
  },
];

/** N5: a built-in odds ratio must come back, and chance must not look like a cause. */
function crossoverRows(simulations: number): Target[] {
  const { value: built } = backPainOddsRatios.activity;
  return designs.flatMap(({ part, condition, seed, estimate }) => [
    near(0.5, {
      id: "N5", part: `odds ratio found, ${part}`, table: "N", condition: `${condition}; 21 000 simulated days with this odds ratio built in`, expected: built, unit: "1", source: "steffens-2015", gated: true,
      got: () => estimate(21_000, built, seed),
    }),
    between(93, null, {
      id: "N5", part: `chance, ${part}`, table: "N", condition: `${condition}; ${simulations} simulated diaries of 180 days without effect: 95 % intervals that hold 1`, unit: "%", source: "steffens-2015", gated: true,
      got: () => {
        let holding = 0;
        for (let index = 0; index < simulations; index++) {
          const { low, high } = estimate(180, 1, seed + index);
          if (low <= 1 && high >= 1) holding += 1;
        }
        return { value: (100 * holding) / simulations };
      },
    }),
  ]);
}

/** N6: what is not mechanics is asked, each with the published figure; nothing is taken over that was not found. */
function questionRows(): Target[] {
  const asked = (id: string): Answer => ({ value: covariates.find((covariate) => covariate.id === id)?.published?.value ?? NaN });
  const row = (id: keyof typeof backPainOddsRatios & string, expected: number, source: Target["source"]): Target =>
    near(0.05, { id: "N6", part: id, table: "N", condition: "asked in the diary, with the published odds ratio beside it", expected, unit: "1", source, gated: true, got: () => asked(id) });
  return [
    row("fatigue", 2.68, "wu-2021"), row("warmUp", 2.62, "wu-2021"), row("temperature", 6.58, "wu-2021"), row("distraction", 25, "steffens-2015"),
    between(0, 0, {
      id: "N6", part: "shoe type and foot strike", table: "N", condition: "odds ratios taken over for what was looked for and not found (p = 0.664 and 0.139)", unit: "figures", source: "wu-2021", gated: true,
      got: () => ({ value: Object.keys(backPainOddsRatios).filter((name) => /shoe|strike/i.test(name)).length }),
    }),
  ];
}

/** N9: the questionnaire's rules, case by case. */
function ostrcRows(): Target[] {
  const cases: readonly (readonly [part: string, answers: OstrcAnswers, score: number, isSubstantial: boolean])[] = [
    ["first answer ends it", { participation: 0 }, 0, false],
    ["fourth answer ends it", { participation: 3 }, 100, true],
    ["second answers throughout", { participation: 1, modification: 1, performance: 1, pain: 1 }, 32, false],
    ["third answers throughout", { participation: 2, modification: 2, performance: 2, pain: 2 }, 68, true],
    ["severe pain alone", { participation: 1, modification: 0, performance: 1, pain: 3 }, 41, false],
    ["major effect on performance", { participation: 1, modification: 0, performance: 3, pain: 1 }, 41, true],
  ];
  return cases.map(([part, answers, expected, isSubstantial]) => near(0, {
    id: "N9", part: `OSTRC-O2: ${part}`, table: "N", condition: `score of the weekly questionnaire; ${isSubstantial ? "a" : "not a"} substantial problem`, expected, unit: "1", source: "clarsen-2020", gated: true,
    got: () => {
      const scored = scoreOstrc(answers);
      return { value: nextOstrcQuestion(answers) === null && scored?.isSubstantial === isSubstantial ? scored.score : NaN };
    },
  }));
}
