import { claims, type Claim, type ClaimId, type ClaimVerdict } from "./advice/index.ts";
import { numberWords } from "./charts/index.ts";
import { distanceWords, modelOfClaims, type ClaimRunner } from "./claims-model.ts";
import type { LinkAnswer } from "./link-answer.ts";
import { sources } from "./literature/index.ts";
import { modelVersion } from "./model-version.ts";

/** One claim held against what is published, against the model for this runner, and against the runner's own data. */
export interface ClaimRow extends Pick<Claim, "id" | "says" | "agreement"> {
  readonly number: number;
  readonly published: readonly { readonly finding: string; readonly works: readonly { readonly id: string; readonly title: string; readonly doi: string | null; readonly doiVerified: boolean }[] }[];
  readonly model: string;
  readonly own: readonly string[];
  readonly verdict: ClaimVerdict;
  readonly because: string;
}

export interface ClaimsLedger {
  readonly rows: readonly ClaimRow[];
  /** What no diary can tell, said once for all that rests on it. */
  readonly unseen: string;
  readonly modelVersion: string;
}

/** What the ledger needs of the runner beside the answer of the diary. */
export interface ClaimsInput extends ClaimRunner {
  readonly runsPerWeek: number | null;
}

/** The claims ledger of one runner. */
export function claimsLedger(input: ClaimsInput, link: LinkAnswer): ClaimsLedger {
  const model = modelOfClaims(input);
  return {
    rows: claims.map(({ id, says, published, agreement, verdict, because, factors }, index) => ({
      number: index + 1, id, says, agreement, because, model: model[id],
      published: published.map(({ finding, sources: ids }) => ({ finding, works: ids.map((work) => ({ id: work, title: sources[work].title, doi: sources[work].doi, doiVerified: sources[work].doiVerified })) })),
      own: ownWords(id, factors, input, link), verdict: verdict ?? verdictOfDiary(link),
    })),
    unseen: link.unseen, modelVersion,
  };
}

/** A claim about one person stands or falls with that person's diary. */
function verdictOfDiary({ running: { verdict } }: LinkAnswer): ClaimVerdict {
  if (verdict.kind === "linked") return verdict.direction === "more" ? "supported" : "not-supported";
  return verdict.kind === "not-linked" ? "not-supported" : "unknown";
}

function ownWords(id: ClaimId, factors: Claim["factors"], { runsPerWeek, weeklyDistance, distanceUnit }: ClaimsInput, { running, factors: asked }: LinkAnswer): readonly string[] {
  const told = asked.filter((factor) => factors.some((name) => (name.endsWith(":") ? factor.id.startsWith(name) : factor.id === name)) && factor.effects.length > 0).map(({ sentence, sureness }) => (sureness === null ? sentence : `${sentence} ${sureness}`));
  if (id === "pain-after-runs") return [running.sentence, ...(running.sureness === null ? [] : [running.sureness])];
  if (id === "worth-it") {
    const regimen = runsPerWeek === null || weeklyDistance === null ? "No run of yours is here yet." : `You ran ${numberWords(runsPerWeek, 1)} times and ${distanceWords(weeklyDistance, distanceUnit)} a week over the last eight weeks.`;
    return [regimen, running.sentence];
  }
  return told.length > 0 ? told : ["About you: unknown yet. Your diary and runs do not tell enough of it to be asked."];
}
