export { postureFindings, postureInForce } from "./posture-findings.ts";
export { facingOf, pointTroubles, strideAngles, tiltOf, type Facing, type PointTrouble, type StrideAngles } from "./side-view.ts";
export { videoTiming, type VideoTiming } from "./video-timing.ts";
