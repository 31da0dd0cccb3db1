import { z } from "zod";
import { isPlausible, markedMoments, plausibleRanges, type PostureTaken } from "../../src/index.ts";

const point = z.strictObject({ x: z.number(), y: z.number() });
const degrees = (low: number, high: number, hint = "") => {
  const message = `must be ${low} to ${high} degrees${hint}`;
  return z.number().min(low, message).max(high, message);
};
const rate = z.number().min(1, "must be 1 to 2000 pictures per second").max(2000, "must be 1 to 2000 pictures per second").nullable();

const stride = z.strictObject({
  at: z.number().min(0).nullable().default(null),
  moment: z.enum(markedMoments).default("mid-stance"),
  points: z.strictObject({ ear: point.optional(), shoulder: point.optional(), hip: point.optional(), knee: point.optional(), ankle: point.optional(), toe: point.optional() }),
  verticalEdge: z.tuple([point, point]).readonly().nullable().default(null),
});

const size = z.number().min(1, "the picture has no size; choose another").max(100_000);

/** Points marked on a photo or video. */
export const sideView = z.strictObject({
  width: size,
  height: size,
  frameRate: rate.default(null),
  captureRate: rate.default(null),
  strides: z.array(stride).min(1, "mark at least one picture").max(500).readonly(),
});

/** A calendar day, as `2026-05-02`. */
export const day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text), "must be a day, as 2026-05-02");

/** What one look at a runner's posture gave, as it is sent and stored. */
export const postureTaken = z.strictObject({
  day,
  sideView: sideView.nullable().default(null),
  toldLean: z.strictObject({
    degrees: degrees(plausibleRanges.trunkLeanDegrees.low, plausibleRanges.trunkLeanDegrees.high, ", forward positive"),
    spreadDegrees: degrees(0.5, 20).nullable().default(null),
  }).nullable().default(null),
  inclinometer: z.strictObject({ sacrumDegrees: degrees(-20, 70), thoracolumbarDegrees: degrees(-20, 60) })
    .refine(({ sacrumDegrees, thoracolumbarDegrees }) => isPlausible(sacrumDegrees + thoracolumbarDegrees, { low: -5, high: 90 }), "the two readings add up to no human back; read the phone again, both from upright")
    .nullable().default(null),
  note: z.string().max(2000).nullable().default(null),
}) satisfies z.ZodType<PostureTaken>;

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) && text >= "1990-01-01";
}
