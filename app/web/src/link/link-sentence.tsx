import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { experimentsQuery, linkQuery } from "../api/link-queries.ts";

/** The verdict in one sentence, and what the next run of an experiment is to be. */
export function LinkSentence() {
  const { data: link } = useQuery(linkQuery);
  const { data: experiments } = useQuery(experimentsQuery);
  const next = experiments?.experiments.find(({ state }) => state === "under-way")?.next;
  return (
    <section className="link-sentence" aria-label="Does it go with your running?">
      <p className="support running-verdict">{link?.running.sentence}</p>
      {next && <p><strong>Your next run:</strong> {next.task}. <span className="quiet">Run {next.number} of your experiment; a coin chose which runs have the change.</span></p>}
      <p><Link to="/back" hash="link-title" className="line-link">Why, and with which part of it</Link></p>
    </section>
  );
}
