/** A remark on good data: what was lost, settled or doubted. */
export interface Notice {
  /** Kebab-case, stable for scripts, for example `truncated`. */
  readonly code: string;
  readonly message: string;
}

/** Why an input, or a part of one, was not taken. */
export type RefusalCode = "not-a-run" | "not-a-recording" | "damaged" | "unsupported" | "no-time" | "empty" | "too-large" | "unreadable" | "unknown-format";

/** A part of a file that was not taken: what was wrong, where, and what to do. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** Byte, line, record or session the trouble was found at, for example `byte 771`; null where it is the whole file. */
  readonly where: string | null;
}

/** What reading one file gave: recordings that can be analysed and refusals; never both empty. */
export interface Reading<Taken> {
  readonly recordings: readonly Taken[];
  readonly refusals: readonly Refusal[];
}
