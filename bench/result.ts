/** One line of the bench: our figure, the peer's in the same run, and their ratio, above 1 where we are ahead. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string | null;
  readonly peerValue: number | null;
  readonly ratio: number | null;
}
