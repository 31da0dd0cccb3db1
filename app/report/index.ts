/** A report as a file: the same blocks on paper and as a page that needs nothing else. */
export { reportHtml } from "./report-html.ts";
export { reportPdf } from "./report-pdf.ts";
