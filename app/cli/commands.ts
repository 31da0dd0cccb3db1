import type { Command } from "commander";

/** A command's own module: gives it options, help and action. */
export interface CommandModule {
  readonly define: (command: Command) => void;
}

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

/** Every command, in the order `--help` lists them. */
export const commands: readonly CommandEntry[] = [
  { name: "analyse", summary: "footfalls, forces and disc loads of recorded runs; nothing is stored", load: () => import("./analyse-command.ts") },
  { name: "simulate", summary: "one footfall, or a table of them, from speed, body, shoe and posture", load: () => import("./simulate-command.ts") },
  { name: "contacts", summary: "contacts in a measured force record, and the model beside each", load: () => import("./contacts-command.ts") },
  { name: "import", summary: "take files, folders, zips and whole accounts into the store", load: () => import("./import-command.ts") },
  { name: "imports", summary: "the imports, and what became of each file", load: () => import("./imports-command.ts") },
  { name: "duplicates", summary: "runs that came from several sources, and pairs to decide", load: () => import("./duplicates-command.ts") },
  { name: "devices", summary: "paired phones that keep the diary", load: () => import("./devices-command.ts") },
  { name: "undo", summary: "take an import out of the store again", load: () => import("./undo-command.ts") },
  { name: "runs", summary: "the runs in the store", load: () => import("./runs-command.ts") },
  { name: "run", summary: "one run of the store", load: () => import("./run-command.ts") },
  { name: "shoes", summary: "the shoe cabinet: pairs, wear, which pair for which run", load: () => import("./shoes-command.ts") },
  { name: "surfaces", summary: "what you ran on, and the load there", load: () => import("./surfaces-command.ts") },
  { name: "posture", summary: "how you hold your trunk: list, add, remove, restore, export, import", load: () => import("./posture-command.ts") },
  { name: "diary", summary: "your back: entries, days, weekly questions, safety questions, files", load: () => import("./diary-command.ts") },
  { name: "what-if", summary: "what another speed, step rate, slope, lean, mass, shoe or ground would do to your discs", load: () => import("./what-if-command.ts") },
  { name: "link", summary: "does your pain go with running, and with which part of it", load: () => import("./link-command.ts") },
  { name: "plan", summary: "a week that keeps you running, from your own last four weeks", load: () => import("./plan-command.ts") },
  { name: "experiment", summary: "try one change on your own runs, a coin deciding which: plan, list, show, result, stop", load: () => import("./experiment-command.ts") },
  { name: "claims", summary: "the seven claims about running and back pain, held against evidence, model and your own data", load: () => import("./claims-command.ts") },
  { name: "report", summary: "two pages for your physio, to print or as PDF", load: () => import("./report-command.ts") },
  { name: "edits", summary: "what was changed, and the way back", load: () => import("./edits-command.ts") },
  { name: "sample", summary: "the simulated sample runner", load: () => import("./sample-command.ts") },
  { name: "truth", summary: "hold the model against published measurements", load: () => import("./truth-command.ts") },
  { name: "serve", summary: "the web app, on this machine only", load: () => import("./serve-command.ts") },
  { name: "backup", summary: "one file with everything, made while the app runs", load: () => import("./backup-command.ts") },
  { name: "restore", summary: "put a backup in the place of the store", load: () => import("./restore-command.ts") },
  { name: "export", summary: "everything you keep, in formats that other programs read", load: () => import("./export-command.ts") },
  { name: "doctor", summary: "check the store", load: () => import("./doctor-command.ts") },
];
