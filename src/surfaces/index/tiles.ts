/** Edge of a tile [degrees]: about a kilometre. */
const tileDegrees = 0.01;
const tilesAround = 360 / tileDegrees;

/** Places are kept to a millionth of a degree, about a decimetre. */
export const microDegrees = 1e6;
export const tileMicroDegrees = tileDegrees * microDegrees;

/** Number of the tile that holds a place [1e-6 degrees]. */
export function tileAt(latitude: number, longitude: number): number {
  return Math.floor((latitude + 90 * microDegrees) / tileMicroDegrees) * tilesAround + Math.floor((longitude + 180 * microDegrees) / tileMicroDegrees);
}

/** South-west corner of a tile [1e-6 degrees]. */
export function tileCorner(tile: number): { readonly latitude: number; readonly longitude: number } {
  return {
    latitude: Math.floor(tile / tilesAround) * tileMicroDegrees - 90 * microDegrees,
    longitude: (tile % tilesAround) * tileMicroDegrees - 180 * microDegrees,
  };
}

/** Tiles that a box [1e-6 degrees] touches, calling `take` with each. */
export function eachTileOf(south: number, west: number, north: number, east: number, take: (tile: number) => void): void {
  const first = tileAt(south, west);
  const rows = Math.floor(tileAt(north, west) / tilesAround) - Math.floor(first / tilesAround);
  const columns = tileAt(south, east) - first;
  for (let row = 0; row <= rows; row++) for (let column = 0; column <= columns; column++) take(first + row * tilesAround + column);
}
