import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";

export const schemasFolder = fileURLToPath(new URL("../../schemas/", import.meta.url));

/** Every published schema's file name. */
export const schemaFiles = readdirSync(schemasFolder).filter((name) => name.endsWith(".json"));

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/);
ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
for (const name of schemaFiles) {
  const schema: object = JSON.parse(readFileSync(schemasFolder + name, "utf8"));
  ajv.addSchema(schema);
}

/** Expects a value to have the shape that is published under this name. */
export function expectShape(name: string, value: unknown): void {
  const validate = ajv.getSchema(`${name}.json`);
  if (!validate) throw new Error(`no schema ${name}.json`);
  validate(value);
  expect((validate.errors ?? []).slice(0, 5).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)).toEqual([]);
}
