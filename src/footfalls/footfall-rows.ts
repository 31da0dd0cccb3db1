import { bases, gaits, type Footfalls, type SpreadColumn } from "../domain/index.ts";
import { deviceOscillationError, deviceSlopeError, deviceSpeedError, gravity, walkingOscillationShare } from "../literature/index.ts";
import { spreadColumn } from "../numerics/index.ts";
import { runningGaitCode } from "./gait.ts";
import { footfallMethodRegistry } from "./methods.ts";
import { newTiming, type MethodContext, type Moment, type Timing } from "./moment.ts";
import type { Motion } from "./motion.ts";

const walk = gaits.indexOf("walk");
const measured = bases.indexOf("measured");
const reconstructed = bases.indexOf("reconstructed");
const assumed = bases.indexOf("assumed");

interface ColumnStore {
  readonly value: Float64Array;
  readonly spread: Float64Array;
  readonly basis: Uint8Array;
}

function emptyColumn(capacity: number): ColumnStore {
  return { value: new Float64Array(capacity), spread: new Float64Array(capacity), basis: new Uint8Array(capacity) };
}

/** Growing store of footfalls; writes one row at a time, cut to size at the end. */
export class FootfallRows {
  private count = 0;
  private readonly timing: Timing = newTiming();
  private readonly moment: Moment = { speed: NaN, slope: NaN, stepRate: NaN, groundContactTime: NaN };
  private readonly capacity: number;
  private readonly time: Float64Array;
  private readonly foot: Uint8Array;
  private readonly gait: Uint8Array;
  private readonly method: Uint8Array;
  private readonly columns: Record<"speed" | "slope" | "stepRate" | "groundContactTime" | "flightTime" | "verticalOscillation", ColumnStore>;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.time = new Float64Array(capacity);
    this.foot = new Uint8Array(capacity);
    this.gait = new Uint8Array(capacity);
    this.method = new Uint8Array(capacity);
    this.columns = {
      speed: emptyColumn(capacity), slope: emptyColumn(capacity), stepRate: emptyColumn(capacity),
      groundContactTime: emptyColumn(capacity), flightTime: emptyColumn(capacity), verticalOscillation: emptyColumn(capacity),
    };
  }

  add(motion: Motion, index: number, share: number, context: MethodContext, isLeft: boolean): void {
    if (this.count >= this.capacity) return;
    const isWalking = motion.isWalking[index] === 1;
    const { timing, moment } = this;
    moment.speed = between(motion.speed, index, share);
    moment.slope = between(motion.slope, index, share);
    moment.stepRate = between(motion.stepRate, index, share);
    moment.groundContactTime = between(motion.groundContactTime, index, share);
    // The registry stands in the order of the domain's list, so that its index is the method's code.
    let chosen = 0;
    while (chosen < footfallMethodRegistry.length && !footfallMethodRegistry[chosen]!.applies(moment, isWalking)) chosen++;
    const method = footfallMethodRegistry[chosen];
    if (!method) return;
    method.estimate(moment, context, timing);

    const leftShare = between(motion.leftShare, index, share);
    const knowsFeet = leftShare > 0 && timing.groundContactTimeIsMeasured;
    const contact = timing.groundContactTime * (knowsFeet ? 2 * (isLeft ? leftShare : 1 - leftShare) : 1);
    const stepTime = 1 / timing.stepRate;
    // A running foot leaves before the other lands: a contact as long as the step or longer is measurement error.
    const groundContactTime = isWalking ? Math.max(contact, 1.005 * stepTime) : Math.min(contact, 0.985 * stepTime);
    const row = this.count++;
    this.time[row] = motion.time[index]! + share * (motion.time[index + 1]! - motion.time[index]!);
    this.foot[row] = knowsFeet ? (isLeft ? 1 : 2) : 0;
    this.gait[row] = isWalking ? walk : runningGaitCode(moment.speed);
    this.method[row] = chosen;
    this.writeRow(row, motion, moment, timing, groundContactTime, between(motion.verticalOscillation, index, share), isWalking, context.body.legLength);
  }

  private writeRow(row: number, motion: Motion, moment: Moment, timing: Timing, contact: number, oscillation: number, isWalking: boolean, legLength: number): void {
    const { columns } = this;
    const stepTime = 1 / timing.stepRate;
    const speedSpread = motion.speedIsGuessed ? 0.15 : deviceSpeedError.value;
    write(columns.speed, row, moment.speed, speedSpread, motion.speedIsGuessed ? assumed : measured);
    write(columns.slope, row, moment.slope, motion.slopeIsMeasured ? deviceSlopeError.value : 0.02, motion.slopeIsMeasured ? measured : assumed);
    const rateBasis = timing.stepRateIsMeasured ? measured : reconstructed;
    write(columns.stepRate, row, timing.stepRate, timing.stepRateSpread, rateBasis);
    const contactBasis = timing.groundContactTimeIsMeasured ? measured : reconstructed;
    write(columns.groundContactTime, row, contact, timing.groundContactTimeSpread, contactBasis);
    const contactError = contact * timing.groundContactTimeSpread;
    write(columns.flightTime, row, stepTime - contact, Math.sqrt((stepTime * timing.stepRateSpread) ** 2 + contactError ** 2), reconstructed);
    if (oscillation > 0) write(columns.verticalOscillation, row, oscillation, deviceOscillationError.value, measured);
    else {
      const spread = Math.sqrt(0.06 ** 2 + (2 * timing.stepRateSpread) ** 2 + (0.5 * timing.groundContactTimeSpread) ** 2);
      write(columns.verticalOscillation, row, isWalking ? walkingOscillation(moment.speed * stepTime, legLength) : runningOscillation(contact, stepTime), spread, reconstructed);
    }
  }

  /** The rows written so far; what follows from other columns is worked out when it is asked for. */
  finish(): Footfalls {
    const length = this.count;
    const cut = ({ value, spread, basis }: ColumnStore, isRelative: boolean): SpreadColumn => spreadColumn(value.subarray(0, length), spread.subarray(0, length), isRelative, basis.subarray(0, length));
    const { columns } = this;
    const [speed, stepRate, groundContactTime] = [cut(columns.speed, true), cut(columns.stepRate, true), cut(columns.groundContactTime, true)];
    let stepLength: SpreadColumn | undefined;
    let dutyFactor: SpreadColumn | undefined;
    return {
      length, time: this.time.subarray(0, length), foot: this.foot.subarray(0, length), gait: this.gait.subarray(0, length), method: this.method.subarray(0, length),
      speed, stepRate, groundContactTime,
      slope: cut(columns.slope, false), flightTime: cut(columns.flightTime, false), verticalOscillation: cut(columns.verticalOscillation, true),
      get stepLength() {
        return (stepLength ??= combined(speed, stepRate, (pace, rate) => pace / rate, speed.basis.map(() => reconstructed)));
      },
      get dutyFactor() {
        return (dutyFactor ??= combined(groundContactTime, stepRate, (contact, rate) => (contact * rate) / 2, groundContactTime.basis));
      },
    };
  }
}

