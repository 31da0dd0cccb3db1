import { useId } from "react";

/** A passphrase that is typed unseen. */
export function PassphraseField({ label, isNew, value, onChange, hint }: { readonly label: string; readonly isNew: boolean; readonly value: string; readonly onChange: (value: string) => void; readonly hint: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="password" autoComplete={isNew ? "new-password" : "current-password"} value={value} onChange={({ target }) => onChange(target.value)} aria-describedby={`${id}-hint`} />
      <p id={`${id}-hint`} className="quiet">{hint}</p>
    </div>
  );
}
