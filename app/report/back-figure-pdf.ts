import { backFigure, markedPlaces, painMarks, painPlaces, type ReportBlock } from "../../src/index.ts";

type Doc = PDFKit.PDFDocument;
type Back = Extract<ReportBlock, { readonly kind: "back" }>;

/** Room for the figure beside its section [pt]. */
export const backWidth = 92;
const lines = { body: "#4a443f", landmarks: "#a59d95", places: "#8a8178", unplaced: "#5f2a5c" } as const;

/** Draws where it hurt, its upper left corner at a place, with its words as its alternative; answers its height [pt]. */
export function drawBack(doc: Doc, block: Back, parent: PDFKit.PDFStructureElement, { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number }): number {
  const figure = backFigure();
  const size = (backWidth * scale) / figure.width;
  const height = figure.height * size;
  parent.add(doc.struct("Figure", { alt: `${block.caption}. ${painPlaces(block).text}` }, () => {
    doc.save().translate(x, y).scale(size);
    for (const mark of painMarks(block.places)) {
      for (const { outline } of markedPlaces(figure, mark)) {
        const isUnplaced = mark.region === figure.unplaced.region;
        doc.path(outline).fillOpacity(isUnplaced ? 0.45 : 1).fill(mark.step.colour).fillOpacity(1);
        if (isUnplaced) doc.path(outline).lineWidth(2).dash(2, { space: 5 }).stroke(lines.unplaced).undash();
      }
    }
    const hasElsewhere = block.places.some(({ region }) => region === "elsewhere");
    for (const { outline } of figure.places.filter(({ region }) => region !== "elsewhere" || hasElsewhere)) doc.path(outline).lineWidth(1).dash(1, { space: 4 }).stroke(lines.places).undash();
    for (const line of figure.landmarks) doc.path(line).lineWidth(1.6).stroke(lines.landmarks);
    for (const line of figure.body) doc.path(line).lineWidth(2.4).stroke(lines.body);
    const write = (text: string, at: { readonly x: number; readonly y: number }, letters: number, colour: string): void =>
      void doc.font("plain").fontSize(letters).fillColor(colour).text(text, at.x - 60, at.y - letters * 0.72, { width: 120, align: "center", lineBreak: false });
    for (const mark of painMarks(block.places)) {
      for (const place of markedPlaces(figure, mark)) {
        if (mark.region === figure.unplaced.region) write(`somewhere: ${mark.figure}`, { x: 262, y: 92 }, 22, lines.body);
        else write(mark.figure, place.middle, 26, mark.step.ink);
      }
    }
    write("left", { x: 36, y: 145 }, 22, lines.places);
    write("right", { x: 284, y: 145 }, 22, lines.places);
    if (hasElsewhere) write("elsewhere", { x: 284, y: 394 }, 20, lines.places);
    doc.restore();
  }));
  return height;
}
