import { useEffect, useState } from "react";

/** Says what is going on once it takes longer than a moment; holds the place so that nothing jumps. */
export function Waiting({ children, height = 240 }: { readonly children: string; readonly height?: number }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return <p className="waiting quiet" style={{ minHeight: height }} aria-live="polite">{isLong ? children : ""}</p>;
}

/** What went wrong and what to do, without alarm. */
export function Trouble({ error, onAgain }: { readonly error: Error; readonly onAgain?: () => void }) {
  return (
    <div className="trouble" role="alert">
      <p>{error.message}</p>
      {onAgain && <button type="button" onClick={onAgain}>Try again</button>}
    </div>
  );
}
