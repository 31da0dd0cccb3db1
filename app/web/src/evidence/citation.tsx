import { worksUsed } from "../../../../src/index.ts";
import { citedAs, seenWords } from "../words/evidence-words.ts";

const titles = new Map<string, string>(worksUsed().map(({ id, title }) => [id, title]));

/** "Morin et al. 2005" */
export const authorsOf = (id: string): string => citedAs(titles.get(id) ?? id).by;

/** Author and year, DOI, and how the figure came to us. */
export function Citation({ id, doi, doiVerified, evidence }: { readonly id: string; readonly doi: string | null; readonly doiVerified: boolean; readonly evidence: string }) {
  return <>{authorsOf(id)}, <Doi doi={doi} doiVerified={doiVerified} />; {seenWords(evidence)}</>;
}

/** A DOI that leads to the work when it is followed; nothing is asked of it before. */
export function Doi({ doi, doiVerified }: { readonly doi: string | null; readonly doiVerified: boolean }) {
  if (doi === null) return <>no DOI known</>;
  return <>doi <a className="file-name" href={`https://doi.org/${doi}`} rel="noreferrer noopener" target="_blank">{doi}</a>{!doiVerified && " (not verified)"}</>;
}
