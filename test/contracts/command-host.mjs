// Runs command lines one after another in one process, each told and answered in a message: a start of Node for each would cost more than most commands do.
import { runCommandLine } from "../../dist/app/cli/command-line.js";

let said = { stdout: "", stderr: "" };
for (const stream of ["stdout", "stderr"]) {
  process[stream].write = (text) => {
    said[stream] += typeof text === "string" ? text : Buffer.from(text).toString();
    return true;
  };
}

const usual = { ...process.env };

process.on("message", async ({ words, environment }) => {
  for (const name of Object.keys(process.env)) if (!(name in usual)) delete process.env[name];
  Object.assign(process.env, usual, environment);
  process.exitCode = 0;
  said = { stdout: "", stderr: "" };
  await runCommandLine(words);
  const { exitCode } = process;
  process.exitCode = 0;
  process.send({ code: exitCode, ...said });
});
