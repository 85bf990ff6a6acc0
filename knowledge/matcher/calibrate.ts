/**
 * Calibration: turning what speaks for an entry into a probability that means what it says.
 *
 * A logistic curve through cross-validated predictions (Platt 1999, here over several signals), so that of the messages
 * given 0.8 about 80 % are right.
 */

/** What speaks for an entry, as numbers; their meaning is the caller's. */
export type Signals = readonly number[];

/** One cross-validated prediction: what spoke for the best entry, whether it was right, and how much it counts. */
export interface Outcome {
  readonly signals: Signals;
  readonly right: boolean;
  readonly weight: number;
}

/** Weight of each signal, after the offset. Plain data, so that it can be stored. */
export type Calibration = readonly number[];

const ROUNDS = 30;
/** Keeps a weight finite where a signal is always the same or decides alone. */
const RIDGE = 0.1;

/** Fits the curve with Newton's method. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const size = (outcomes[0]?.signals.length ?? 0) + 1;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : RIDGE * weight));
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? RIDGE : 0)));
    for (const { signals, right, weight } of outcomes) {
      const x = [1, ...signals];
      const p = calibrate(weights, signals);
      const error = weight * (p - (right ? 1 : 0));
      const curvature = weight * p * (1 - p);
      for (let i = 0; i < size; i++) {
        const row = hessian[i] as number[];
        gradient[i] = (gradient[i] as number) + error * (x[i] as number);
        for (let j = 0; j < size; j++) row[j] = (row[j] as number) + curvature * (x[i] as number) * (x[j] as number);
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight - (step[i] as number));
  }
  return weights;
}

/** The probability that what these signals speak for is right. */
export function calibrate(calibration: Calibration, signals: Signals): number {
  const [offset = 0, ...weights] = calibration;
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, i) => sum + weight * (signals[i] as number), offset)));
}

/** Log odds of a probability, bounded. */
export function logit(p: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(bounded / (1 - bounded));
}

/** Solves `matrix · x = vector` by Gauss–Jordan elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] as number]);
  rows.forEach((pivotRow, i) => {
    const pivot = pivotRow[i] as number;
    for (let k = 0; k < pivotRow.length; k++) pivotRow[k] = (pivotRow[k] as number) / pivot;
    rows.forEach((row, j) => {
      const factor = row[i] as number;
      if (j !== i) for (let k = 0; k < row.length; k++) row[k] = (row[k] as number) - factor * (pivotRow[k] as number);
    });
  });
  return rows.map((row) => row[row.length - 1] as number);
}
