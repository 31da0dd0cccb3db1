/** What the tables of whole accounts tell, service by service. */
export type { Account, AccountShoe, ActivityFacts } from "./account.ts";
export { factsAt, garminAccount } from "./garmin.ts";
export { normalPath, stravaAccount } from "./strava.ts";
