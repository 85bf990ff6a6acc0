/**
 * Calibration: turning the model's own probabilities into ones that mean what they say.
 *
 * Platt scaling (1999): a logistic curve through cross-validated predictions, so that of the messages given 0.8 about 80 % are right.
 */

/** One cross-validated prediction: the raw probability of the best entry, whether it was right, and how much it counts. */
export interface Prediction {
  readonly raw: number;
  readonly right: boolean;
  readonly weight: number;
}

export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** Fits the curve by gradient descent with Newton steps on two parameters; the identity where there is nothing to fit. */
export function fitCalibration(predictions: readonly Prediction[]): Calibration {
  if (!predictions.some((p) => p.right) || predictions.every((p) => p.right)) return { slope: 1, offset: 0 };
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 30; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { raw, right, weight } of predictions) {
      const x = logit(raw);
      const p = sigmoid(slope * x + offset);
      const error = weight * (p - (right ? 1 : 0));
      const curvature = weight * p * (1 - p);
      g0 += error;
      g1 += error * x;
      h00 += curvature;
      h01 += curvature * x;
      h11 += curvature * x * x;
    }
    const determinant = h00 * h11 - h01 * h01 || 1e-9;
    offset -= (g0 * h11 - g1 * h01) / determinant;
    slope -= (g1 * h00 - g0 * h01) / determinant;
  }
  return { slope, offset };
}

/** The calibrated probability of a raw one; keeps the order. */
export function calibrate({ slope, offset }: Calibration, raw: number): number {
  return sigmoid(slope * logit(raw) + offset);
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function logit(p: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(bounded / (1 - bounded));
}
