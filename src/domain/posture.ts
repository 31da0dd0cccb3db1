/** How the trunk is held while running; null where not told. */
export interface Posture {
  /** Trunk to vertical, forward positive [degrees]. */
  readonly trunkLeanDegrees: number | null;
  /** Standing lumbar lordosis, L1 to S1 [degrees]. */
  readonly lordosisDegrees: number | null;
}
