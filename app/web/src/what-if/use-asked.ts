import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { readAsked, type Asked } from "./asked.ts";

/** What the page asks. It answers a slider at once and writes the address a moment later: a browser allows only so many addresses a second. */
export function useAsked(): readonly [Asked, (next: Asked) => void] {
  // The router lays what it was given under what the route made of it: read once more, or what cannot be meant comes back.
  const given = useSearch({ from: "/change/what-if" });
  const search = useMemo(() => readAsked({ ...given }), [given]);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>(search);
  const written = useRef(search);
  useEffect(() => {
    // Somebody else changed the address: a link, or the way back.
    if (JSON.stringify(search) !== JSON.stringify(written.current)) {
      written.current = search;
      setAsked(search);
    }
  }, [search]);
  useEffect(() => {
    if (JSON.stringify(asked) === JSON.stringify(written.current)) return;
    const timer = setTimeout(() => {
      written.current = asked;
      void navigate({ to: "/change/what-if", search: asked, replace: true, resetScroll: false });
    }, 200);
    return () => clearTimeout(timer);
  }, [asked, navigate]);
  return [asked, (next) => {
    const { isBroughtBack, ...rest } = next;
    // A link that lay beyond the sliders is told of once: what is moved from there on is the runner's own.
    setAsked(isBroughtBack ? rest : next);
  }];
}
