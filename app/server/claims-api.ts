/** The claims ledger: the shape of GET /api/claims and of `footfall claims --json`. */
import { z } from "zod";
import { claimIds, claimVerdicts, type ClaimsLedger, type ClaimVerdict } from "../../src/index.ts";

const isVerdict = (name: string): name is ClaimVerdict => name in claimVerdicts;

export const claimsAnswer = z.object({
  isSample: z.boolean(),
  rows: z.array(z.object({
    number: z.int(), id: z.enum(claimIds),
    /** What the article says. */
    says: z.string(),
    /** What is published of it, figure by figure, and whether it agrees. */
    published: z.array(z.object({ finding: z.string(), works: z.array(z.object({ id: z.string(), title: z.string(), doi: z.string().nullable(), doiVerified: z.boolean() })).readonly() })).readonly(),
    agreement: z.string(),
    /** What the model says for this runner. */
    model: z.string(),
    /** What this runner's own data say. */
    own: z.array(z.string()).readonly(),
    verdict: z.enum(Object.keys(claimVerdicts).filter(isVerdict)),
    because: z.string(),
  })).readonly(),
  unseen: z.string(),
  modelVersion: z.string(),
}) satisfies z.ZodType<ClaimsLedger & { readonly isSample: boolean }>;

export type ClaimsJson = z.infer<typeof claimsAnswer>;
