import type { Body, Gait, Quantity } from "./domain/index.ts";
import type { FootfallCondition } from "./footfall-condition.ts";
import { referenceShoeStiffness } from "./literature/index.ts";
import { forwardFootfall, trunkLeanOf, type ForwardFootfall, type NoForwardFootfall } from "./shock/index.ts";

/** Body and timing that a condition was completed with. */
export interface CompletedFootfall {
  readonly gait: Gait;
  readonly body: Body;
  readonly groundContactTime: number;
  readonly flightTime: number;
}

/** A condition's footfall run forward, with the body and timing that its simulation completed. */
export function forwardOfCondition(condition: FootfallCondition, { gait, body, groundContactTime, flightTime }: CompletedFootfall): ForwardFootfall | NoForwardFootfall {
  const { speed = 3, slope = 0, footStrike = "unknown", surface = "unknown", shoeStiffnessNewtonsPerMillimetre, shoeDistanceKilometres = 0, trunkLeanDegrees, lordosisDegrees = null } = condition;
  return forwardFootfall({
    gait, mass: body.mass, height: body.height, legLength: body.legLength, speed, slope, groundContactTime, flightTime, footStrike, surface,
    shoe: { stiffness: shoeStiffnessNewtonsPerMillimetre === undefined ? referenceShoeStiffness.value : 1000 * shoeStiffnessNewtonsPerMillimetre, distance: 1000 * shoeDistanceKilometres },
    trunkLeanDegrees: trunkLeanOf(trunkLeanDegrees ?? null).degrees, lordosisDegrees,
  });
}

/** A quantity whose band reaches to what the other direction tells: what the two differ by, the model does not know. */
export function reachingTo(quantity: Quantity, other: number): Quantity {
  return { ...quantity, low: Math.min(quantity.low, other), high: Math.max(quantity.high, other) };
}
