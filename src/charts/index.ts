import { bodyPicture } from "./body-picture.ts";
import { loadStrip } from "./load-strip.ts";
import { publishedAndModel } from "./published-and-model.ts";
import { sampleNear, track } from "./track.ts";

export type { BodyPictureInput } from "./body-picture.ts";
export type { LoadStripInput } from "./load-strip.ts";
export type { PublishedAndModelInput } from "./published-and-model.ts";
export type { TrackInput } from "./track.ts";
export type { Chart, Picture } from "./picture.ts";
export { bandWords, numberWords, thinSpace } from "./drawing/number-words.ts";
export { publishedAndModelWords } from "./drawing/published-words.ts";
export { bodyPicture, loadStrip, publishedAndModel, sampleNear, track };

/** Every picture Footfall draws, by the name of its file. */
export const charts = { "body-picture": bodyPicture, "load-strip": loadStrip, "published-and-model": publishedAndModel, track } as const;
