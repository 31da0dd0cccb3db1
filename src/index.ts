export { analyseRecording } from "./analyse.ts";
export { completeBody } from "./complete-body.ts";
export { creepAfterRun, creepSummary, type CreepAfterRun, type CreepSummary } from "./creep-after-run.ts";
export { calibrateContactTime, contactTimeBetweenDays } from "./contact-time-calibration.ts";
export * from "./run-analysis.ts";
export { isoTime } from "./summarise.ts";
export { detectContacts, type DetectedContact } from "./footfalls/index.ts";
export * from "./domain/index.ts";
export { doseExponents, gravity, referenceShoeStiffness, usualTrunkLeanDegrees } from "./literature/index.ts";
export { median, seededRandom } from "./numerics/index.ts";
export { runTruth, type DataFigure, type TruthEvidence, type TruthReport } from "./truth.ts";
export type { ShippedText } from "./truth/guards.ts";
export type { TruthRow, TruthTable } from "./truth/target.ts";
export { ConditionError, type FootfallCondition } from "./footfall-condition.ts";
export { simulateFootfall, type Simulation } from "./simulate.ts";
export { sensitivity, type SensitivityRow } from "./sensitivity.ts";
export { evidenceOf } from "./compare-evidence.ts";
export { compareFootfalls, type ChangeEvidence, type ComparedName, type EvidenceKind, type FootfallComparison, type DifferenceVerdict, type OutputDifference } from "./compare.ts";
export { footfallMotion } from "./footfall-motion.ts";
export { modelContacts, type ContactModel, type ModelledContact, type RunTold, type StrikeShares } from "./model-contacts.ts";
export { figuresFromData, type ForceRecord, type MeasuredData, type MeasuredTrial } from "./figures-from-data.ts";
export {
  analyseExperiment, analyseLink, caseCrossover, covariates, dailyLag, eventsNeeded, factorWords, lags, nextOstrcQuestion, oddsOfHigherRating, ostrcQuestions, ostrcWording, painScatter, painShare, permutationNull, planExperiment,
  redFlagAdvice, redFlagOccasion, redFlags, redFlagsReviewed, runFactors, runningWords, scoreOstrc, shoeFactorId, simulateDaysAtRisk, simulateDiary, simulateOnsets, stopEarly, unseenWords, usualTruth,
  type Covariate, type CovariateRole, type Diary, type DiaryRun, type ExperimentPlan, type ExperimentResult, type ExperimentRun, type ExperimentWish, type FactorAnswer, type FactorEffect, type FactorWords,
  type LagEffect, type LagId, type LinkAnalysis, type OddsRatio, type PainScatter, type OstrcAnswer, type OstrcAnswers, type OstrcQuestion, type OstrcScore, type RedFlag, type RedFlagOccasion, type RunFactor, type RunningAnswer,
  type SimulatedTruth, type StopReason, type Urgency, type Verdict,
} from "./diary/index.ts";
export { linkPainToRuns, painfulLevel, type RunForLink } from "./link.ts";
export { csvLine, csvNumber } from "./csv-text.ts";
export { footfallRows, footfallsHeader } from "./footfalls-csv.ts";
export { modelVersion } from "./model-version.ts";
export { worksUsed, type CitedWork, type WorkUsed } from "./works-used.ts";
export {
  developerDataId, encodeFit, fieldDescription, fitEpoch, readRecordings, recordingFormats,
  type FitDeveloperField, type FitField, type FitFileOptions, type FitLayout, type FitMessage, type FitValue, type RecordingFormat,
} from "./recordings/index.ts";
export {
  bandWords, bodyPicture, charts, footfallDifference, footfallEvents, footfallMoment, footfallScene, footfallTraces, loadStrip, numberWords, phaseWords, publishedAndModel, publishedAndModelWords, signalAt,
  thinSpace, traceFrame, track,
  type BodyPictureInput, type Chart, type DifferenceRow, type FootfallDifferenceInput, type FootfallEvent, type FootfallMomentInput, type FootfallMotion, type FootfallScene, type FootfallTracesInput, type SceneSize, type Shape, type TraceFrame, type LoadStripInput, type Picture, type PublishedAndModelInput, type TrackInput,
} from "./charts/index.ts";
export { modelDifference, type ComparedOutput, type DirectionDifference, type ModelDifference, type NoModelDifference } from "./model-difference.ts";
