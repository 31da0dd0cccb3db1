import {
  addShoe, assignShoe, cabinetRunnerId, changeShoe, compareOnRuns, cabinetCsv, cabinetJson, forgetShoes, groundCsv, groundJson, importCabinet, importGround, largestPhoto, listEdits, listShoes, PhotoRefused, readPhoto, readRunUnderfoot, readShoe, readSurfaces,
  ownRunnerId, removeShoe, runsMeant, saySurface, setPhoto, TableRefused, takeBack, toTheEnd, UndoConflict, wholeCabinet, writeRules,
} from "../storage/index.ts";
import * as api from "./api.ts";
import { notThere, RequestFailure } from "./failure.ts";
import type { App, RouteContext } from "./routes.ts";
import { told } from "./told.ts";
import * as shapes from "./underfoot-api.ts";

const one = { params: api.idParameters };
const failures = { 400: api.apiError, 404: api.apiError };
const now = (): number => Date.now() / 1000;

/** The shoe cabinet: pairs, photos, rules, which pair for which run, comparison. */
export function shoeRoutes(app: App, { store, background }: RouteContext): void {
  /** Answers a change, once what follows from it is under way. */
  const after = <Answer>(answer: Answer | null, thing: "shoe" | "run", id: number): Answer => {
    if (answer === null) throw notThere(thing, id);
    background.refresh();
    return answer;
  };

  app.get("/api/shoes", { schema: { summary: "The shoe cabinet", response: { 200: shapes.cabinet } } }, () => wholeCabinet(store, cabinetRunnerId(store), now()));

  app.post("/api/shoes", { schema: { summary: "A new pair", body: shapes.newShoe, response: { 200: shapes.shoeEdit, ...failures } } }, ({ body }) => after(addShoe(store, { ...told(body), name: body.name }, now()), "shoe", 0));

  app.put("/api/shoes/:id", { schema: { ...one, summary: "Change what is told of a pair; fields left out stay", body: shapes.shoeChange, response: { 200: shapes.shoeEdit, ...failures } } }, ({ params: { id }, body }) =>
    after(changeShoe(store, id, told(body), now()), "shoe", id));

  app.delete("/api/shoes/:id", { schema: { ...one, summary: "Take a pair out of the cabinet", response: { 200: shapes.shoeEdit, ...failures } } }, ({ params: { id } }) => after(removeShoe(store, id, now()), "shoe", id));

  app.put("/api/shoes/rules", { schema: { summary: "Which pair goes with which kind of run", body: shapes.shoeRulesChange, response: { 200: shapes.changed, ...failures } } }, ({ body }) => {
    const runnerId = cabinetRunnerId(store);
    const known = new Set(listShoes(store, runnerId).map(({ id }) => id));
    for (const { shoeIds } of body.rules) for (const id of shoeIds) if (!known.has(id)) throw notThere("shoe", id);
    return after({ edit: writeRules(store, runnerId, { shoe: body.rules }, now()) }, "shoe", 0);
  });

  app.post("/api/shoes/assign", { schema: { summary: "In which pair some runs were, whole or for a stretch", body: shapes.shoeAssignment, response: { 200: shapes.assigned, ...failures } } }, ({ body }) => {
    const { shoeId, from, to, ...meant } = body;
    const shoe = shoeId === undefined || shoeId === null ? null : readShoe(store, shoeId);
    if (typeof shoeId === "number" && !shoe) throw notThere("shoe", shoeId);
    if (from !== undefined && to !== undefined && to <= from) throw new RequestFailure(400, "bad-request", "to: the stretch ends before it begins; give a larger distance", "to");
    const runIds = runsMeant(store, shoe?.runnerId ?? runnerOfRuns(meant.runIds), told(meant));
    const edit = shoeId === undefined ? forgetShoes(store, runIds, now()) : assignShoe(store, { runIds, shoeId, ...told({ from, to }) }, now());
    background.refresh();
    return { runs: edit ? runIds.length : 0, edit };
  });

  app.get("/api/shoes.csv", { schema: { summary: "The cabinet as a table" } }, (_, reply) =>
    reply.type("text/csv; charset=utf-8").header("content-disposition", "attachment; filename=shoes.csv").send(cabinetCsv(store, cabinetRunnerId(store))));

  app.get("/api/shoes.json", { schema: { summary: "The cabinet as a file", response: { 200: shapes.cabinetExport } } }, (_, reply) => {
    void reply.header("content-disposition", "attachment; filename=shoes.json");
    return cabinetJson(store, cabinetRunnerId(store));
  });

  app.post("/api/shoes/import", { bodyLimit: 2 ** 26, schema: { summary: "Take in a cabinet's file, or an export's table of gear", body: shapes.cabinetFile, response: { 200: shapes.cabinetImported, ...failures } } }, async ({ body }) => {
    return after(await asFile(importCabinet(store, ownRunnerId, body.text, now())), "shoe", 0);
  });

  app.get("/api/shoes/compare", { schema: { summary: "What the latest runs would have been in another pair", querystring: shapes.comparisonQuery, response: { 200: shapes.comparison, ...failures } } }, ({ query }) => {
    const compared = compareOnRuns(store, { one: query.one, other: query.other, isOneNew: query.oneNew ?? false, isOtherNew: query.otherNew ?? false, days: query.days });
    if (!compared) throw notThere("shoe", readShoe(store, query.one) ? query.other : query.one);
    return compared;
  });

  app.put("/api/shoes/:id/photo", { bodyLimit: 4 * largestPhoto, schema: { ...one, summary: "A pair's photo: JPEG, PNG or WebP as application/octet-stream", response: { 200: shapes.shoeEdit, ...failures } } }, ({ params: { id }, body }) => {
    if (!(body instanceof Uint8Array)) throw new RequestFailure(415, "wrong-content-type", "send the photo's bytes as application/octet-stream");
    try {
      return after(setPhoto(store, id, body, now()), "shoe", id);
    } catch (error) {
      if (error instanceof PhotoRefused) throw new RequestFailure(400, "photo-refused", error.message, "photo");
      throw error;
    }
  });

  app.delete("/api/shoes/:id/photo", { schema: { ...one, summary: "Take a pair's photo away", response: { 200: shapes.shoeEdit, ...failures } } }, ({ params: { id } }) => after(setPhoto(store, id, null, now()), "shoe", id));

  app.get("/api/shoes/:id/photo", { schema: { ...one, summary: "A pair's photo" } }, ({ params: { id } }, reply) => {
    const photo = readPhoto(store, id);
    if (!photo) throw notThere("photo", id);
    return reply.type(photo.mediaType).send(Buffer.from(photo.bytes));
  });

  /** Runs named without a pair: the cabinet's own, or the sample's while only that is looked at. */
  function runnerOfRuns(runIds: readonly number[] | undefined): number {
    const first = runIds?.[0];
    return (first === undefined ? null : readRunUnderfoot(store, first)?.runnerId) ?? cabinetRunnerId(store);
  }
}

