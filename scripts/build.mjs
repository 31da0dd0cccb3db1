// Builds what is out of date: the library, server and command (tsc), the web app (Vite), the published schemas.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const stampFile = join(project, "dist/build.json");

const parts = [
  {
    name: "library, server and command",
    inputs: ["src", "app", "bench", "tsconfig.base.json", "package.json"],
    counts: (file) => !file.startsWith("app/web/") && !file.endsWith(".test.ts"),
    output: "dist/app/cli/main.js",
    build() {
      removeOrphans("src");
      removeOrphans("app");
      removeOrphans("bench");
      run("TypeScript", "node_modules/typescript/bin/tsc", ["-b", "app"]);
      // The library as one file: each command and each thread would open four hundred small ones at its start.
      run("Vite", "node_modules/vite/bin/vite.js", ["build", "--ssr", "src/index.ts", "--outDir", "dist/src", "--emptyOutDir", "false", "--sourcemap", "--logLevel", "warn"]);
    },
  },
  {
    name: "web app",
    inputs: ["app/web", "src", "app/server/api.ts", "package.json"],
    counts: (file) => !/\.test\.tsx?$/.test(file),
    output: "dist/web/index.html",
    isWanted: () => existsSync(join(project, "app/web/vite.config.ts")),
    build: () => run("Vite", "node_modules/vite/bin/vite.js", ["build", "app/web", "--config", "app/web/vite.config.ts", "--logLevel", "warn"]),
  },
  {
    name: "schemas",
    inputs: ["schemas"],
    counts: () => true,
    output: "dist/schemas",
    build() {
      rmSync(join(project, "dist/schemas"), { recursive: true, force: true });
      cpSync(join(project, "schemas"), join(project, "dist/schemas"), { recursive: true });
    },
  },
];

/** Builds every part whose inputs changed since it was last built; throws one clear line where a part fails. */
export function build() {
  if (!existsSync(join(project, "node_modules/typescript"))) throw new Error("the build tools are not installed: run `npm install` in the project's folder first");
  const stamps = readStamps();
  for (const part of parts) {
    if (part.isWanted && !part.isWanted()) continue;
    const stamp = fingerprint(part);
    if (stamps[part.name] === stamp && existsSync(join(project, part.output))) continue;
    const startedAt = performance.now();
    process.stderr.write(`building ${part.name} … `);
    part.build();
    process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
    stamps[part.name] = stamp;
    mkdirSync(join(project, "dist"), { recursive: true });
    writeFileSync(stampFile, `${JSON.stringify(stamps, null, 2)}\n`);
  }
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, "utf8"));
  } catch {
    return {};
  }
}

// Names, sizes and times of change: enough to notice an edit, quick enough for every start.
function fingerprint(part) {
  const hash = createHash("sha256");
  for (const file of part.inputs.flatMap(filesUnder).filter(part.counts).sort()) {
    const { size, mtimeMs } = statSync(join(project, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function filesUnder(path) {
  const full = join(project, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => filesUnder(`${path}/${entry.name}`));
}

// A source that is gone leaves its compiled file behind; the package must not ship it.
function removeOrphans(folder) {
  for (const file of filesUnder(`dist/${folder}`)) {
    const source = relative("dist", file).replace(/(\.d\.ts|\.js(\.map)?)$/, ".ts");
    if (!existsSync(join(project, source))) rmSync(join(project, file));
  }
}

// Always for production: the test runner sets NODE_ENV to "test", and React would be built with all its developer's checks.
function run(tool, script, options) {
  const { status, signal } = spawnSync(process.execPath, [join(project, script), ...options], { cwd: project, stdio: ["ignore", 2, 2], env: { ...process.env, NODE_ENV: "production" } });
  if (signal) throw new Error(`${tool} was stopped (${signal})`);
  if (status !== 0) throw new Error(`${tool} found the errors above; nothing was started`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    build();
  } catch (error) {
    console.error(`\nbuild: ${error.message}`);
    process.exitCode = 1;
  }
}
