export { analyseRecording } from "./analyse.ts";
export { completeBody } from "./complete-body.ts";
export { calibrateContactTime, contactTimeBetweenDays } from "./contact-time-calibration.ts";
export * from "./run-analysis.ts";
export { isoTime } from "./summarise.ts";
export { detectContacts, type DetectedContact } from "./footfalls/index.ts";
export * from "./domain/index.ts";
export { doseExponents, referenceShoeStiffness, usualTrunkLeanDegrees } from "./literature/index.ts";
export { median, seededRandom } from "./numerics/index.ts";
export { runTruth, type DataFigure, type TruthReport } from "./truth.ts";
export type { TruthRow, TruthTable } from "./truth/target.ts";
export { ConditionError, simulateFootfall, type FootfallCondition, type Simulation } from "./simulate.ts";
export { modelContacts, type ContactModel, type ModelledContact } from "./model-contacts.ts";
export { figuresOfForce, figuresOfTrials, type ForceRecord, type MeasuredTrial } from "./figures-from-data.ts";
export { csvLine, csvNumber } from "./csv-text.ts";
export { footfallRows, footfallsHeader } from "./footfalls-csv.ts";
export { modelVersion } from "./model-version.ts";
export {
  developerDataId, encodeFit, fieldDescription, fitEpoch, readRecordings, recordingFormats,
  type FitDeveloperField, type FitField, type FitFileOptions, type FitLayout, type FitMessage, type FitValue, type RecordingFormat,
} from "./recordings/index.ts";
export {
  bandWords, bodyPicture, charts, loadStrip, numberWords, thinSpace, track,
  type BodyPictureInput, type Chart, type LoadStripInput, type Picture, type TrackInput,
} from "./charts/index.ts";
