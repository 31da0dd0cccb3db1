import { Link } from "@tanstack/react-router";
import { wordsOfTarget } from "../words/target-words.ts";

/** Leads to a row of this page and takes the keyboard along. */
export function RowLink({ id, onGo }: { readonly id: string; readonly onGo: () => void }) {
  const go = (): void => {
    onGo();
    setTimeout(() => document.getElementById(id)?.focus({ preventScroll: true }), 0);
  };
  return <><Link to="/evidence" hash={id} onClick={go}>{wordsOfTarget(id).title}</Link> <span className="quiet">{id}</span></>;
}
