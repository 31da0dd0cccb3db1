export { analyseRecording } from "./analyse.ts";
export { completeBody } from "./complete-body.ts";
export { creepAfterRun, creepSummary, type CreepAfterRun, type CreepSummary } from "./creep-after-run.ts";
export { calibrateContactTime, contactTimeBetweenDays } from "./contact-time-calibration.ts";
export * from "./run-analysis.ts";
export { formOfRun, type FormFigure, type RunForm } from "./form.ts";
export { formMeasures, formReasons, type FormChange, type FormDrift, type FormMeasure, type FormReason } from "./form-drift.ts";
export { driftSentences, formLines, type FormLine } from "./form-words.ts";
export { isoTime } from "./summarise.ts";
export { detectContacts, type DetectedContact } from "./footfalls/index.ts";
export * from "./domain/index.ts";
export { doseExponents, gravity, leastNoticedPainChange, oneCameraAngleError, referenceShoeStiffness, shoeKindFigures, shoeSoftnessContrast, shoeWear, surfaceLoadDoubt, type Figure, type ShoeKindFigures, usualTrunkLeanDegrees } from "./literature/index.ts";
export { median, seededRandom } from "./numerics/index.ts";
export { noPace, paceAt, secondsLeft, type SteadyPace } from "./numerics/index.ts";
export { runTruth, type TruthEvidence, type TruthReport } from "./truth.ts";
export type { ShippedText } from "./truth/guards.ts";
export type { TruthRow, TruthTable } from "./truth/target.ts";
export { ConditionError, type FootfallCondition } from "./footfall-condition.ts";
export { strikeWords } from "./strike-words.ts";
export { simulateFootfall, tibialAccelerationForward, type Simulation } from "./simulate.ts";
export { weatherWords } from "./weather-words.ts";
export { sensitivity, type SensitivityRow } from "./sensitivity.ts";
export { evidenceOf } from "./compare-evidence.ts";
export { compareFootfalls, type ChangeEvidence, type ComparedName, type EvidenceKind, type FootfallComparison, type DifferenceVerdict, type OutputDifference } from "./compare.ts";
export { footfallMotion } from "./footfall-motion.ts";
export { compareShoes, type RunInShoe, type ShoeComparison, type WornShoe } from "./compare-shoes.ts";
export { runKind, runKinds, type RunKind } from "./run-kind.ts";
export { takenStiffness, type TakenStiffness } from "./shoe-stiffness.ts";
export { cutOut, settleStretches } from "./stretches.ts";
export { layTogether, loadBySurface, type LoadOnSurface, type UnderfootColumns } from "./underfoot.ts";
export { distanceUntilLost, equivalentDistance, shoeAbsorption, type DistanceOnSurface } from "./shock/index.ts";
export { modelContacts, type ContactModel, type ModelledContact, type RunTold, type StrikeShares } from "./model-contacts.ts";
export { figuresFromData, type DataFigure, type ForceRecord, type MeasuredData, type MeasuredTrial } from "./figures-from-data.ts";
export {
  analyseExperiment, analyseLink, awayFromMild, cycleWave, experimentKind, experimentKindIds, experimentKinds, caseCrossover, cellOfText, covariates, dailyLag, dateOrderOf, dateOrders, decodeTable, entriesFromTable, entryColumns, eventsNeeded, factorWords, knownTable, lags, lookTimes, missingLooks, missingLooksWords, nextOstrcQuestion, oddsOfHigherRating, ostrcQuestions, ostrcWording, painScatter, painShare, permutationNull, placesInTable, planExperiment, promptedFor, decisionRangeWords, ratingScaleOf, ratingScales,
  redFlagAdvice, redFlagOccasion, redFlags, redFlagsReviewed, redFlagWorks, runFactors, runningWords, scoreOstrc, separatorOf, shoeFactorId, simulateDaysAtRisk, simulateDiary, simulateOnsets, stopEarly, tableFields, unseenWords, usualTruth,
  type Covariate, type CovariateRole, type DateOrder, type Diary, type DiaryRun, type EffectRange, type ExperimentKind, type ExperimentKindId, type ExperimentPlan, type ExperimentResult, type ExperimentRun, type ExperimentWish, type FactorAnswer, type FactorEffect, type FactorWords, type KnownTable,
  type LagEffect, type LagId, type LinkAnalysis, type LookTime, type MissingLook, type OddsRatio, type PainScatter, type OstrcAnswer, type OstrcAnswers, type OstrcQuestion, type OstrcScore, type RedFlag, type RedFlagOccasion, type RatingScale, type RunFactor, type RunningAnswer,
  type SimulatedTruth, type StopReason, type TableEncoding, type TableEntry, type TableField, type TableMapping, type TablePlace, type TableReading, type TableRow, type Urgency, type Verdict,
} from "./diary/index.ts";
export { linkFacts, type LinkFacts } from "./link-facts.ts";
export { painfulLevel, type DoseByLaw, type RunForLink } from "./link.ts";
export {
  beginExperiment, ExperimentRefusal, experimentDifferences, experimentTask, followExperiment, offerExperiments, usualDifference,
  type ExperimentAsked, type ExperimentOffer, type ExperimentProtocol, type FollowedExperiment, type FollowedRun, type UsualStepRate,
} from "./experiment.ts";
export { expectedPoints, type ExpectedPoints } from "./experiment-expectation.ts";
export { keptWords, resultWords, stateWords } from "./experiment-words.ts";
export { claimIds, claimVerdicts, type ClaimId, type ClaimVerdict } from "./advice/index.ts";
export { claimsLedger, type ClaimRow, type ClaimsInput, type ClaimsLedger } from "./claims.ts";
export { answerLink, type LinkAnswer, type LinkInput, type ToldFactor } from "./link-answer.ts";
export { csvLine, csvNumber } from "./csv-text.ts";
export { footfallRows, footfallsHeader } from "./footfalls-csv.ts";
export { cropAround, cropsFor, jointsFromLandmarks, pointTroubles, postureFindings, postureInForce, videoTiming, type Crop, type VideoTiming } from "./posture/index.ts";
export { leanLoad } from "./posture-load.ts";
export { modelVersion } from "./model-version.ts";
export { worksUsed, type CitedWork, type WorkUsed } from "./works-used.ts";
export {
  developerDataId, encodeFit, fieldDescription, fitEpoch, readAppleHealth, readRecordings, recordingFormats, type AppleHealthExport, type AppleWorkout,
  type FitDeveloperField, type FitField, type FitFileOptions, type FitLayout, type FitMessage, type FitValue, type RecordingFormat,
} from "./recordings/index.ts";
export {
  indexMap, matchSurfaces, surfaceMatchVersion, unknownReasons,
  type ByteSource, type IndexedMap, type IndexLimits, type IndexStep, type Inflate, type MapIndex, type MapStretch, type SurfaceMatch, type UnknownReason,
} from "./surfaces/index.ts";
export {
  backFigure, backPicture, bandWords, bodyPicture, charts, civilDay, dayNearYear, factorEffects, footfallDifference, footfallEvents, footfallMoment, footfallScene, footfallTraces, loadRelation, loadStrip, numberWords, painAndRuns, painCalendar, painMarks, painPlaceName, painPlaces, painPlacesOf, painsWords, phaseWords, markedPlaces, publishedAndModel, publishedAndModelWords, sampleNear, shortWeekday, signalAt,
  thinSpace, traceFrame, track,
  type BackFigure, type BackMark, type BackPictureInput, type BackPlace, type BodyPictureInput, type Chart, type DiaryDay, type DifferenceRow, type FootfallDifferenceInput, type FootfallEvent, type FootfallMomentInput, type FootfallMotion, type FootfallScene, type FootfallTracesInput, type SceneSize, type Shape, type TraceFrame, type LoadRelationInput, type RelationLine, type LoadStripInput, type PainAndRunsInput, type PainCalendarInput, type PainPlace, type PainPlacesInput, type Picture, type PublishedAndModelInput, type TrackInput,
} from "./charts/index.ts";
export { modelDifference, type ComparedOutput, type DirectionDifference, type ModelDifference, type NoModelDifference } from "./model-difference.ts";
export { footfallCells, mergeCells, slopeClass, typicalCell, usualCell, type FootfallCell } from "./footfall-cells.ts";
export { doseLaws, whatIf, type DiscWhatIf, type DoseLaw, type LoadChange, type WhatIf, type WhatIfBaseline } from "./what-if.ts";
export { whatIfRanges, type WhatIfChange } from "./what-if-change.ts";
export { changeWords, rankParts, rankGroups, rankPlausible, type RankedChange, type RankGroup, type Ranking } from "./what-if-ranking.ts";
export { cyclesWords, doseLawNames, percentWords, rangeWords, whatIfWords } from "./what-if-words.ts";
export { placeOnRelation, relationNames, runnerRelation, type RelationName, type RelationPoint, type RunOnRelation, type RunnerRelation } from "./runner-relations.ts";
export { tradeOffWords } from "./trade-off-words.ts";
export { shoeOfKind, shoeOfPair, whatIfBaseline, whatIfScopes, type WhatIfScope } from "./what-if-asked.ts";
export {
  costPerMetre, dayOfIso, dayOfRun, isoDay, longerRunHazard, planGoals, planWeek, runLimit, sessionKinds, weekdays,
  type PainReading, type PastRun, type PlanGoal, type PlannedDay, type PlannedSession, type PlanQuestion, type PlanWishes, type RunLimit, type RunWalk, type Standing, type Weekday, type WeekPlan,
} from "./advice/index.ts";
export { energyWords, overrideWords, planReasons, planSentence, sessionDetails, sessionTitle, tellKilometres, tellMiles, timeWords, type PlanReason, type TellDistance } from "./plan-words.ts";
export { planCalendar, usualReminder } from "./plan-calendar.ts";
export { findings, type Findings, type NextStep } from "./next-steps.ts";
export { physioReport, type ReportedRun, type ReportFacts } from "./physio-report.ts";
export type { DistanceMark, ReportBlock, ReportDocument, ReportSection, ReportWeek } from "./report-document.ts";
