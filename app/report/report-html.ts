import { painPlaces, type ReportBlock, type ReportDocument, type ReportWeek } from "../../src/index.ts";

/** The report as one file for any browser: two sheets of A4 when printed. */
export function reportHtml({ title, lead, pages }: ReportDocument): string {
  const sections = pages.map((page) => `<div class="sheet">${page.map((section) => `<section><h2>${escaped(section.title)}</h2>${section.blocks.map(blockHtml).join("")}</section>`).join("\n")}</div>`);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(lead)}</p>
${sections.join("\n")}
</body></html>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function blockHtml(block: ReportBlock): string {
  if (block.kind === "facts") return `<dl>${block.rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>`;
  if (block.kind === "table") {
    const rows = block.rows.map(([first = "", ...rest]) => `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
    return `<table>${block.caption === "" ? "" : `<caption>${escaped(block.caption)}</caption>`}<thead><tr>${block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  }
  if (block.kind === "back") return `<figure>${painPlaces(block).svg}<figcaption>${escaped(block.caption)}. ${escaped(painPlaces(block).text)}</figcaption></figure>`;
  if (block.kind === "weeks") return `<table><caption>${escaped(block.caption)}</caption><thead><tr><th scope="col">Week from</th>${block.weeks.map(({ name }) => `<th scope="col">${escaped(name)}</th>`).join("")}</tr></thead><tbody><tr><th scope="row">Run</th>${cells(block.weeks, ({ distanceWords }) => distanceWords)}</tr><tr><th scope="row">Worst pain</th>${cells(block.weeks, ({ worstPain }) => (worstPain === null ? "–" : String(worstPain)))}</tr></tbody></table>`;
  return `<p class="${block.kind}">${escaped(block.text)}</p>`;
}

const cells = (weeks: readonly ReportWeek[], of: (week: ReportWeek) => string): string => weeks.map((week) => `<td>${escaped(of(week))}</td>`).join("");

const style = "body{font:10pt/1.35 'Source Sans 3',system-ui,sans-serif;color:#222;max-width:190mm;margin:8mm auto;padding:0 4mm}h1{font-size:18pt;margin:0}h2{font-size:11.5pt;margin:4mm 0 1mm}p{margin:1mm 0}.verdict{font-size:11.5pt;font-weight:600}.note,caption{color:#555;font-size:9pt}caption{text-align:left}table{border-collapse:collapse;width:100%;margin:1mm 0}th,td{border-bottom:.2mm solid #ccc;padding:.6mm 2mm .6mm 0;text-align:left;vertical-align:top;font-weight:400}thead th{color:#555;font-size:9pt}dl{display:grid;grid-template-columns:48mm 1fr;margin:1mm 0}dt{color:#555}dd{margin:0}figure{margin:1mm 0}figure svg{display:block;width:40mm}figcaption{color:#555;font-size:9pt}@page{size:A4;margin:12mm}@media print{body{margin:0;padding:0}.sheet+.sheet{break-before:page}}";
