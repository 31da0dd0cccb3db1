export { runningEnergyCost } from "./minetti-2002.ts";
