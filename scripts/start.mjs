// `npm start`: builds what is out of date, then serves the web app and opens it.
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";

try {
  build();
} catch (error) {
  console.error(`\nstart: ${error.message}`);
  process.exit(1);
}
const command = new URL("../dist/app/cli/main.js", import.meta.url);
process.argv.splice(1, 1, fileURLToPath(command), "serve", "--open");
await import(command.href);
