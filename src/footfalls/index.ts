export { contactTimeSpreadAt, predictContactTime } from "./contact-time.ts";
export { detectContacts, isPadded, type DetectedContact } from "./detect-contacts.ts";
export { runningGait, transitionSpeed } from "./gait.ts";
export { footfallMethodRegistry } from "./methods.ts";
export type { FootfallMethod, OwnContactTime } from "./moment.ts";
export { reconstructFootfalls } from "./reconstruct.ts";
export { predictStepRate } from "./step-rate.ts";
export { predictWalkingStepRate, walkingDutyFactorAt } from "./walking.ts";
