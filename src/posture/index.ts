export { cropAround, cropsFor, jointsFromLandmarks, type Crop } from "./pose-landmarks.ts";
export { postureFindings, postureInForce } from "./posture-findings.ts";
export { pointTroubles } from "./side-view.ts";
export { videoTiming, type VideoTiming } from "./video-timing.ts";
