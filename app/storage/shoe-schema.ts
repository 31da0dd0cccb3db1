import { z } from "zod";
import { foams, plausibleRanges, shoeKinds, type Shoe } from "../../src/index.ts";

const words = (what: string, longest: number) => z.string().trim().min(1, `${what}: give at least one letter`).max(longest, `${what}: at most ${longest} letters`);

const between = (low: number, high: number, what: string, unit: string, hint: string) => {
  const message = `${what}: must be ${low} to ${high} ${unit}; ${hint}`;
  return z.number(message).min(low, message).max(high, message);
};

const day = z.iso.date("a day as year-month-day, for example 2026-05-02").nullable();
const { stackHeightMillimetres: stack, heelToToeDropMillimetres: drop, shoeStiffnessNewtonsPerMillimetre: stiffness, shoeDistanceKilometres: distance } = plausibleRanges;

/** A pair as it is told, every slip of hand or unit named; the one check for API, command line and file. */
export const shoeTold = z.strictObject({
  name: words("name", 80),
  brand: words("brand", 80).nullable(),
  model: words("model", 80).nullable(),
  kind: z.enum(shoeKinds).nullable(),
  stackHeight: between(stack.low / 1000, stack.high / 1000, "stack", "m", "is it in millimetres? Divide by 1000").nullable(),
  heelToToeDrop: between(drop.low / 1000, drop.high / 1000, "drop", "m", "is it in millimetres? Divide by 1000").nullable(),
  foam: z.enum(foams).nullable(),
  stiffnessNewtonsPerMillimetre: between(stiffness.low, stiffness.high, "stiffness", "N/mm", "is it in N/m? Divide by 1000").nullable(),
  boughtOn: day,
  retiredOn: day,
  distanceBefore: between(1000 * distance.low, 1000 * distance.high, "first distance", "m", "it cannot be negative; kilometres are times 1000"),
}) satisfies z.ZodType<Shoe>;

/** Fields that are changed; what is left out stays. */
export const shoeChange = z.strictObject({
  name: z.exactOptional(shoeTold.shape.name), brand: z.exactOptional(shoeTold.shape.brand), model: z.exactOptional(shoeTold.shape.model), kind: z.exactOptional(shoeTold.shape.kind),
  stackHeight: z.exactOptional(shoeTold.shape.stackHeight), heelToToeDrop: z.exactOptional(shoeTold.shape.heelToToeDrop), foam: z.exactOptional(shoeTold.shape.foam),
  stiffnessNewtonsPerMillimetre: z.exactOptional(shoeTold.shape.stiffnessNewtonsPerMillimetre), boughtOn: z.exactOptional(shoeTold.shape.boughtOn), retiredOn: z.exactOptional(shoeTold.shape.retiredOn),
  distanceBefore: z.exactOptional(shoeTold.shape.distanceBefore),
});

/** A new pair; what is left out is not told. */
export const newShoe = shoeChange.extend({ name: shoeTold.shape.name });
