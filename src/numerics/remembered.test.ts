import { expect, it } from "vitest";
import { remembered } from "./index.ts";

it("makes once what is asked again, and forgets what was longest unused", () => {
  const made: number[] = [];
  const squared = remembered(2, String, (input: number) => {
    made.push(input);
    return input * input;
  });
  expect([2, 3, 2, 4, 2, 3].map(squared)).toEqual([4, 9, 4, 16, 4, 9]);
  expect(made).toEqual([2, 3, 4, 3]);
});
