// Draws docs/body.svg, the README's picture: one simulated footfall, told by what the command prints for the same options.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";

build();
const { bodyPicture, discLevels, simulateFootfall } = await import("../dist/src/index.js");

const trunkLeanDegrees = 8;
const { peakVerticalForce, compression } = simulateFootfall({ speed: 12 / 3.6, stepRate: 172 / 60, mass: 68, height: 1.78, trunkLeanDegrees });
const { svg } = bodyPicture({ size: "large", trunkLeanDegrees, peakVerticalForce, discs: discLevels.map((level) => ({ level, peakCompression: compression[level] })) });
// Its own paper, so that it reads on a dark page too.
const onPaper = svg.replace(/(<svg[^>]*>)/, '$1<rect width="100%" height="100%" fill="#fbf9f6"/>');
writeFileSync(fileURLToPath(new URL("../docs/body.svg", import.meta.url)), `${onPaper}\n`);
