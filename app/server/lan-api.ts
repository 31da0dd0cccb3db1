/** Phones on the local network, as the app on this machine sees them. */
import { z } from "zod";

/** GET /api/lan, DELETE /api/lan/devices/:id; `footfall devices --json` gives the devices. */
export const lanState = z.object({
  /** Where phones reach the diary; null where `footfall serve` runs without `--lan`. */
  address: z.string().nullable(),
  devices: z.array(z.object({ id: z.int().positive(), name: z.string(), pairedAt: z.string(), seenAt: z.string() })).readonly(),
});
export type LanState = z.infer<typeof lanState>;

/** POST /api/lan/codes: what a phone scans; it pairs one device, until then. */
export const pairingLink = z.object({ url: z.string(), expiresAt: z.string() });
export type PairingLink = z.infer<typeof pairingLink>;
