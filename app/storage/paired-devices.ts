import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { isoMoment } from "./moment.ts";
import type { Store } from "./open-store.ts";
import { ownRunnerId } from "./runners.ts";

/** A phone that may keep the diary over the local network. */
export interface PairedDevice {
  readonly id: number;
  readonly name: string;
  /** ISO 8601. */
  readonly pairedAt: string;
  readonly seenAt: string;
}

const deviceRow = z.object({ id: z.number(), name: z.string(), pairedAt: z.number(), seenAt: z.number() });

/** The owner's paired devices, the latest first. */
export function listPairedDevices(store: Store): readonly PairedDevice[] {
  return store.all(deviceRow, "SELECT id, name, paired_at AS pairedAt, seen_at AS seenAt FROM paired_devices WHERE runner_id = ? ORDER BY id DESC", ownRunnerId)
    .map(({ pairedAt, seenAt, ...device }) => ({ ...device, pairedAt: isoMoment(pairedAt), seenAt: isoMoment(seenAt) }));
}

/** Pairs a device; answers the token that it shows from now on. Only its hash is kept: who reads the store cannot pose as the phone. */
export function pairDevice(store: Store, name: string, now: number): string {
  const token = randomBytes(32).toString("base64url");
  store.run("INSERT INTO paired_devices (runner_id, name, token_sha256, paired_at, seen_at) VALUES (?, ?, ?, ?, ?)", ownRunnerId, name, hashOf(token), now, now);
  return token;
}

const seenRow = z.object({ id: z.number(), seenAt: z.number() });
/** When a device was last seen is told to the minute [s]. */
const seenStep = 60;

/** Whether a token is a paired device's; notes that it was seen. */
export function isPaired(store: Store, token: string, now: number): boolean {
  const found = store.first(seenRow, "SELECT id, seen_at AS seenAt FROM paired_devices WHERE token_sha256 = ?", hashOf(token));
  if (found && now - found.seenAt >= seenStep) store.run("UPDATE paired_devices SET seen_at = ? WHERE id = ?", now, found.id);
  return found !== null;
}

/** Ends a pairing: the device is not answered any more. False where there is none of that id. */
export function revokeDevice(store: Store, id: number): boolean {
  return store.run("DELETE FROM paired_devices WHERE id = ? AND runner_id = ?", id, ownRunnerId).changes > 0;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
