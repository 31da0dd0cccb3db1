import { modelVersion } from "../../src/index.ts";
import { countRuns, ownRunnerId, readRunner, removeSample, sampleRunnerId, settlePosture, shownRunnerId, writeRunner, type Store } from "../storage/index.ts";
import * as api from "./api.ts";
import type { App, RouteContext } from "./routes.ts";
import { told } from "./told.ts";

/** Status, the owner's profile, the sample runner. */
export function profileRoutes(app: App, { store, version, background }: RouteContext): void {
  app.get("/api/status", { schema: { summary: "What is there, and what is being recomputed", response: { 200: api.status } } }, () => {
    const sample = sampleRunnerId(store);
    const shown = shownRunnerId(store);
    return { version, modelVersion, hasSample: sample !== null, isSampleShown: shown === sample, runs: countRuns(store, shown), recompute: background.progress() };
  });

  app.get("/api/runner", { schema: { summary: "The owner's profile", response: { 200: api.runnerProfile } } }, () => profile(store));

  app.put("/api/runner", { schema: { summary: "Change the owner's profile", body: api.runnerProfileChange, response: { 200: api.runnerProfile, 400: api.apiError } } }, ({ body }) => {
    const { units, ...now } = readRunner(store);
    const { units: newUnits, ...changed } = body;
    store.transaction(() => {
      writeRunner(store, { ...now, ...told(changed), units: { ...units, ...told(newUnits ?? {}) } });
      settlePosture(store, ownRunnerId);
    });
    background.refresh();
    return profile(store);
  });

  app.delete("/api/sample", { schema: { summary: "Remove the sample runner for good", response: { 200: api.removed } } }, () => ({ runs: removeSample(store) }));
}

function profile(store: Store): api.RunnerProfile {
  const runner = readRunner(store);
  return { ...runner, isComplete: runner.mass !== null && runner.height !== null };
}
