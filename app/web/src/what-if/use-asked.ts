import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { Asked } from "./asked.ts";

/** What the page asks. It answers a slider at once and writes the address a moment later: a browser allows only so many addresses a second. */
export function useAsked(): readonly [Asked, (next: Asked) => void] {
  const search: Asked = useSearch({ from: "/change/what-if" });
  const navigate = useNavigate();
  const [asked, setAsked] = useState(search);
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
  return [asked, setAsked];
}
