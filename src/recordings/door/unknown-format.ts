import type { Refusal } from "../../domain/index.ts";
import { xmlRoot } from "../xml/decode-text.ts";

/** The refusal for bytes that no format recognises: what they look like, and what to do. */
export function unknownFormat(bytes: Uint8Array): Refusal {
  if (bytes.every((byte) => byte === 0)) {
    return { code: "empty", message: `${bytes.length === 0 ? "the file is empty" : "the file holds only zero bytes"}; copy or export it again`, where: null };
  }
  const what = describe(bytes);
  return { code: "unknown-format", message: `${what === null ? "" : `it is ${what}, `}neither FIT, TCX nor GPX; export the run in one of these`, where: null };
}

function describe(bytes: Uint8Array): string | null {
  const signature = String.fromCharCode(...bytes.subarray(0, 12));
  if (signature.startsWith("PK\x03\x04")) return "a zip archive";
  if (signature.startsWith("\x1f\x8b")) return "compressed with gzip";
  if (signature.startsWith("%PDF")) return "a PDF";
  if (/^\s*[{[]/.test(signature)) return "JSON";
  const root = xmlRoot(bytes);
  if (root === "kml") return "KML (a map)";
  if (root === "html") return "a web page, perhaps a log-in page saved in place of the file";
  return root === null ? null : `XML of another kind (<${root}>)`;
}
