import { complex, over, scaled, type Complex } from "../../numerics/index.ts";
import type { ChainParameters } from "./chain-parameters.ts";

/**
 * What a sensor on skin or belt over the sacrum shows of the bone's acceleration along the body [1]: a mass on the spring and damper of the tissue under it,
 * and, in the shock, the motion across the body too.
 *
 * H = G·(ω0² + 2ζω0·iω)/(ω0² − ω² + 2ζω0·iω), G = 1 + (κ − 1)·r⁴/(1 + r⁴), r = f/f1. Slow motion (below f1) is shown as it is; the shock κ times, which stands for
 * the size of the vector of all axes: braking, rocking of the sensor, a spike sharper than the chain's. Sensors of 1.5 g follow the bone, one of 34 g rang on its own.
 * All four constants are read off one runner's waist sensor (a calibration; f1 is assumed); another's is another, so what a sensor shows is kept apart from what
 * the bone does. Left out: directions one by one, the sensor's own gain and tilt.
 */
export function sensorMountResponse(angularFrequency: number, { mountFrequency, mountDampingRatio, wornShockGain, wornShockFrequency }: ChainParameters): Complex {
  const frequency = angularFrequency / (2 * Math.PI);
  const ratio = frequency / mountFrequency;
  const shock = (frequency / wornShockFrequency) ** 4;
  const gain = 1 + ((wornShockGain - 1) * shock) / (1 + shock);
  return scaled(over(complex(1, 2 * mountDampingRatio * ratio), complex(1 - ratio * ratio, 2 * mountDampingRatio * ratio)), gain);
}
