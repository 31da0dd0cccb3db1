import type { Command } from "commander";
import { systemReason } from "../containers/index.ts";
import { addSurfaceMap, listSurfaceMaps, matchNewRuns, matchRun, openMapFile, removeSurfaceMap, restoreSurfaceMap, runsToMatch, settleUnderfoot, ownRunnerId, shownRunnerId, type Store } from "../storage/index.ts";
import { exitCodes, refused, wrongUse } from "./failure.ts";
import { jsonArray, print, printJson, remark } from "./output.ts";
import { showProgress, showShare } from "./progress.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";
import { addedText, mapsText, mapText, matchJson, matchLine, matchText } from "./surface-map-text.ts";
import { idOf } from "./undo-command.ts";

/** Adds the parts of `footfall surfaces` that have to do with maps. */
export function define(command: Command): void {
  addHomeOption(command.command("add").argument("<FILE>", "an OpenStreetMap extract (.osm.pbf) of where you run").description("take a map in: which surface each street and path has"))
    .option("--json", "one JSON object about the map (schemas/added-surface-map.json)")
    .addHelpText("after", "\nThe file is read on this machine and not kept, only what is needed of its streets and paths. Ctrl-C stops it; nothing of it is kept then.\n\nExample:\n  footfall surfaces add ~/Downloads/bremen-latest.osm.pbf")
    .action(async (file: string, options: OptionValues) => {
      process.exitCode = await add(file, options);
    });
  addHomeOption(command.command("match").argument("[RUN]", "number of the run, as `footfall runs` lists it").description("what the maps say was under your feet, stretch by stretch"))
    .option("--all", "every run in the store")
    .option("--json", "one JSON array with an object for each run (schemas/surface-match.json)")
    .addHelpText("after", "\nWhere map or track cannot tell, the surface stays unknown and the reason is given.\n\nExample:\n  footfall surfaces match 12")
    .action(async (run: string | undefined, options: OptionValues) => {
      process.exitCode = await match(run, options);
    });
  addHomeOption(command.command("maps").description("the maps in the store"))
    .option("--remove <map>", "take the map of this number out of use; it can be brought back for thirty days")
    .option("--restore <map>", "bring a removed map back")
    .option("--json", "one JSON array of the maps (schemas/surface-maps.json), or one object about the map removed or brought back (schemas/surface-map.json)")
    .addHelpText("after", "\nExample:\n  footfall surfaces maps --remove 2")
    .action(async (options: OptionValues) => {
      process.exitCode = await maps(options);
    });
}

async function add(path: string, options: OptionValues): Promise<number> {
  const file = opened(path);
  const stop = new AbortController();
  const onInterrupt = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.interrupted);
    stop.abort();
  };
  process.on("SIGINT", onInterrupt);
  const progress = showShare(file.name);
  try {
    return await withStore(options, async (store) => {
      const added = await addSurfaceMap(store, file, { now: now(), signal: stop.signal, onProgress: progress.at });
      progress.end();
      if (added.outcome === "refused") throw refused(`${path}: ${added.refusal.where === null ? "" : `${added.refusal.where}: `}${added.refusal.message}`);
      if (added.outcome === "cancelled") {
        remark(`${path}: stopped; nothing of it was kept`);
        return exitCodes.interrupted;
      }
      const { edit: _, ...told } = added;
      if (options["json"]) await printJson(told);
      else await print(addedText(told));
      const matching = showProgress(runsToMatch(store, ownRunnerId).length, "runs");
      const matched = await matchNewRuns(store, ownRunnerId, { signal: stop.signal, onProgress: (done) => matching.at(done, null) });
      matching.end();
      if (matched > 0) remark(`${matched} ${matched === 1 ? "run was" : "runs were"} matched with it: footfall surfaces shows what they were on`);
      return exitCodes.done;
    });
  } finally {
    progress.end();
    process.off("SIGINT", onInterrupt);
    file.close();
  }
}

function opened(path: string): ReturnType<typeof openMapFile> {
  try {
    return openMapFile(path);
  } catch (error) {
    throw refused(`${path}: ${systemReason(error)}`);
  }
}

async function match(run: string | undefined, options: OptionValues): Promise<number> {
  const isAll = options["all"] === true;
  if ((run === undefined) !== isAll) throw wrongUse("surfaces match: give the number of one run, or --all");
  return withStore(options, async (store) => {
    const ids = run === undefined ? runsToMatch(store, shownRunnerId(store)) : [idOf(run, "run")];
    const array = options["json"] ? jsonArray() : null;
    if (ids.length === 0 && !array) await print("No runs yet. Take some in: footfall import FILE-OR-FOLDER…\n");
    else if (listSurfaceMaps(store).every(({ state }) => state === "removed")) remark("There is no map yet: footfall surfaces add FILE.osm.pbf");
    for (const id of ids) {
      const found = matchRun(store, id);
      if (found === null) throw refused(`no run ${id} in ${store.home}; footfall runs lists them`);
      if (array) await array.add(matchJson(id, found));
      else await print(isAll ? matchLine(id, found) : matchText(id, found));
    }
    await array?.end();
    settleUnderfoot(store, shownRunnerId(store));
    return exitCodes.done;
  });
}

async function maps(options: OptionValues): Promise<number> {
  const [remove, restore] = [textOf(options, "remove"), textOf(options, "restore")];
  if (remove !== null && restore !== null) throw wrongUse("surfaces maps: either --remove or --restore, not both");
  return withStore(options, async (store) => {
    if (remove === null && restore === null) {
      const list = listSurfaceMaps(store);
      if (options["json"]) await printJson(list);
      else await print(mapsText(list));
      return exitCodes.done;
    }
    const map = remove === null ? restored(store, idOf(restore ?? "", "map")) : removed(store, idOf(remove, "map"));
    await matchNewRuns(store, ownRunnerId);
    if (options["json"]) await printJson(map);
    else await print(mapText(map));
    return exitCodes.done;
  });
}

function removed(store: Store, id: number) {
  const done = removeSurfaceMap(store, id, now());
  if (done === null) throw refused(`no map ${id} in use in ${store.home}; footfall surfaces maps lists them`);
  return done.map;
}

function restored(store: Store, id: number) {
  const done = restoreSurfaceMap(store, id, now());
  if (done === null) throw refused(`no map ${id} among the removed in ${store.home}; footfall surfaces maps lists them`);
  return done.map;
}

const now = (): number => Math.floor(Date.now() / 1000);
