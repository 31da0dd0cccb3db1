/** Maps → the surface under each stretch of a run. */
export { indexMap, type IndexedMap, type IndexLimits, type IndexStep } from "./index/index-map.ts";
export { matchSurfaces, surfaceMatchVersion, type MapIndex, type MapStretch, type SurfaceMatch } from "./match-surfaces.ts";
export { unknownReasons, type UnknownReason } from "./match/surface-at-points.ts";
export type { ByteSource, Inflate } from "./pbf/file-blocks.ts";
