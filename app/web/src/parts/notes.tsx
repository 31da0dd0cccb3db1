import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";

/** One line said to the runner, with at most one thing to do about it. */
interface Note {
  readonly text: string;
  readonly action?: { readonly name: string; readonly run: () => void };
}

const NotesContext = createContext<(note: Note | null) => void>(() => undefined);

/** Says something at the foot of the page; it stays until it is answered, closed or followed by the next. */
export const useNote = () => use(NotesContext);

export function Notes({ children }: { readonly children: ReactNode }) {
  const [note, setNote] = useState<Note | null>(null);
  const say = useCallback((next: Note | null) => setNote(next), []);
  const close = useMemo(() => () => setNote(null), []);
  return (
    <NotesContext value={say}>
      {children}
      <div className="notes" role="status">
        {note && (
          <div className="note">
            <p>{note.text}</p>
            {note.action && <button type="button" onClick={() => { note.action?.run(); close(); }}>{note.action.name}</button>}
            <button type="button" className="plain" onClick={close} aria-label="Close this note">Close</button>
          </div>
        )}
      </div>
    </NotesContext>
  );
}
