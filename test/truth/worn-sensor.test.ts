import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { wornShockGain } from "../../src/literature/index.ts";
import { centralParameters } from "../../src/shock/chain/chain-parameters.ts";
import { peakOf, transmitAccelerations } from "../../src/shock/chain/transmit-force.ts";
import { sineWave } from "../../src/shock/index.ts";
import { describeWithData, numericRows, openData } from "./open-data.ts";

/** One runner's force and the readings of two axes of a sensor over the sacrum, measured together (alcantara-2022). */
const folder = "biomech/alcantarar__Recurrent_GRF_Prediction/data";
const sampleRate = 500;
const onset = 0.1;

/** A level trial: its mean step's force, and the mean over its steps of the sensor's largest vector. */
interface Trial {
  readonly speed: number;
  readonly mass: number;
  readonly height: number;
  readonly force: Float64Array;
  readonly lateStanceGain: number;
  readonly largestVector: number;
}

function levelTrials(): Trial[] {
  const rows = (name: string): number[][] => readFileSync(`${openData}/${folder}/${name}`, "utf8").trim().split("\n").map((line) => line.split(",").map(Number));
  const [forces, readings] = [rows("GRF_one_sub.csv"), rows("Accelerometer_one_sub.csv")];
  return numericRows(`${folder}/Sub_Info_one_sub.csv`).flatMap((info, index) => {
    const [force, reading] = [forces[index] ?? [], readings[index] ?? []];
    if (info.get("Slope") !== 0) return [];
    const along = reading.slice(0, force.length);
    const across = reading.slice(force.length);
    const starts = force.flatMap((value, at) => (at > 0 && value > onset && (force[at - 1] ?? 0) <= onset ? [at] : []));
    const steps = starts.slice(1).map((end, step) => ({ start: starts[step] ?? 0, end }));
    const length = Math.round(mean(steps.map(({ start, end }) => end - start)));
    const meanStep = (values: readonly number[]): Float64Array => Float64Array.from({ length }, (_, sample) => mean(steps.map(({ start, end }) => at(values, start + (sample * (end - start)) / length))));
    const [wave, meanAlong] = [meanStep(force), meanStep(along)];
    const late = [...wave.keys()].filter((sample) => sample >= 0.09 * sampleRate && (wave[sample] ?? 0) > onset);
    return [{
      speed: info.get("Speed") ?? NaN, mass: info.get("Mass") ?? NaN, height: (info.get("Height") ?? NaN) / 100, force: wave,
      lateStanceGain: mean(late.map((sample) => meanAlong[sample] ?? NaN)) / mean(late.map((sample) => wave[sample] ?? NaN)),
      largestVector: mean(steps.map(({ start, end }) => Math.max(...along.slice(start, end).map((value, sample) => Math.hypot(value, across[start + sample] ?? NaN))))),
    }];
  });
}

/** The model's largest reading from the measured force, for a gain of the shock. */
function modelled({ speed, mass, height, force }: Trial, gain: number): number {
  const legLength = 0.53 * height;
  const contact = force.filter((value) => value > onset).length / sampleRate;
  const { legCompression } = sineWave(mass, contact, force.length / sampleRate - contact, speed, legLength);
  const conditions = { mass, height, legLength, groundContactTime: contact, legCompression, trunkLeanDegrees: 7.2, lordosisDegrees: null, arrival: { speed: 1.2, halfWidth: 0.03, impulse: 0.01 } };
  return peakOf(transmitAccelerations(force, sampleRate, conditions, { ...centralParameters, wornShockGain: gain }).wornSacralAccelerationG);
}

describeWithData(`${folder}/Accelerometer_one_sub.csv`, "a sensor worn over the sacrum (alcantara-2022, level trials: a calibration)", () => {
  const trials = levelTrials();

  it("reads the force late in stance, where no shock is left: its gain is not what makes the shock large", () => {
    expect(trials).toHaveLength(4);
    for (const { lateStanceGain } of trials) expect(lateStanceGain).toBeCloseTo(1.05, 1);
  });

  it("shows the shock times the gain that fits its largest vectors best", () => {
    const misfit = (gain: number): number => trials.reduce((sum, trial) => sum + Math.log(modelled(trial, gain) / trial.largestVector) ** 2, 0);
    const gains = Array.from({ length: 251 }, (_, index) => 1.5 + index / 100);
    const best = gains.reduce((least, gain) => (misfit(gain) < misfit(least) ? gain : least));
    expect(best).toBeCloseTo(wornShockGain.value, 1);
  });
});

function at(values: readonly number[], place: number): number {
  const below = Math.floor(place);
  const here = values[below] ?? NaN;
  return here + (place - below) * ((values[below + 1] ?? here) - here);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
