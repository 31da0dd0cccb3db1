import { randomBytes } from "node:crypto";

/** A code that pairs one device, once, soon. */
export interface PairingCode {
  readonly code: string;
  /** [s since 1970] */
  readonly expiresAt: number;
}

/** Codes that were shown and not yet used; they live as long as the server. */
export interface PairingCodes {
  readonly issue: (now: number) => PairingCode;
  /** Whether a code would pair now; using it up is `redeem`'s. */
  readonly isGood: (code: string, now: number) => boolean;
  readonly redeem: (code: string, now: number) => boolean;
}

/** Long enough to fetch the phone from the other room [s]. */
const lifetime = 10 * 60;
/** Newer codes push out older ones. */
const mostOpen = 8;

export function pairingCodes(): PairingCodes {
  const open = new Map<string, number>();
  const isGood = (code: string, now: number): boolean => (open.get(code) ?? 0) > now;
  return {
    issue(now) {
      // 128 bits: guessing needs no slowing down.
      const code = randomBytes(16).toString("base64url");
      for (const oldest of [...open.keys()].slice(0, Math.max(0, open.size - mostOpen + 1))) open.delete(oldest);
      open.set(code, now + lifetime);
      return { code, expiresAt: now + lifetime };
    },
    isGood,
    redeem(code, now) {
      const isRedeemed = isGood(code, now);
      open.delete(code);
      return isRedeemed;
    },
  };
}
