import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bodyPicture, discLevels, simulateFootfall } from "../../src/index.ts";

const file = fileURLToPath(new URL("../../docs/body.svg", import.meta.url));

test("the README's picture is what the program draws", () => {
  const trunkLeanDegrees = 8;
  const { peakVerticalForce, compression } = simulateFootfall({ speed: 12 / 3.6, stepRate: 172 / 60, mass: 68, height: 1.78, trunkLeanDegrees });
  const { svg } = bodyPicture({ size: "large", trunkLeanDegrees, peakVerticalForce, discs: discLevels.map((level) => ({ level, peakCompression: compression[level] })) });
  // Its own paper, so that it reads on a dark page too.
  const onPaper = `${svg.replace(/(<svg[^>]*>)/, '$1<rect width="100%" height="100%" fill="#fbf9f6"/>')}\n`;
  if (process.env["UPDATE_DOCS"]) writeFileSync(file, onPaper);
  expect(readFileSync(file, "utf8") === onPaper, "run UPDATE_DOCS=1 npx vitest run test/contracts/readme-picture.test.ts").toBe(true);
});
