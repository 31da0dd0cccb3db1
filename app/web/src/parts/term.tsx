import { useId, useRef, type ReactNode } from "react";
import { termWords, type TermName } from "../words/basis-words.ts";

/** A field term that explains itself on hover, focus or touch. */
export function Term({ name, children }: { readonly name: TermName; readonly children?: ReactNode }) {
  const id = useId();
  const note = useRef<HTMLSpanElement>(null);
  const show = (button: HTMLElement): void => {
    const element = note.current;
    if (!element || element.matches(":popover-open")) return;
    element.showPopover();
    const place = button.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - element.offsetWidth - 8));
    const below = place.bottom + 6;
    const top = below + element.offsetHeight > window.innerHeight ? place.top - element.offsetHeight - 6 : below;
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  };
  const hide = (): void => {
    if (note.current?.matches(":popover-open")) note.current.hidePopover();
  };
  return (
    <>
      <button
        type="button" className="term" aria-describedby={id}
        onPointerEnter={(event) => show(event.currentTarget)} onPointerLeave={hide}
        onFocus={(event) => show(event.currentTarget)} onBlur={hide} onClick={(event) => show(event.currentTarget)}
        onKeyDown={(event) => event.key === "Escape" && hide()}
      >
        {children ?? name}
      </button>
      <span ref={note} id={id} popover="manual" role="tooltip" className="term-note">{termWords[name]}</span>
    </>
  );
}