/** Ground under the runs, and the way back from every edit. */
export function surfaceRoutes(app: App, { store, background }: RouteContext): void {
  app.get("/api/runs/:id/underfoot", { schema: { ...one, summary: "Shoes and ground along a run", response: { 200: shapes.runUnderfoot, ...failures } } }, ({ params: { id } }) => {
    const found = readRunUnderfoot(store, id);
    if (!found) throw notThere("run", id);
    return found;
  });

  app.put("/api/runs/:id/surface", { schema: { ...one, summary: "What a stretch of a run was on", body: shapes.surfaceSaid, response: { 200: shapes.changed, ...failures } } }, ({ params: { id }, body }) => {
    const { from, to = toTheEnd, surface } = body;
    if (to <= from) throw new RequestFailure(400, "bad-request", "to: the stretch ends before it begins; give a larger distance", "to");
    const edit = saySurface(store, { runId: id, from, to, surface }, now());
    if (!edit) throw notThere("run", id);
    background.refresh();
    return { edit };
  });

  app.get("/api/surfaces", { schema: { summary: "On what you ran, and the load there", response: { 200: shapes.surfaceShares } } }, () => readSurfaces(store, cabinetRunnerId(store)));

  app.put("/api/surfaces/rules", { schema: { summary: "Which ground goes with which kind of run", body: shapes.surfaceRulesChange, response: { 200: shapes.changed, ...failures } } }, ({ body }) => {
    const edit = writeRules(store, cabinetRunnerId(store), { surface: body.rules }, now());
    background.refresh();
    return { edit };
  });

  app.get("/api/surfaces.csv", { schema: { summary: "What you said of the ground, as a table" } }, (_, reply) =>
    reply.type("text/csv; charset=utf-8").header("content-disposition", "attachment; filename=ground.csv").send(groundCsv(store, cabinetRunnerId(store))));

  app.get("/api/surfaces.json", { schema: { summary: "The same as a file", response: { 200: shapes.groundExport } } }, (_, reply) => {
    void reply.header("content-disposition", "attachment; filename=ground.json");
    return groundJson(store, cabinetRunnerId(store));
  });

  app.post("/api/surfaces/import", { bodyLimit: 2 ** 26, schema: { summary: "Take in such a file: its rules take the place of those here", body: shapes.cabinetFile, response: { 200: shapes.groundImported, ...failures } } }, async ({ body }) => {
    const taken = await asFile(importGround(store, ownRunnerId, body.text, now()));
    background.refresh();
    return taken;
  });

  app.get("/api/edits", { schema: { summary: "What was changed, newest first", response: { 200: shapes.editList } } }, () => ({ edits: listEdits(store, cabinetRunnerId(store)) }));

  app.post("/api/edits/:id/undo", { schema: { ...one, summary: "Take a change back", response: { 200: shapes.changed, ...failures, 409: api.apiError } } }, ({ params: { id } }) => {
    try {
      const edit = takeBack(store, id, now());
      if (!edit) throw notThere("edit", id);
      background.refresh();
      return { edit };
    } catch (error) {
      if (error instanceof UndoConflict) throw new RequestFailure(409, "changed-since", error.message);
      throw error;
    }
  });
}

/** A file that is refused is a bad request of whoever sent it. */
async function asFile<Taken>(taken: Promise<Taken>): Promise<Taken> {
  try {
    return await taken;
  } catch (error) {
    if (error instanceof TableRefused) throw new RequestFailure(400, "file-refused", error.message, "text");
    throw error;
  }
}
