import { useId, type ReactNode } from "react";

/** One of many, by the system's own list. */
export function SelectField({ label, value, onChange, children, note }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly children: ReactNode; readonly note?: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>{children}</select>
      {note !== undefined && <p className="quiet">{note}</p>}
    </div>
  );
}
