import { expect, it } from "vitest";
import { conditionName, conditionWords } from "./condition-words.ts";

it("write a condition as a runner would, each with its unit", () => {
  expect(conditionWords({ speed: 10 / 3, stepRate: 2.8, groundContactTime: 0.2444, slope: -0.05, mass: 70, height: 1.755, trunkLeanDegrees: -3, shoeStiffnessNewtonsPerMillimetre: 95, shoeDistanceKilometres: 400, surface: "grass", footStrike: "forefoot" })).toEqual([
    "speed 12 km/h (5:00 /km)", "step rate 168 steps/min", "contact time 244.4 ms", "slope 5 % downhill", "weight 70 kg", "height 175.5 cm", "trunk lean 3° back",
    "shoe stiffness 95 N/mm", "run in the shoe 400 km", "ground grass", "foot strike forefoot",
  ]);
  expect(conditionWords({})).toEqual([]);
});

it("call a part by its name in words", () => {
  expect(conditionName("shoeDistanceKilometres")).toBe("run in the shoe");
});
