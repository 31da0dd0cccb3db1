import type { Refusal, RefusalCode } from "../domain/index.ts";

/** Ends the reading of a map: nothing of it is kept, since a map with holes would mislead. */
export class MapRefusal extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, message: string, where: string | null = null) {
    super(message);
    this.name = "MapRefusal";
    this.refusal = { code, message, where };
  }
}

/** The bytes at some place cannot be what they claim to be. */
export function damagedAt(byte: number, what: string): MapRefusal {
  return new MapRefusal("damaged", `${what}; the file is damaged or was cut short, download it again`, `byte ${byte}`);
}
