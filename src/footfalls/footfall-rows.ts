import { bases, gaits, type BandedColumn, type Footfalls } from "../domain/index.ts";
import { deviceOscillationError, deviceSlopeError, deviceSpeedError, gravity, walkingOscillationShare } from "../literature/index.ts";
import { ninetyPercent } from "../numerics/index.ts";
import { footfallMethodRegistry } from "./methods.ts";
import { newTiming, type MethodContext, type Moment, type Timing } from "./moment.ts";
import type { Motion } from "./motion.ts";

const [walk, jog, run, sprint] = [gaits.indexOf("walk"), gaits.indexOf("jog"), gaits.indexOf("run"), gaits.indexOf("sprint")] as const;
const measured = bases.indexOf("measured");
const reconstructed = bases.indexOf("reconstructed");
const assumed = bases.indexOf("assumed");

function emptyColumn(capacity: number): BandedColumn {
  return { value: new Float64Array(capacity), low: new Float64Array(capacity), high: new Float64Array(capacity), basis: new Uint8Array(capacity) };
}

/** Growing store of footfalls; writes one row at a time, cut to size at the end. */
export class FootfallRows {
  private count = 0;
  private readonly timing: Timing = newTiming();
  private readonly capacity: number;
  private readonly time: Float64Array;
  private readonly foot: Uint8Array;
  private readonly gait: Uint8Array;
  private readonly method: Uint8Array;
  private readonly columns: Record<"speed" | "slope" | "stepRate" | "groundContactTime" | "flightTime" | "verticalOscillation", BandedColumn>;

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
    const moment: Moment = {
      speed: between(motion.speed, index, share), slope: between(motion.slope, index, share),
      stepRate: between(motion.stepRate, index, share), groundContactTime: between(motion.groundContactTime, index, share),
    };
    // The registry stands in the order of the domain's list, so that its index is the method's code.
    let chosen = 0;
    while (chosen < footfallMethodRegistry.length && !footfallMethodRegistry[chosen]!.applies(moment, isWalking)) chosen++;
    const method = footfallMethodRegistry[chosen];
    if (!method) return;
    const { timing } = this;
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
    this.gait[row] = isWalking ? walk : moment.speed < 2.5 ? jog : moment.speed > 7 ? sprint : run;
    this.method[row] = chosen;
    this.write(row, motion, moment, timing, groundContactTime, between(motion.verticalOscillation, index, share), isWalking, context.body.legLength);
  }

  private write(row: number, motion: Motion, moment: Moment, timing: Timing, contact: number, oscillation: number, isWalking: boolean, legLength: number): void {
    const { columns } = this;
    const stepTime = 1 / timing.stepRate;
    const speedSpread = motion.speedIsGuessed ? 0.15 : deviceSpeedError.value;
    writeRelative(columns.speed, row, moment.speed, speedSpread, motion.speedIsGuessed ? assumed : measured);
    writeAbsolute(columns.slope, row, moment.slope, motion.slopeIsMeasured ? deviceSlopeError.value : 0.02, motion.slopeIsMeasured ? measured : assumed);
    const rateBasis = timing.stepRateIsMeasured ? measured : reconstructed;
    writeRelative(columns.stepRate, row, timing.stepRate, timing.stepRateSpread, rateBasis);
    const contactBasis = timing.groundContactTimeIsMeasured ? measured : reconstructed;
    writeRelative(columns.groundContactTime, row, contact, timing.groundContactTimeSpread, contactBasis);
    const contactError = contact * timing.groundContactTimeSpread;
    writeAbsolute(columns.flightTime, row, stepTime - contact, Math.sqrt((stepTime * timing.stepRateSpread) ** 2 + contactError ** 2), reconstructed);
    if (oscillation > 0) writeRelative(columns.verticalOscillation, row, oscillation, deviceOscillationError.value, measured);
    else {
      const spread = Math.sqrt(0.06 ** 2 + (2 * timing.stepRateSpread) ** 2 + (0.5 * timing.groundContactTimeSpread) ** 2);
      writeRelative(columns.verticalOscillation, row, isWalking ? walkingOscillation(moment.speed * stepTime, legLength) : runningOscillation(contact, stepTime), spread, reconstructed);
    }
  }

  /** The rows written so far; what follows from other columns is worked out when it is asked for. */
  finish(): Footfalls {
    const length = this.count;
    const cut = (column: BandedColumn): BandedColumn => ({
      value: column.value.subarray(0, length), low: column.low.subarray(0, length), high: column.high.subarray(0, length), basis: column.basis.subarray(0, length),
    });
    const [speed, stepRate, groundContactTime] = [cut(this.columns.speed), cut(this.columns.stepRate), cut(this.columns.groundContactTime)];
    let stepLength: BandedColumn | undefined;
    let dutyFactor: BandedColumn | undefined;
    return {
      length, time: this.time.subarray(0, length), foot: this.foot.subarray(0, length), gait: this.gait.subarray(0, length), method: this.method.subarray(0, length),
      speed, slope: cut(this.columns.slope), stepRate, groundContactTime, flightTime: cut(this.columns.flightTime), verticalOscillation: cut(this.columns.verticalOscillation),
      get stepLength() {
        return (stepLength ??= combined(speed, stepRate, (pace, rate) => pace / rate, () => reconstructed));
      },
      get dutyFactor() {
        return (dutyFactor ??= combined(groundContactTime, stepRate, (contact, rate) => (contact * rate) / 2, (row) => groundContactTime.basis[row]!));
      },
    };
  }
}

