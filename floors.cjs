/**
 * The floors of the house as an allow-list for dependency-cruiser: an import that no row allows fails `npm test`.
 * A new folder or package needs a row here and a reason in its commit. `ours` names folders or files of the
 * project (a folder may always import itself), `packages` npm packages, `node` whether Node's own modules.
 */
const stageGround = ["src/domain", "src/numerics", "src/literature"];
const stages = ["src/recordings", "src/surfaces", "src/footfalls", "src/shock", "src/diary", "src/posture", "src/advice", "src/charts"];

const floors = {
  "src/domain": { ours: [] },
  "src/numerics": { ours: [], packages: ["ml-matrix", "fft.js"] },
  "src/literature": { ours: ["src/domain"] },
  "src/recordings": { ours: stageGround, packages: ["saxes"] },
  "src/surfaces": { ours: stageGround },
  "src/footfalls": { ours: stageGround },
  "src/shock": { ours: stageGround },
  "src/diary": { ours: stageGround },
  "src/posture": { ours: stageGround },
  "src/advice": { ours: stageGround },
  "src/charts": { ours: stageGround, packages: ["d3-shape"] },
  // The files at the top of src join the stages: the only place where stages meet; src/truth holds the targets of truth.ts.
  "src/[^/]+\\.ts": { ours: [...stageGround, ...stages, "src/truth", "src/[^/]+\\.ts"] },
  "src/truth": { ours: [...stageGround, ...stages, "src/[^/]+\\.ts"] },

  // yauzl reads zip directories; unpacking, limits and salvage are ours.
  "app/accounts": { ours: ["src/index.ts", "app/storage"], packages: ["zod"], node: true },
  "app/containers": { ours: ["src/index.ts"], packages: ["yauzl"], node: true },
  // yazl writes the zip, age-encryption locks what is in it: both formats that other programs read.
  "app/copies": { ours: ["src/index.ts", "app/containers", "app/storage"], packages: ["yazl", "age-encryption", "zod"], node: true },
  // piscina keeps the threads that read and analyse.
  "app/threads": { ours: [], packages: ["piscina"], node: true },
  "app/storage": { ours: ["src/index.ts", "app/threads"], packages: ["better-sqlite3", "zod"], node: true },
  // A reading thread asks piscina for what it was given at its start.
  "app/imports": { ours: ["src/index.ts", "app/containers", "app/accounts", "app/storage", "app/threads"], packages: ["piscina", "zod"], node: true },
  // A thread of its own asks the diary.
  "app/link": { ours: ["src/index.ts", "app/storage", "app/threads"], node: true },
  // pdfkit draws tagged PDF with the font inside; the font is read as a file of its package.
  "app/report": { ours: ["src/index.ts"], packages: ["pdfkit"], node: true },
  "app/sample": { ours: ["src/index.ts", "app/storage"], node: true },
  // The model is held against published results on a thread of its own.
  "app/server": {
    ours: ["src/index.ts", "app/containers", "app/storage", "app/copies", "app/imports", "app/link", "app/sample", "app/report", "app/threads"],
    packages: ["fastify", "@fastify/helmet", "@fastify/static", "@fastify/swagger", "fastify-type-provider-zod", "zod"],
    node: true,
  },
  "app/cli": { ours: ["src/index.ts", "app/containers", "app/storage", "app/copies", "app/imports", "app/sample", "app/server", "app/report"], packages: ["commander", "cli-progress", "uqr", "zod"], node: true },
  "app/web": {
    ours: ["src/index.ts"],
    types: ["app/server/[a-z-]*api\\.ts"],
    packages: ["react", "react-dom", "@tanstack/react-router", "@tanstack/react-query", "uplot", "uqr"],
  },
  "app/web/vite.config.ts": { packages: ["vite", "@vitejs/plugin-react"], node: true },

  // The bench sets the fast path beside the slow ones, which no user of the library needs; it asks a store by rows (zod) and sees pages in a real browser.
  "bench": { ours: ["src/index.ts", "src/shock/index.ts", "app/storage", "app/imports", "app/sample"], packages: ["fit-file-parser", "playwright-core", "zod"], node: true },
  "scripts": { ours: ["dist"], packages: ["typescript", "vite"], node: true },
};

/** Tests may look at everything of the project and use the test tools; the source never imports a test. */
const testTools = ["vitest", "fast-check", "fit-file-parser", "ajv", "playwright-core", "axe-core", "dependency-cruiser", "typescript", "better-sqlite3", "saxes", "zod", "ml-matrix"];

const literally = (text) => text.replaceAll(".", "\\.");
const isPattern = (name) => name.includes("[");
const isFile = (name) => name.endsWith(".ts");
const place = (name) => (isPattern(name) ? `^${name}$` : isFile(name) ? `^${literally(name)}$` : `^${name}/`);
const anyOf = (names) => names.map((name) => `(${place(name)})`).join("|");
const packagePath = (names) => `(^|/)node_modules/(@types/)?(${names.map(literally).join("|")})/`;

const testFile = "\\.test\\.tsx?$";

const allowedFor = ([name, floor]) => {
  const from = { path: place(name), pathNot: testFile };
  const rules = [];
  const ours = [...(isFile(name) ? [] : [name]), ...(floor.ours ?? [])];
  if (ours.length > 0) rules.push({ from, to: { path: anyOf(ours), pathNot: testFile } });
  if (floor.types) rules.push({ from, to: { path: anyOf(floor.types), dependencyTypes: ["type-only"] } });
  if (floor.packages) rules.push({ from, to: { path: packagePath(floor.packages) } });
  if (floor.node) rules.push({ from, to: { dependencyTypes: ["core"] } });
  return rules;
};

module.exports = {
  allowed: [
    ...Object.entries(floors).flatMap(allowedFor),
    { from: { path: [testFile, "^test/"] }, to: { path: "^(src|app|bench|test|scripts|dist)/|^floors\\.cjs$" } },
    { from: { path: [testFile, "^test/"] }, to: { path: packagePath(testTools) } },
    { from: { path: [testFile, "^test/"] }, to: { dependencyTypes: ["core"] } },
  ],
  allowedSeverity: "error",
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-unknown-module", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules|^dist/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"] },
  },
};
