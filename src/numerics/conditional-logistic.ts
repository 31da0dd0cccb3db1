import { factorCholesky, solveCholesky } from "./cholesky.ts";

/** Rows compared with one another alone: what sets apart the cases from the rest of their own set. */
export interface MatchedSet {
  /** Covariates, row-major, the cases' rows first. */
  readonly rows: Float64Array;
  /** How many of the rows are cases; a set that is all cases or none tells nothing. */
  readonly cases: number;
}

/** A log odds ratio with its 95 % profile-likelihood interval; an end is infinite where the data do not bound it. */
export interface ProfiledEffect {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ConditionalLogisticFit {
  /** Log odds ratio per unit of each covariate; ±∞ where cases and controls are separated, NaN where no set varies. */
  readonly effects: Float64Array;
  readonly standardErrors: Float64Array;
  readonly logLikelihood: number;
  /** Log likelihood where every odds ratio is one. */
  readonly nullLogLikelihood: number;
}

/** Half the 95 % quantile of chi-square with one degree of freedom: how far the log likelihood may fall within the interval. */
const profileDrop = 1.920729410347062;
/** A covariate whose span moves the log odds by more than this is taken as separating. */
const separated = 18;

/**
 * Conditional logistic regression, exact for any number of cases in a set:
 * L(β) = Π over sets of exp(β·Σ x over cases) ÷ Σ over all choices of as many rows of exp(β·Σ x over the choice).
 * The sum over choices is built up row by row (Gail, Lubin & Rubinstein 1981). Newton's steps, halved where they overshoot.
 */
export function conditionalLogistic(sets: readonly MatchedSet[], columns: number): ConditionalLogisticFit {
  const problem = prepare(sets, columns);
  const isFree = problem.span.map((width) => (width > 0 ? 1 : 0));
  const { effects, at } = climb(problem, new Float64Array(columns), isFree);
  const standardErrors = new Float64Array(columns).fill(NaN);
  for (const column of standardErrors.keys()) standardErrors[column] = standardErrorOf(at.information, columns, isFree, column);
  return {
    effects: effects.map((effect, column) => (isFree[column] === 0 ? NaN : Math.abs(effect) * problem.span[column]! > separated ? Math.sign(effect) * Infinity : effect)),
    standardErrors, logLikelihood: at.logLikelihood, nullLogLikelihood: evaluate(problem, new Float64Array(columns)).logLikelihood,
  };
}

/** One covariate's log odds ratio with its profile-likelihood interval: right for few sets, and one-sided where cases are separated, which Wald's is not. */
export function profiledEffect(sets: readonly MatchedSet[], columns: number, column: number, fit = conditionalLogistic(sets, columns)): ProfiledEffect {
  const value = fit.effects[column] ?? NaN;
  if (Number.isNaN(value)) return { value, low: -Infinity, high: Infinity };
  const problem = prepare(sets, columns);
  const isFree = problem.span.map((width, index) => (width > 0 && index !== column ? 1 : 0));
  const furthest = separated / problem.span[column]!;
  const needed = fit.logLikelihood - profileDrop;
  const held = new Float64Array(columns);
  const profile = (effect: number): number => {
    const start = held.slice();
    start[column] = effect;
    return climb(problem, start, isFree).at.logLikelihood - needed;
  };
  const start = Math.max(-furthest, Math.min(furthest, value));
  return { value, low: value === -Infinity ? value : crossing(profile, start, -furthest), high: value === Infinity ? value : crossing(profile, start, furthest) };
}

/** Where the profile falls below zero between its top and an end; infinite where it never does. False position, the end that stays put halved (Illinois). */
function crossing(profile: (effect: number) => number, top: number, end: number): number {
  let [inside, outside] = [top, end];
  let [above, below] = [profile(top), profile(end)];
  if (below > 0) return Math.sign(end) * Infinity;
  // Near its top the profile is a parabola: its root is linear in the distance.
  const bent = (value: number): number => Math.sqrt(profileDrop) - Math.sqrt(Math.max(0, profileDrop - value));
  [above, below] = [bent(above), bent(below)];
  for (let round = 0; round < 60 && Math.abs(outside - inside) > 1e-7 * (1 + Math.abs(inside)); round++) {
    const between = inside + ((outside - inside) * above) / (above - below);
    const value = bent(profile(between));
    if (Math.abs(value) < 1e-9) return between;
    if (value > 0) [inside, above, below] = [between, value, below / 2];
    else [outside, below, above] = [between, value, above / 2];
  }
  return (inside + outside) / 2;
}

interface Problem {
  readonly sets: readonly MatchedSet[];
  readonly columns: number;
  /** Largest difference within any set, per covariate. */
  readonly span: Float64Array;
  readonly sums: ChoiceSums;
}

/** Room for one set at a time. Of the choices of 0, 1 … all cases among the rows so far: the sum of their odds, the same weighted with Σ x, and with Σ x Σ xᵀ. */
interface ChoiceSums {
  readonly logOdds: Float64Array;
  readonly odds: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function prepare(sets: readonly MatchedSet[], columns: number): Problem {
  const telling = sets.filter(({ rows, cases }) => cases > 0 && cases * columns < rows.length);
  const span = new Float64Array(columns);
  for (const { rows } of telling) {
    for (let column = 0; column < columns; column++) {
      let [least, most] = [Infinity, -Infinity];
      for (let index = column; index < rows.length; index += columns) {
        least = Math.min(least, rows[index]!);
        most = Math.max(most, rows[index]!);
      }
      span[column] = Math.max(span[column]!, most - least);
    }
  }
  const rows = telling.reduce((most, set) => Math.max(most, set.rows.length / columns), 0);
  const sizes = telling.reduce((most, { cases }) => Math.max(most, cases), 0) + 1;
  const sums = { logOdds: new Float64Array(rows), odds: new Float64Array(sizes), first: new Float64Array(sizes * columns), second: new Float64Array(sizes * columns * columns) };
  return { sets: telling, columns, span, sums };
}

interface Evaluation {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives, row-major. */
  readonly information: Float64Array;
}

/** Newton from a start over the free covariates, the others held. */
function climb(problem: Problem, start: Float64Array, isFree: Float64Array): { readonly effects: Float64Array; readonly at: Evaluation } {
  let effects = start;
  let at = evaluate(problem, effects);
  if (!isFree.includes(1)) return { effects, at };
  for (let round = 0; round < 40; round++) {
    const step = newtonStep(at, problem, isFree);
    let share = 1;
    let next = effects;
    let there = at;
    do {
      next = effects.map((effect, column) => effect + share * step[column]!);
      there = evaluate(problem, next);
      share /= 2;
    } while (!(there.logLikelihood >= at.logLikelihood) && share > 1e-6);
    const gain = there.logLikelihood - at.logLikelihood;
    if (!(gain > 0)) break;
    effects = next;
    at = there;
    const isSeparating = effects.some((effect, column) => isFree[column] === 1 && Math.abs(effect) * problem.span[column]! > 2 * separated);
    if (gain < 1e-11 || isSeparating) break;
  }
  return { effects, at };
}

function newtonStep({ gradient, information }: Evaluation, { columns, span }: Problem, isFree: Float64Array): Float64Array {
  const matrix = information.slice();
  const step = gradient.slice();
  for (let column = 0; column < columns; column++) {
    if (isFree[column] === 1) {
      matrix[column * columns + column]! += 1e-12 * span[column]! ** 2;
      continue;
    }
    for (let other = 0; other < columns; other++) matrix[column * columns + other] = matrix[other * columns + column] = 0;
    matrix[column * columns + column] = 1;
    step[column] = 0;
  }
  if (!factorCholesky(matrix, columns)) return step.map((slope, column) => (isFree[column] === 1 ? Math.sign(slope) / span[column]! : 0));
  solveCholesky(matrix, columns, step);
  // A step of more than a few log odds is the matrix running out of information, not knowledge.
  const longest = Math.max(...step.map((move, column) => Math.abs(move) * span[column]!));
  return longest > 4 ? step.map((move) => (4 * move) / longest) : step;
}

function standardErrorOf(information: Float64Array, columns: number, isFree: Float64Array, column: number): number {
  if (isFree[column] === 0) return NaN;
  const matrix = information.slice();
  for (let index = 0; index < columns; index++) if (isFree[index] === 0) matrix[index * columns + index] = 1;
  if (!factorCholesky(matrix, columns)) return Infinity;
  const unit = new Float64Array(columns);
  unit[column] = 1;
  return Math.sqrt(solveCholesky(matrix, columns, unit)[column]!);
}

function evaluate({ sets, columns, sums }: Problem, effects: Float64Array): Evaluation {
  const gradient = new Float64Array(columns);
  const information = new Float64Array(columns * columns);
  let logLikelihood = 0;
  for (const set of sets) logLikelihood += addSet(set, columns, sums, effects, gradient, information);
  return { logLikelihood, gradient, information };
}

/** Adds one set's share of gradient and information, and answers its log likelihood. */
function addSet({ rows, cases }: MatchedSet, columns: number, { logOdds, odds, first, second }: ChoiceSums, effects: Float64Array, gradient: Float64Array, information: Float64Array): number {
  const count = rows.length / columns;
  let largest = -Infinity;
  for (let row = 0; row < count; row++) {
    logOdds[row] = 0;
    for (let column = 0; column < columns; column++) logOdds[row]! += effects[column]! * rows[row * columns + column]!;
    largest = Math.max(largest, logOdds[row]!);
  }
  const square = columns * columns;
  odds.fill(0, 0, cases + 1);
  first.fill(0, 0, (cases + 1) * columns);
  second.fill(0, 0, (cases + 1) * square);
  odds[0] = 1;
  for (let row = 0; row < count; row++) {
    const u = Math.exp(logOdds[row]! - largest);
    const at = row * columns;
    for (let size = Math.min(cases, row + 1); size > 0; size--) {
      const before = size - 1;
      for (let j = 0; j < columns; j++) {
        const xj = rows[at + j]!;
        for (let k = 0; k <= j; k++) {
          const xk = rows[at + k]!;
          second[size * square + j * columns + k]! += u * (second[before * square + j * columns + k]! + xj * first[before * columns + k]! + xk * first[before * columns + j]! + xj * xk * odds[before]!);
        }
      }
      for (let j = 0; j < columns; j++) first[size * columns + j]! += u * (first[before * columns + j]! + rows[at + j]! * odds[before]!);
      odds[size]! += u * odds[before]!;
    }
  }
  const all = odds[cases]!;
  let logLikelihood = -Math.log(all) - cases * largest;
  for (let row = 0; row < cases; row++) logLikelihood += logOdds[row]!;
  for (let j = 0; j < columns; j++) {
    const meanJ = first[cases * columns + j]! / all;
    gradient[j]! -= meanJ;
    for (let row = 0; row < cases; row++) gradient[j]! += rows[row * columns + j]!;
    for (let k = 0; k <= j; k++) {
      const share = second[cases * square + j * columns + k]! / all - meanJ * (first[cases * columns + k]! / all);
      information[j * columns + k]! += share;
      if (k !== j) information[k * columns + j]! += share;
    }
  }
  return logLikelihood;
}