/** A column from two others whose relative errors are independent. */
function combined(one: BandedColumn, other: BandedColumn, combine: (one: number, other: number) => number, basisAt: (row: number) => number): BandedColumn {
  const column = emptyColumn(one.value.length);
  for (let row = 0; row < column.value.length; row++) {
    const spread = Math.sqrt(Math.log(one.high[row]! / one.value[row]!) ** 2 + Math.log(other.high[row]! / other.value[row]!) ** 2) / ninetyPercent;
    writeRelative(column, row, combine(one.value[row]!, other.value[row]!), spread, basisAt(row));
  }
  return column;
}

/** Value between two records; the known one where the other is a gap. */
export function between(values: Float64Array, index: number, share: number): number {
  const before = values[index]!;
  const after = values[index + 1]!;
  if (after !== after) return before;
  if (before !== before) return after;
  return before + share * (after - before);
}

function writeRelative(column: BandedColumn, row: number, value: number, spread: number, basis: number): void {
  const factor = Math.exp(ninetyPercent * spread);
  column.value[row] = value;
  column.low[row] = value / factor;
  column.high[row] = value * factor;
  column.basis[row] = basis;
}

function writeAbsolute(column: BandedColumn, row: number, value: number, spread: number, basis: number): void {
  column.value[row] = value;
  column.low[row] = value - ninetyPercent * spread;
  column.high[row] = value + ninetyPercent * spread;
  column.basis[row] = basis;
}

/** Rise and fall of the centre of mass in a running step [m]: drop in a sine-wave contact (Morin 2005, eq. 6) and free flight. */
function runningOscillation(contact: number, stepTime: number): number {
  const flight = Math.max(0, stepTime - contact);
  const peak = (Math.PI / 2) * (stepTime / contact) * gravity;
  return (peak * contact * contact) / (Math.PI * Math.PI) - (gravity * contact * contact) / 8 + (gravity * flight * flight) / 8;
}

/** Rise and fall in a walking step [m]: an inverted pendulum, flattened by knee and pelvis. */
function walkingOscillation(stepLength: number, legLength: number): number {
  const half = Math.min(stepLength / 2, 0.9 * legLength);
  return walkingOscillationShare.value * (legLength - Math.sqrt(legLength * legLength - half * half));
}
