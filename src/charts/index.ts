import { backPicture } from "./back-picture.ts";
import { bodyPicture } from "./body-picture.ts";
import { factorEffects } from "./factor-effects.ts";
import { footfallDifference } from "./footfall-difference.ts";
import { footfallMoment } from "./footfall-moment.ts";
import { footfallTraces } from "./footfall-traces.ts";
import { loadRelation } from "./load-relation.ts";
import { loadStrip } from "./load-strip.ts";
import { painAndRuns } from "./pain-and-runs.ts";
import { painCalendar } from "./pain-calendar.ts";
import { painPlaces } from "./pain-places.ts";
import { publishedAndModel } from "./published-and-model.ts";
import { sampleNear, track } from "./track.ts";

export { painsWords, type BackPictureInput } from "./back-picture.ts";
export { backFigure, painPlaceName, type BackFigure, type BackPlace } from "./drawing/back-figure.ts";
export type { DiaryDay, PainAndRunsInput } from "./pain-and-runs.ts";
export type { PainCalendarInput } from "./pain-calendar.ts";
export { markedPlaces, type BackMark } from "./drawing/back-drawing.ts";
export { painMarks, painPlacesOf, type PainPlace, type PainPlacesInput } from "./pain-places.ts";
export type { BodyPictureInput } from "./body-picture.ts";
export type { FactorEffectRow, FactorEffectsInput } from "./factor-effects.ts";
export type { LoadRelationInput, RelationLine } from "./load-relation.ts";
export type { LoadStripInput } from "./load-strip.ts";
export type { PublishedAndModelInput } from "./published-and-model.ts";
export type { TrackInput } from "./track.ts";
export type { DifferenceRow, FootfallDifferenceInput } from "./footfall-difference.ts";
export type { FootfallMomentInput } from "./footfall-moment.ts";
export { traceFrame, type FootfallTracesInput, type TraceFrame } from "./footfall-traces.ts";
export { footfallScene, type FootfallScene, type SceneSize, type Shape } from "./drawing/footfall-scene.ts";
export { footfallEvents, phaseWords, type FootfallEvent } from "./drawing/footfall-words.ts";
export { signalAt } from "./drawing/footfall-motion.ts";
export type { FootfallMotion } from "./drawing/footfall-motion.ts";
export type { Chart, Picture } from "./picture.ts";
export { civilDay, dayNearYear, fullDay, shortDay, shortWeekday } from "./drawing/day-words.ts";
export { bandWords, numberWords, thinSpace } from "./drawing/number-words.ts";
export { publishedAndModelWords } from "./drawing/published-words.ts";
export { backPicture, bodyPicture, factorEffects, footfallDifference, footfallMoment, footfallTraces, loadRelation, loadStrip, painAndRuns, painCalendar, painPlaces, publishedAndModel, sampleNear, track };

/** Every picture Footfall draws, by the name of its file. */
export const charts = {
  "back-picture": backPicture, "body-picture": bodyPicture, "factor-effects": factorEffects, "footfall-difference": footfallDifference, "footfall-moment": footfallMoment, "footfall-traces": footfallTraces, "load-relation": loadRelation, "load-strip": loadStrip, "pain-and-runs": painAndRuns, "pain-calendar": painCalendar, "pain-places": painPlaces, "published-and-model": publishedAndModel, track,
} as const;
