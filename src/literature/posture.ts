import type { Figure } from "./figure.ts";

/** What one camera from the side says of a runner's angle against laboratory markers: root mean square error [degrees]. */
export const oneCameraAngleError = {
  value: 5.4, low: 4, high: 7, unit: "degree", source: "van-hooren-2023",
  where: "hip, OpenPose: 5.9° at 2.8 m/s and 5.0° at 3.3 m/s (knee 7.5–7.8°, ankle 5.7°), after constant offsets were taken out; the trunk was not told", population: "recreational runners on a treadmill", evidence: "S",
} as const satisfies Figure;

/** Error of a joint's centre marked by hand, each way, as a share of the trunk's length [1]. */
export const handMarkingError = {
  value: 0.025, low: 0.01, high: 0.05, unit: "1", source: null, where: "about 12 mm on a trunk of 50 cm: the joint lies under clothes and skin", population: "-", evidence: "A",
} as const satisfies Figure;

/** Tilt of a camera held level by eye, where no upright edge was marked: standard deviation [degrees]. */
export const cameraTiltByEye = {
  value: 2, low: 1, high: 4, unit: "degree", source: null, where: "a phone held or leaned, without a level", population: "-", evidence: "A",
} as const satisfies Figure;

/** Error of an end of an upright edge marked by hand, as a share of the picture's height [1]. */
export const edgeMarkingError = {
  value: 0.002, low: 0.001, high: 0.004, unit: "1", source: null, where: "about 2 px of 1080", population: "-", evidence: "A",
} as const satisfies Figure;

/** How much a told lean may be off where nobody says how it was measured: standard deviation [degrees]. */
export const toldLeanError = {
  value: 3, low: 2, high: 5, unit: "degree", source: null, where: "between a laboratory's 1–2° and one camera's 5°", population: "-", evidence: "A",
} as const satisfies Figure;

/** Standing lumbar curve read with a phone on the skin, sacrum to thoracolumbar junction [degrees]. */
export const surfaceLordosisOfAdults = {
  value: 31.6, low: 15.1, high: 48, unit: "degree", source: "koumantakis-2016", where: "Table 2: 31.6 ± 10.0° (men 28.4 ± 7.2°, women 34.2°); 32–33° in salamh-kolber-2014", population: "183 adults without back pain", evidence: "S",
} as const satisfies Figure;

/** Error of such a reading on oneself: standard deviation [degrees]. */
export const selfReadingError = {
  value: 6, low: 3, high: 9, unit: "degree", source: "salamh-kolber-2014", where: "smallest change seen with 90 % certainty 7°, so 3° in trained hands; twice that assumed for one's own back", population: "30 adults without back pain", evidence: "D",
} as const satisfies Figure;

/** How far the curve of the bones differs from that of the skin beyond the difference of their means: standard deviation [degrees]. */
export const skinToBoneSpread = {
  value: 9, low: 6, high: 12, unit: "degree", source: null, where: "both vary by 10–11° between people and agree only in part", population: "-", evidence: "A",
} as const satisfies Figure;
