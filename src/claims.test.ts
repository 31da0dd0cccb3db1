import { beforeAll, describe, expect, it } from "vitest";
import { answerLink, claimsLedger, claimVerdicts, simulateDiary, usualTruth, type ClaimsInput, type ClaimsLedger, type LinkAnswer } from "./index.ts";
import { backPainOddsRatios, backPainRates, runWalkPain, sources } from "./literature/index.ts";
import { claims } from "./advice/index.ts";
import { claimsIn } from "./truth/guards.ts";

const told: ClaimsInput = { runner: { mass: 70, height: 1.78, sex: null, birthYear: null }, speed: 3, trunkLeanDegrees: 6, weeklyDistance: 30_000, runsPerWeek: 3, distanceUnit: "km" };
const nobody: ClaimsInput = { runner: { mass: null, height: null, sex: null, birthYear: null }, speed: null, trunkLeanDegrees: null, weeklyDistance: null, runsPerWeek: null, distanceUnit: "mi" };
const empty = answerLink({ entries: [], days: [], runs: [], distanceUnit: "km", shoeNames: {} });

/** The answer of a simulated diary, its runs bare. */
function answerOf(runEffect: number): LinkAnswer {
  const { entries, days, runs } = simulateDiary({ ...usualTruth, level: 4, spread: 1.2, memory: 0.6, runEffect }, 4);
  return answerLink({
    entries, days, distanceUnit: "km", shoeNames: {},
    runs: runs.map(({ start, end, factors }) => ({ startedAt: start, duration: end - start, utcOffset: 0, distance: 1000 * (factors["distance"] ?? 10), speed: 2.8 + 0.1 * (factors["speed"] ?? 0), climb: null, stepRate: null, relativeDose: {}, shareOnHardGround: null, shareOnSoftGround: null, shoe: null, shoeDistance: null, contactTimeDrift: null, trunkLeanDegrees: null })),
  });
}

let ledgers: Readonly<Record<"linked" | "notLinked" | "empty", ClaimsLedger>>;
beforeAll(() => void (ledgers = { linked: claimsLedger(told, answerOf(1)), notLinked: claimsLedger(told, answerOf(0)), empty: claimsLedger(nobody, empty) }), 60_000);

const verdicts = ({ rows }: ClaimsLedger): readonly string[] => rows.map(({ verdict }) => claimVerdicts[verdict]);

describe("the claims ledger", () => {
  it("has the seven rows; of what only the runner can tell, the diary decides", () => {
    const rest = ["mixed", "mixed", "mixed", "supported", "mixed", "supported"];
    expect(verdicts(ledgers.linked)).toEqual(["supported", ...rest]);
    expect(verdicts(ledgers.notLinked)).toEqual(["not supported", ...rest]);
    expect(verdicts(ledgers.empty)).toEqual(["about you: unknown yet", ...rest]);
  });

  it("says of the model only what its bands let it say: force at speed above walking, shoe, wear and ground about nothing", () => {
    const model = Object.fromEntries(ledgers.linked.rows.map(({ id, model: words }) => [id, words]));
    const [run = NaN, jog = NaN, walk = NaN] = [...(model["force-at-speed"] ?? "").matchAll(/(\d\.\d) \(\d\.\d–\d\.\d\)/g)].map(([, value]) => Number(value));
    expect(run).toBeGreaterThan(jog);
    // Nilsson & Thorstensson: about 2.0 against 1.0 to 1.5 times body weight.
    expect(jog).toBeGreaterThan(1.5 * walk);
    for (const id of ["hard-ground", "thin-shoes", "worn-shoes", "posture"]) expect(model[id], id).toMatch(/we cannot tell whether the load on L5–S1 is more or less/);
    // 70 kg · 1 km · 3.6 J/kg/m ÷ 4184 J/kcal.
    expect(model["worth-it"]).toMatch(/^A level kilometre takes you 60 \(5\d–7\d\) kcal above standing still; your usual week of 30 km takes 180\d /);
    expect(ledgers.empty.rows[6]!.model).toMatch(/^A level mile takes you/);
    expect(ledgers.empty.rows[1]!.model).toMatch(/^At a usual 6\.7 mph/);
  });

  it("gives each row the runner's own data, or says that they do not tell", () => {
    expect(ledgers.linked.rows[0]!.own[0]).toMatch(/your pain was 1\.\d points of 10 higher/);
    expect(ledgers.linked.rows[1]!.own[0]).toMatch(/^Speed/i);
    expect(ledgers.linked.rows[5]!.own).toEqual([expect.stringMatching(/^About you: unknown yet/)]);
    expect(ledgers.linked.rows[6]!.own[0]).toBe("You ran 3.0 times and 30 km a week over the last eight weeks.");
    expect(ledgers.empty.rows[6]!.own[0]).toBe("No run of yours is here yet.");
  });

  it("quotes the figures that the literature holds, each with a work that is known", () => {
    const published = claims.map((claim) => claim.published.map(({ finding }) => finding).join(" "));
    const [rates, hard] = [published[0] ?? "", published[5] ?? ""];
    for (const figure of [100 * backPainRates.prevalence.low, 100 * backPainRates.prevalence.high, 100 * backPainRates.atMarathon.value, backPainOddsRatios.activity.value, -runWalkPain.value]) expect(rates).toContain(String(Number(figure.toFixed(1))));
    expect(hard).toContain(backPainOddsRatios.gaitPosture.value.toFixed(1));
    for (const { published: findings } of claims) for (const { sources: works } of findings) for (const work of works) expect(sources[work].title).toMatch(/\d{4}/);
  });

  it("makes no claim that none may", () => {
    for (const { rows } of Object.values(ledgers)) {
      const words = rows.flatMap(({ published, agreement, model, own, because }) => [...published.map(({ finding }) => finding), agreement, model, ...own, because]).join("\n");
      for (const id of ["N1", "N2", "N4", "N6", "N7", "N8", "N9", "C2", "C5", "C6"]) expect(claimsIn(id, words), id).toEqual([]);
      expect(words).not.toMatch(/\bp[ -]?value|\bp ?[<=]|damage|danger|safe\b|optimal|!/i);
    }
  });
});
