import { createRequire } from "node:module";

const description: { readonly version: string } = createRequire(import.meta.url)("footfall/package.json");

/** The package's version. */
export const version = description.version;
