/** What is under the foot. */
export const surfaces = ["concrete", "asphalt", "paving", "track", "treadmill", "grass", "dirt", "gravel", "woodchip", "sand", "snow", "unknown"] as const;

export type Surface = (typeof surfaces)[number];
