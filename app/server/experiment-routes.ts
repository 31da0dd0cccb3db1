import { randomInt } from "node:crypto";
import { ExperimentRefusal } from "../../src/index.ts";
import { ExperimentUnderWay, listExperiments, planExperimentFor, readExperiment, stopExperiment } from "../storage/index.ts";
import * as api from "./api.ts";
import * as shapes from "./experiment-api.ts";
import { notThere, RequestFailure } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";

const now = (): number => Date.now() / 1000;
const one = { params: api.idParameters };
const failures = { 400: api.apiError, 404: api.apiError, 409: api.apiError };

/** Experiments: what could be tried, what is under way, what was found. */
export function experimentRoutes(app: App, { store }: Pick<RouteContext, "store">): void {
  app.get("/api/experiments", { schema: { summary: "Experiments, and what could be tried", response: { 200: shapes.experimentList } } }, () => listExperiments(store, now()));

  app.get("/api/experiments/:id", { schema: { ...one, summary: "One experiment with its protocol", response: { 200: shapes.experiment, ...failures } } }, ({ params: { id } }) => {
    const found = readExperiment(store, id, now());
    if (!found) throw notThere("experiment", id);
    return found;
  });

  app.post("/api/experiments", { schema: { summary: "Draw an experiment", body: shapes.experimentAsked, response: { 200: shapes.experimentPlanned, ...failures } } }, ({ body: { kind, difference, shoeId, otherShoeId } }) => {
    const shoes = shoeId === undefined || otherShoeId === undefined ? null : { with: String(shoeId), without: String(otherShoeId) };
    try {
      return planExperimentFor(store, { kind, difference, shoes, seed: randomInt(2 ** 31) }, now());
    } catch (error) {
      if (error instanceof ExperimentRefusal) throw new RequestFailure(400, "no-experiment", error.message);
      if (error instanceof ExperimentUnderWay) throw new RequestFailure(409, "experiment-under-way", error.message);
      throw error;
    }
  });

  app.post("/api/experiments/:id/stop", { schema: { ...one, summary: "Stop an experiment", response: { 200: shapes.experimentStopped, ...failures } } }, ({ params: { id } }) => {
    if (!readExperiment(store, id, now())) throw notThere("experiment", id);
    const edit = stopExperiment(store, id, now());
    if (!edit) throw new RequestFailure(409, "experiment-over", "this experiment is over already");
    return { edit };
  });
}
