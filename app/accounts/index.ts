/** What the tables of whole accounts tell, service by service. */
export { isSameStart, type Account, type AccountShoe, type ActivityFacts } from "./account.ts";
export { factsAt, garminAccount } from "./garmin.ts";
export { normalPath, stravaAccount } from "./strava.ts";
