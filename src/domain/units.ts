/** What the units that runners count in are in SI, exactly. */
export const metresPer = { km: 1000, mi: 1609.344 } as const;
export const metresPerInch = 0.0254;
export const kilogramsPerPound = 0.453_592_37;
