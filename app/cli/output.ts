import { once } from "node:events";

/** Writes results to standard output, waiting where the reader is slower. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Writes one JSON value to standard output, indented for people and scripts alike. */
export async function printJson(value: unknown): Promise<void> {
  await print(`${JSON.stringify(value, null, 2)}\n`);
}

/** Says something beside the results: a warning, a refusal, what is going on. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A JSON array written element by element, so that many results need no more memory than one. */
export function jsonArray(): { readonly add: (value: unknown) => Promise<void>; readonly end: () => Promise<void> } {
  let count = 0;
  return {
    async add(value) {
      await print(`${count === 0 ? "[\n" : ",\n"}${JSON.stringify(value)}`);
      count += 1;
    },
    end: () => print(count === 0 ? "[]\n" : "\n]\n"),
  };
}

// A reader that has seen enough (`footfall … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
