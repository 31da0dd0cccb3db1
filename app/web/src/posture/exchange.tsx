import type { PostureImported } from "../../../server/posture-api.ts";
import { FileExchange } from "../change/file-exchange.tsx";
import { countWords } from "../words/units.ts";

/** Out to a file, and in again. */
export function Exchange({ hasEntries }: { readonly hasEntries: boolean }) {
  return (
    <>
      <p className="quiet">Your postures as a table or as JSON, marked points included; the pictures were never kept. A table of your own needs the columns day and toldLeanDegrees.</p>
      <FileExchange<PostureImported>
        hasAny={hasEntries} path="/api/posture" name="posture" label="A file of postures"
        told={({ added, alreadyHere }) => `${countWords(added.length, "posture")} taken in${alreadyHere > 0 ? `, ${alreadyHere} already here` : ""}.`}
      />
    </>
  );
}
