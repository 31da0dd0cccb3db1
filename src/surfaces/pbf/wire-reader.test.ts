import { describe, expect, it } from "vitest";
import { Message } from "../../../bench/osm-pbf-writer.ts";
import { WireError, WireReader } from "./wire-reader.ts";

const of = (...bytes: readonly number[]): WireReader => new WireReader(Uint8Array.from(bytes));

describe("a wire reader", () => {
  it("reads the encoding's own examples", () => {
    expect(of(0x96, 0x01).unsigned()).toBe(150);
    expect([of(0).folded(), of(1).folded(), of(2).folded(), of(0xfe, 0xff, 0xff, 0xff, 0x0f).folded(), of(0xff, 0xff, 0xff, 0xff, 0x0f).folded()]).toEqual([0, -1, 1, 2147483647, -2147483648]);
    expect(of(0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01).integer()).toBe(-2);
  });

  it("gives back what was written, up to 2^52, at every length", () => {
    for (let power = 0; power <= 52; power++) {
      for (const value of [2 ** power, 2 ** power - 1, -(2 ** power), 1 - 2 ** power]) {
        const message = new Message();
        message.folded(value);
        // Padding after it takes the short way through the bytes, none the long one.
        for (const bytes of [message.written(), Buffer.concat([message.written(), Buffer.alloc(4)])]) expect(new WireReader(bytes).folded()).toBe(value + 0);
        if (value < 0) continue;
        const plain = new Message();
        plain.varint(value);
        expect([new WireReader(plain.written()).unsigned(), new WireReader(plain.written()).integer()]).toEqual([value, value]);
      }
    }
  });

  it("stays within its bytes, whatever they claim", () => {
    const claims: readonly (readonly number[])[] = [[0x80], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], []];
    for (const bytes of claims) expect(() => of(...bytes).unsigned()).toThrow(WireError);
    for (const bytes of claims) expect(() => of(...bytes).folded()).toThrow(WireError);
    for (const bytes of [[0x0a, 0x7f, 1], [0x09, 1, 2], [0x0d, 1], [0x0b], [0x00]]) {
      expect(() => {
        const reader = of(...bytes);
        reader.field();
        reader.skip();
      }).toThrow(WireError);
    }
    expect(() => new WireReader(Uint8Array.of(0x80, 1), 0, 1).unsigned()).toThrow(WireError);
  });
});
