import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { answerLink, dayOfIso, painPlaces, type ReportBlock, type ReportDocument } from "../../src/index.ts";
import { systemReason } from "../containers/index.ts";
import { diaryRunnerId, linkInput, recomputeStale, reportOf, reportQuestion, shownRunnerId } from "../storage/index.ts";
import { refused, wrongUse } from "./failure.ts";
import { print, printJson, remark } from "./output.ts";
import { addHomeOption, textOf, type OptionValues } from "./runner-options.ts";
import { withStore } from "./store.ts";

/** Adds options and action of `footfall report`. */
export function define(command: Command): void {
  addHomeOption(command)
    .option("--pdf <file>", "write it as a tagged PDF of two A4 pages").option("--html <file>", "write it as one page for any browser, to print")
    .option("--question <text>", "what you want to know, in your own words").option("--day <date>", "day it is made on, as 2026-11-23 (today); the same day gives the same bytes")
    .option("--json", "one JSON object (schemas/report.json)")
    .addHelpText("after", "\nFor a physio who never saw Footfall: the question, diary, runs and loads, what goes with what, posture, shoes, experiments, what was measured and what assumed.\n\nExample:\n  footfall report --pdf report.pdf --question \"Is it the long runs?\"")
    .action(async (options: OptionValues) => withStore(options, async (store) => {
      const moment = momentOf(options);
      const question = reportQuestion.safeParse(textOf(options, "question") ?? "");
      if (!question.success) throw wrongUse(`report: --question: ${question.error.issues[0]?.message}`);
      await recomputeStale(store, shownRunnerId(store));
      const report = await reportOf(store, { link: answerLink(linkInput(store, diaryRunnerId(store))), question: question.data, moment });
      const [pdf, html] = [textOf(options, "pdf"), textOf(options, "html")];
      // pdfkit is larger than the rest of the program: it is loaded for a report alone.
      if (pdf !== null || html !== null) {
        const { reportHtml, reportPdf } = await import("../report/index.ts");
        if (pdf !== null) await keep(pdf, await reportPdf(report, new Date(86_400_000 * moment.today)));
        if (html !== null) await keep(html, reportHtml(report));
      }
      if (options["json"]) await printJson(report);
      else if (pdf === null && html === null) await print(reportText(report));
    }));
}

function momentOf(options: OptionValues): { readonly today: number; readonly now: number } {
  const told = textOf(options, "day");
  const now = Date.now() / 1000;
  if (told === null) return { today: Math.floor((now - 60 * new Date().getTimezoneOffset()) / 86_400), now };
  const today = dayOfIso(told);
  if (today === null) throw wrongUse(`report: --day "${told}": give a day, as 2026-11-23`);
  return { today, now: 86_400 * (today + 0.5) };
}

async function keep(file: string, contents: string | Uint8Array): Promise<void> {
  await writeFile(file, contents).catch((error: unknown) => {
    throw refused(`${file}: ${systemReason(error)}`);
  });
  remark(`The report is in ${file}.`);
}

function reportText({ title, lead, pages }: ReportDocument): string {
  const sections = pages.flat().flatMap((section) => ["", section.title.toUpperCase(), ...section.blocks.flatMap(blockLines)]);
  return `${[title, lead, ...sections].join("\n")}\n`;
}

function blockLines(block: ReportBlock): readonly string[] {
  if (block.kind === "facts") return block.rows.map(([name, value]) => `  ${name.padEnd(26)}${value}`);
  if (block.kind === "table") return [...(block.caption === "" ? [] : [`  ${block.caption} (${block.head.join(" · ")})`]), ...block.rows.map((cells) => `  - ${cells.join(" · ")}`)];
  if (block.kind === "back") return [`  ${block.caption}. ${painPlaces(block).text}`];
  if (block.kind === "weeks") return [`  ${block.caption}`, ...block.weeks.map(({ name, distanceWords, worstPain }) => `  ${name.padEnd(14)}${distanceWords.padEnd(12)}${worstPain === null ? "no entry" : `worst ${worstPain}`}`)];
  return [`  ${block.text}`];
}
