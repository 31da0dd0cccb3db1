import { createRequire } from "node:module";
import { backWidth, drawBack } from "./back-figure-pdf.ts";
import type { ReportBlock, ReportDocument, ReportSection } from "../../src/index.ts";

const fonts = "@expo-google-fonts/source-sans-3";
const margin = 40;
const pageWidth = 595.28;
const width = pageWidth - 2 * margin;
const nameWidth = 128;
const ink = { text: "#222222", quiet: "#555555", line: "#bbbbbb", bar: "#0f6270", dot: "#222222" };
/** Sizes tried in turn, until each sheet holds its page [1]. */
const scales = [1, 0.94, 0.88, 0.82, 0.76, 0.7];

/** The report as a tagged PDF of A4 sheets with its fonts inside. The same report of the same day gives the same bytes; `day` is its date. */
export async function reportPdf(report: ReportDocument, day: Date): Promise<Uint8Array> {
  for (const scale of scales) {
    const { bytes, sheets } = await drawn(report, day, scale);
    if (sheets <= report.pages.length || scale === scales.at(-1)) return bytes;
  }
  throw new Error("report: no size to draw it in");
}

type Doc = PDFKit.PDFDocument;

async function drawn(report: ReportDocument, day: Date, scale: number): Promise<{ readonly bytes: Uint8Array; readonly sheets: number }> {
  // Loaded when a report is asked for: it is larger than the rest of the program.
  const { default: PDFDocument } = await import("pdfkit");
  const { resolve } = createRequire(import.meta.url);
  const doc = new PDFDocument({
    size: "A4", margin, pdfVersion: "1.7", tagged: true, lang: "en", displayTitle: true, bufferPages: true, font: resolve(`${fonts}/400Regular/SourceSans3_400Regular.ttf`),
    info: { Title: report.title, Author: "Footfall", Creator: "Footfall", CreationDate: day, ModDate: day },
  });
  doc.registerFont("plain", resolve(`${fonts}/400Regular/SourceSans3_400Regular.ttf`));
  doc.registerFont("bold", resolve(`${fonts}/600SemiBold/SourceSans3_600SemiBold.ttf`));
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((done) => void doc.on("end", () => done()));
  const root = doc.struct("Document", { title: report.title });
  doc.addStructure(root);
  const pen = penOn(doc, root, scale);
  pen.words("H1", report.title, { size: 17, font: "bold" });
  pen.words("P", report.lead, { size: 9, colour: ink.quiet });
  for (const [place, page] of report.pages.entries()) {
    if (place > 0) doc.addPage();
    for (const section of page) pen.section(section);
  }
  root.end();
  const { count: sheets } = doc.bufferedPageRange();
  doc.end();
  await ended;
  return { bytes: Buffer.concat(chunks), sheets };
}

interface Look {
  readonly size?: number;
  readonly font?: "plain" | "bold";
  readonly colour?: string;
}

/** Draws blocks one under the other, each with its tag. */
function penOn(doc: Doc, root: PDFKit.PDFStructureElement, scale: number) {
  // All the width, but where a figure stands beside a section.
  let room = width;
  const choose = ({ size = 9.5, font = "plain", colour = ink.text }: Look): Doc => doc.font(font).fontSize(size * scale).fillColor(colour);
  const heightOf = (text: string, room: number, look: Look): number => choose(look).heightOfString(text, { width: room });
  // A cell that does not fit goes to the next sheet whole.
  const makeRoom = (height: number): void => void (doc.y + height > doc.page.height - margin && doc.addPage());
  const words = (tag: string, text: string, look: Look, parent = root): void => {
    makeRoom(heightOf(text, room, look));
    const { y } = doc;
    parent.add(doc.struct(tag, {}, () => void choose(look).text(text, margin, y, { width: room })));
    doc.y += 2 * scale;
  };
  /** Cells beside each other, each wrapped in its own room. */
  const row = (parent: PDFKit.PDFStructureElement, cells: readonly { readonly tag: string; readonly text: string; readonly room: number; readonly look: Look }[]): void => {
    const height = Math.max(...cells.map(({ text, room, look }) => heightOf(text, room - 6, look)));
    makeRoom(height);
    const { y } = doc;
    const line = doc.struct("TR");
    parent.add(line);
    let x = margin;
    for (const { tag, text, room, look } of cells) {
      const left = x;
      line.add(doc.struct(tag, {}, () => void choose(look).text(text === "" ? " " : text, left, y, { width: room - 6 })));
      x += room;
    }
    line.end();
    doc.y = y + height + 2 * scale;
  };
  const rule = (): void => void doc.markContent("Artifact").moveTo(margin, doc.y - scale).lineTo(margin + room, doc.y - scale).lineWidth(0.5).strokeColor(ink.line).stroke().endMarkedContent();
  const table = (parent: PDFKit.PDFStructureElement, rows: readonly (readonly string[])[], rooms: readonly number[], head: readonly string[] | null): void => {
    const part = doc.struct("Table");
    parent.add(part);
    const lay = (cells: readonly string[], tagOf: (place: number) => string, look: (place: number) => Look): void => row(part, cells.map((text, place) => ({ tag: tagOf(place), text, room: rooms[place] ?? 0, look: look(place) })));
    if (head) lay(head, () => "TH", () => ({ size: 8.5, colour: ink.quiet }));
    for (const cells of rows) {
      if (head) rule();
      lay(cells, (place) => (place === 0 ? "TH" : "TD"), (place) => (place === 0 && !head ? { colour: ink.quiet } : {}));
    }
    part.end();
  };
  const block = (given: ReportBlock, parent: PDFKit.PDFStructureElement): void => {
    if (given.kind === "facts") table(parent, given.rows, [nameWidth, room - nameWidth], null);
    else if (given.kind === "table") {
      if (given.caption !== "") words("P", given.caption, { size: 8.5, colour: ink.quiet }, parent);
      table(parent, given.rows, roomsFor(given.head.length, given.rows, room), given.head);
    } else if (given.kind === "weeks") weeks(doc, given, parent, { scale, room, makeRoom }, (text) => words("P", text, { size: 8.5, colour: ink.quiet }, parent));
    else if (given.kind !== "back") words("P", given.text, given.kind === "verdict" ? { size: 11, font: "bold" } : given.kind === "note" ? { size: 8.5, colour: ink.quiet } : {}, parent);
  };
  const section = ({ title, blocks }: ReportSection): void => {
    const part = doc.struct("Sect");
    root.add(part);
    doc.y += 6 * scale;
    words("H2", title, { size: 11.5, font: "bold" }, part);
    const back = blocks.find(({ kind }) => kind === "back");
    const { y } = doc;
    if (back) room = width - (backWidth + 16) * scale;
    for (const given of blocks) block(given, part);
    room = width;
    if (back?.kind === "back") {
      const below = doc.y;
      doc.y = Math.max(below, y + drawBack(doc, back, part, { x: margin + width - backWidth * scale, y, scale }) + 2 * scale);
    }
    part.end();
  };
  return { words, section };
}

