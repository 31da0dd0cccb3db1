/** A drawing and its twin in words: the same content for a screen reader, a copy and a search. */
export interface Picture {
  /** A whole `<svg>` element. Colours stand as attributes for print and as classes (`ff-…`) for a theme. */
  readonly svg: string;
  readonly text: string;
}

/** A picture as a function of what it shows: the same input always gives the same text. */
export type Chart<Input> = (input: Input) => Picture;
