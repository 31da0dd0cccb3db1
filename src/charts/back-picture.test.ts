import { expect, test } from "vitest";
import { backPicture } from "./back-picture.ts";
import { backFigure } from "./drawing/back-figure.ts";

test("the left of the picture is the runner's left, and every place is large enough for a finger", () => {
  const { width, places } = backFigure();
  for (const { side, middle, box, name } of places.filter(({ region }) => region !== "elsewhere")) {
    expect(Math.sign(middle.x - width / 2), name).toBe(side === "left" ? -1 : side === "right" ? 1 : 0);
    expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
  }
  expect(new Set(places.map(({ name }) => name)).size).toBe(12);
});

test("pain that was not placed lies over the lower back as a whole, with its figure beside it", () => {
  const picture = backPicture({ size: "large", pains: [{ region: "somewhere-in-back", side: "middle", painRating: 4 }] });
  expect(picture.text).toBe("Pain, of 10: 4 somewhere in the back.");
  expect(picture.svg).toContain(`d="${backFigure().unplaced.outline}" class="ff-pain-1 ff-pain-unplaced"`);
  expect(picture.svg).toMatch(/>somewhere<\/text><text[^>]*>4<\/text>/);
});

test("says the worst place first, and no pain where none was marked", () => {
  expect(backPicture({ size: "small", pains: [{ region: "middle-lumbar", side: "left", painRating: 2 }, { region: "leg-below-knee", side: "right", painRating: 5 }] }).text).toBe("Pain, of 10: 5 right leg below the knee; 2 at the waist, left.");
  expect(backPicture({ size: "small", pains: [] }).text).toBe("No pain.");
});
