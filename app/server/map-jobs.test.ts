import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generatedTown } from "../../bench/generated-map.ts";
import { osmPbfFile } from "../../bench/osm-pbf-writer.ts";
import { routeOnMap } from "../../bench/route-on-map.ts";
import { trackGpx } from "../../test/fixtures/track-gpx.ts";
import { importFiles, listRuns, openStore, type Store } from "../storage/index.ts";
import * as api from "./map-api.ts";
import type { App } from "./routes.ts";
import { buildServer } from "./server.ts";

let home = "";
let store: Store;
let app: App;
let address = "";
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "footfall-"));
  mkdirSync(join(home, "web"));
  writeFileSync(join(home, "web", "index.html"), "<!doctype html>");
  store = openStore(home);
  ({ app } = await buildServer({ store, port: 4242, webRoot: join(home, "web"), version: "0.0.0" }));
  address = await app.listen({ host: "127.0.0.1", port: 0 });
});
afterEach(async () => {
  await app.close();
  store.close();
  rmSync(home, { recursive: true, force: true });
});

const town = generatedTown({ seed: 5, blocks: 6, houses: 2 });
const whole = osmPbfFile(town.nodes, town.ways, { blockSize: 100 });

const ask = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${address}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }) });
  return { status: response.status, json: await response.json() };
};
const open = async (name: string, bytes: number): Promise<number> => api.mapJob.parse((await ask("POST", "/api/surfaces/maps", { name, bytes })).json).id;
const put = (id: number, body: Uint8Array<ArrayBuffer>) => fetch(`${address}/api/surfaces/maps/jobs/${id}/file`, { method: "PUT", body, headers: { "content-type": "application/x-protobuf" } });
const events = async (id: number): Promise<readonly api.MapJob[]> => {
  const text = await (await fetch(`${address}/api/surfaces/maps/jobs/${id}/events`)).text();
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => api.mapJob.parse(JSON.parse(json ?? "")));
};
/** Sends a map and follows it to its end. */
const add = async (body: Uint8Array<ArrayBuffer>, name = "town.osm.pbf"): Promise<readonly api.MapJob[]> => {
  const id = await open(name, body.length);
  const [told] = await Promise.all([events(id), put(id, body)]);
  return told;
};
const incoming = (): readonly string[] => (existsSync(join(home, "incoming")) ? readdirSync(join(home, "incoming")) : []);

describe("a map sent by a page", () => {
  it("goes through its stages, is matched with the runs, is listed, and leaves no file behind", async () => {
    await importFiles(store, [{ name: "run.gpx", bytes: trackGpx(routeOnMap(town, 3000, 1, { spread: 3, memory: 20 }).recording) }], { source: "test", now: 0 });
    const told = await add(whole);
    const stages = told.map(({ stage }) => stage);
    expect(["receiving", "checking", "reading", "matching", "over"].map((stage) => stages.indexOf(api.mapJob.shape.stage.parse(stage)))).toSatisfy((places: number[]) => places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0)));
    expect(told.filter(({ stage }) => stage === "reading").map(({ done }) => done)).toSatisfy((done: number[]) => done.every((value, index) => value >= (done[index - 1] ?? 0)) && done.at(-1) === whole.length);
    expect(told.at(-1)?.end).toMatchObject({ outcome: "added", matched: 1, map: { name: "town.osm.pbf", bytes: whole.length }, edit: { what: "added the map town.osm.pbf" } });
    expect(api.mapsHere.parse((await ask("GET", "/api/surfaces/maps")).json)).toMatchObject({ maps: [{ state: "ready" }], jobs: [] });
    expect(incoming()).toEqual([]);
    const underfoot = (await ask("GET", `/api/runs/${listRuns(store, { offset: 0, limit: 1 }).runs[0]?.id}/underfoot`)).json;
    expect(JSON.stringify(underfoot)).toContain('"by":"map"');
    expect((await add(whole)).at(-1)?.end).toMatchObject({ outcome: "already-here", edit: null });
  });

  it("is removed and brought back, and both can be taken back", async () => {
    const id = (await add(whole)).at(-1)?.end?.map?.id ?? 0;
    const removed = api.mapChanged.parse((await ask("DELETE", `/api/surfaces/maps/${id}`)).json);
    expect(removed.map.state).toBe("removed");
    expect((await ask("DELETE", `/api/surfaces/maps/${id}`)).status).toBe(404);
    expect((await ask("POST", `/api/edits/${removed.edit.id}/undo`)).status).toBe(200);
    expect(api.mapsHere.parse((await ask("GET", "/api/surfaces/maps")).json).maps[0]?.state).toBe("ready");
    await ask("DELETE", `/api/surfaces/maps/${id}`);
    expect(api.mapChanged.parse((await ask("POST", `/api/surfaces/maps/${id}/restore`)).json).map.state).toBe("ready");
  });

  it("that is cut in half, or no map, is refused with where and what to do; nothing of it stays", async () => {
    await add(whole);
    expect((await add(whole.slice(0, whole.length / 2), "half.osm.pbf")).at(-1)?.end).toMatchObject({ outcome: "refused", where: expect.stringMatching(/^byte \d+$/), message: expect.stringMatching(/cut short, download it again\. Nothing of it was kept.*as they were/) });
    expect((await add(Uint8Array.from(Buffer.from("a shopping list")), "list.pbf")).at(-1)?.end).toMatchObject({ outcome: "refused", map: null, message: expect.stringContaining("no OpenStreetMap extract") });
    expect(api.mapsHere.parse((await ask("GET", "/api/surfaces/maps")).json).maps.length).toBe(1);
    expect(incoming()).toEqual([]);
  });

  it("that is too large, empty, sent twice or sent to no job is refused at once", async () => {
    expect(await ask("POST", "/api/surfaces/maps", { name: "planet.osm.pbf", bytes: 80e9 })).toMatchObject({ status: 413, json: { error: { message: expect.stringContaining("footfall surfaces add") } } });
    expect(await ask("POST", "/api/surfaces/maps", { name: "empty.osm.pbf", bytes: 0 })).toMatchObject({ status: 400, json: { error: { message: expect.stringContaining("download it again") } } });
    const id = await open("town.osm.pbf", whole.length);
    await put(id, whole);
    expect((await put(id, whole)).status).toBe(409);
    expect((await put(99, whole)).status).toBe(404);
    expect((await fetch(`${address}/api/surfaces/maps/jobs/99/events`)).status).toBe(404);
  });

  it("that is stopped on its way, or whose page goes away, is forgotten", async () => {
    const stopped = await open("town.osm.pbf", whole.length);
    const [told] = await Promise.all([events(stopped), ask("POST", `/api/surfaces/maps/jobs/${stopped}/cancel`)]);
    expect(told.at(-1)?.end).toMatchObject({ outcome: "cancelled", map: null });
    const left = await open("town.osm.pbf", whole.length);
    const sending = request(`${address}/api/surfaces/maps/jobs/${left}/file`, { method: "PUT", headers: { "content-type": "application/x-protobuf", "content-length": whole.length } });
    sending.on("error", () => undefined);
    sending.write(whole.slice(0, 1000), () => sending.destroy());
    expect((await events(left)).at(-1)?.end).toMatchObject({ outcome: "cancelled", message: expect.stringContaining("Choose it again") });
    expect(incoming()).toEqual([]);
    expect(api.mapsHere.parse((await ask("GET", "/api/surfaces/maps")).json)).toMatchObject({ maps: [], jobs: [] });
  });
});
