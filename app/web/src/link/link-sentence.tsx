import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { linkQuery } from "../api/link-queries.ts";

/** Is it the running: the answer of the diary so far, in its own sentence. */
export function LinkSentence() {
  const { data } = useQuery(linkQuery);
  return <p className="support running-verdict">{data && <>{data.running.sentence} <Link to="/back">Why, and with which part of it</Link></>}</p>;
}
