import { createReadStream, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { poseAtHand } from "./posture-api.ts";
import type { App } from "./routes.ts";

/** Files of @mediapipe/pose that automatic marking needs, with their types; nothing else of the package is served. */
const files: Readonly<Record<string, string>> = {
  "pose.js": "text/javascript", "pose_web.binarypb": "application/octet-stream", "pose_landmark_full.tflite": "application/octet-stream",
  "pose_solution_packed_assets.data": "application/octet-stream", "pose_solution_packed_assets_loader.js": "text/javascript",
  "pose_solution_simd_wasm_bin.js": "text/javascript", "pose_solution_simd_wasm_bin.wasm": "application/wasm",
  "pose_solution_wasm_bin.js": "text/javascript", "pose_solution_wasm_bin.wasm": "application/wasm",
};

/** The pose package from this machine, where it is installed; it is never part of the web app itself. */
export function poseRoutes(app: App): void {
  const folder = packageFolder();

  app.get("/api/pose", { schema: { summary: "Whether points can be proposed automatically", response: { 200: poseAtHand } } }, () => ({ isInstalled: folder !== null }));

  for (const [name, type] of Object.entries(files)) {
    if (folder === null || !existsSync(join(folder, name))) continue;
    app.get(`/pose/${name}`, { schema: { hide: true } }, (_request, reply) => reply.type(type).header("cache-control", "no-cache").send(createReadStream(join(folder, name))));
  }

  // The package is WebAssembly: only the worker that runs it may compile some, the page may not.
  app.addHook("onSend", async (request, reply) => {
    if (/^\/assets\/pose-worker[\w.-]*\.js$/.test(request.url)) void reply.header("content-security-policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
  });
}

function packageFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve("@mediapipe/pose/package.json"));
  } catch {
    return null;
  }
}
