import { complex, over, type Complex } from "../../numerics/index.ts";
import type { ChainParameters } from "./chain-parameters.ts";

/**
 * What a sensor on skin or belt over the sacrum shows of the bone's acceleration [1]: a mass on the spring and damper of the tissue under it.
 *
 * H = (ω0² + 2ζω0·iω)/(ω0² − ω² + 2ζω0·iω). Sensors of 1.5 g follow the bone, one of 34 g rang on its own. The mount is read off one runner's waist sensor
 * (a calibration); another's is another. So what a sensor shows is kept apart from what the bone does. Left out: the sensor's own gain and tilt; that one read
 * 1.06 to 1.26 g on average, where a runner's mean is 1.
 */
export function sensorMountResponse(angularFrequency: number, { mountFrequency, mountDampingRatio }: ChainParameters): Complex {
  const ratio = angularFrequency / (2 * Math.PI * mountFrequency);
  return over(complex(1, 2 * mountDampingRatio * ratio), complex(1 - ratio * ratio, 2 * mountDampingRatio * ratio));
}