/** Room for each column, by how much stands in it. */
function roomsFor(columns: number, rows: readonly (readonly string[])[], room: number): readonly number[] {
  const weights = Array.from({ length: columns }, (_, place) => 12 + Math.min(80, Math.max(...rows.map((cells) => (cells[place] ?? "").length))));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (room * weight) / all);
}

interface Place {
  readonly scale: number;
  readonly room: number;
  readonly makeRoom: (height: number) => void;
}

/** Room for the scale of distances [pt]. */
const scaleWidth = 36;

/** Twelve weeks as bars over their scale with the week's worst pain as a dot above each; its words are its alternative. */
function weeks(doc: Doc, { weeks: shown, caption, scale: marks }: Extract<ReportBlock, { readonly kind: "weeks" }>, parent: PDFKit.PDFStructureElement, { scale, room, makeRoom }: Place, say: (text: string) => void): void {
  const [height, step, first] = [56 * scale, (room - scaleWidth) / shown.length, margin + scaleWidth];
  makeRoom(height + 12 * scale);
  const [top, furthest] = [doc.y, Math.max(1, ...shown.map(({ distance }) => distance))];
  const told = shown.map(({ name, distanceWords, worstPain }) => `${name}: ${distanceWords}, ${worstPain === null ? "no entry" : `worst pain ${worstPain}`}`).join("; ");
  const up = (distance: number): number => (height * 0.75 * distance) / furthest;
  const small = (text: string, x: number, y: number, options: PDFKit.Mixins.TextOptions): void => void doc.font("plain").fontSize(7 * scale).fillColor(ink.quiet).text(text, x, y, { lineBreak: false, ...options });
  parent.add(doc.struct("Figure", { alt: `${caption}. ${told}` }, () => {
    for (const { distance, words } of marks) {
      const y = top + height - up(distance);
      doc.moveTo(first - 2, y).lineTo(margin + room, y).lineWidth(0.3).strokeColor(ink.line).stroke();
      small(words, margin, y - 4.5 * scale, { width: scaleWidth - 5, align: "right" });
    }
    for (const [place, { name, distance, worstPain }] of shown.entries()) {
      const left = first + place * step;
      doc.rect(left + step * 0.2, top + height - up(distance), step * 0.6, up(distance)).fillOpacity(0.35).fill(ink.bar).fillOpacity(1);
      if (worstPain !== null) {
        // A dot of 0 stands on the line, not in it.
        const y = top + height - Math.max(3 * scale, (height * worstPain) / 10);
        doc.circle(left + step / 2, y, 2.2 * scale).fill(ink.dot);
        doc.font("plain").fontSize(7.5 * scale).fillColor(ink.text).text(String(worstPain), left + step / 2 + 4 * scale, y - 5 * scale, { width: 20, lineBreak: false });
      }
      small(name, left, top + height + 2 * scale, { width: step, align: "center" });
    }
    doc.moveTo(first, top + height).lineTo(margin + room, top + height).lineWidth(0.5).strokeColor(ink.line).stroke();
  }));
  doc.y = top + height + 12 * scale;
  say(`${caption}; weeks begin on the days below, numbers are the pain, 0 to 10.`);
}