/** A column from two others whose relative errors are independent. */
function combined(one: SpreadColumn, other: SpreadColumn, combine: (one: number, other: number) => number, basis: Uint8Array): SpreadColumn {
  const value = one.value.map((mine, row) => combine(mine, other.value[row]!));
  const spread = one.spread.map((mine, row) => Math.sqrt(mine ** 2 + other.spread[row]! ** 2));
  return spreadColumn(value, spread, true, basis);
}

/** Value between two records; the known one where the other is a gap. */
export function between(values: Float64Array, index: number, share: number): number {
  const before = values[index]!;
  const after = values[index + 1]!;
  if (after !== after) return before;
  if (before !== before) return after;
  return before + share * (after - before);
}

function write(column: ColumnStore, row: number, value: number, spread: number, basis: number): void {
  column.value[row] = value;
  column.spread[row] = spread;
  column.basis[row] = basis;
}

/** Rise and fall of the centre of mass in a running step [m]: drop in a sine-wave contact (Morin 2005, eq. 6) and free flight. */
export function runningOscillation(contact: number, stepTime: number): number {
  const flight = Math.max(0, stepTime - contact);
  const peak = (Math.PI / 2) * (stepTime / contact) * gravity;
  return (peak * contact * contact) / (Math.PI * Math.PI) - (gravity * contact * contact) / 8 + (gravity * flight * flight) / 8;
}

/** Rise and fall in a walking step [m]: an inverted pendulum, flattened by knee and pelvis. */
function walkingOscillation(stepLength: number, legLength: number): number {
  const half = Math.min(stepLength / 2, 0.9 * legLength);
  return walkingOscillationShare.value * (legLength - Math.sqrt(legLength * legLength - half * half));
}
