/** The runner's body, as far as told; null is "not told" and the model says what it assumed instead. */
export interface Runner {
  /** Body mass [kg]. */
  readonly mass: number | null;
  /** Standing height [m]. */
  readonly height: number | null;
  readonly sex: "female" | "male" | null;
  readonly birthYear: number | null;
}

/** The body the model computes with: what was told, completed by stated assumptions. */
export interface Body {
  /** Body mass [kg]. */
  readonly mass: number;
  /** Standing height [m]. */
  readonly height: number;
  readonly sex: "female" | "male" | null;
  /** Leg length, hip joint to ground [m]. */
  readonly legLength: number;
  /** Names of the fields that were assumed, not told. */
  readonly assumed: readonly ("mass" | "height" | "sex")[];
}
