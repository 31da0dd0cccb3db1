import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import type { ShippedText } from "../../src/index.ts";

const root = dirname(createRequire(import.meta.url).resolve("footfall/package.json"));
const fromSource = ["app/web/src", "app/web/index.html", "app/cli", "app/server", "app/sample", "src"];
const fromPackage = ["dist/web", "dist/app", "dist/src"];
const documents = ["docs", "README.md", "CHANGELOG.md"];

/** Every text the program shows or comes with: pages, messages and documents, from source where that is at hand, else as built. */
export async function shippedTexts(): Promise<readonly ShippedText[]> {
  const places = [...(existsSync(join(root, "app/web/src")) ? fromSource : fromPackage), ...documents].filter((place) => existsSync(join(root, place)));
  const files = (await Promise.all(places.map(filesIn))).flat().filter((file) => /\.(?:tsx?|m?js|html|md)$/.test(file) && !/\.(?:test|d)\.tsx?$/.test(file));
  return Promise.all(files.map(async (file) => ({ where: file, text: await readFile(join(root, file), "utf8") })));
}

async function filesIn(place: string): Promise<readonly string[]> {
  if (/\.\w+$/.test(place)) return [place];
  return (await readdir(join(root, place), { recursive: true })).toSorted().map((name) => `${place}/${name}`);
}
