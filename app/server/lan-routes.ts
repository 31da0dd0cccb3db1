import { isoMoment, listPairedDevices, revokeDevice } from "../storage/index.ts";
import { apiError, idParameters } from "./api.ts";
import { notThere, RequestFailure } from "./failure.ts";
import { lanState, pairingLink, type LanState, type PairingLink } from "./lan-api.ts";
import type { PairingCodes } from "./lan/pairing-codes.ts";
import type { App, RouteContext } from "./routes.ts";

/** The door on the local network, where it is open. */
export interface LanDoor {
  readonly address: string;
  readonly codes: PairingCodes;
}

/** Paired phones: pair, list, revoke; asked from this machine only. */
export function lanRoutes(app: App, { store }: Pick<RouteContext, "store">, door: LanDoor | null): void {
  const state = (): LanState => ({ address: door?.address ?? null, devices: listPairedDevices(store) });

  app.get("/api/lan", { schema: { summary: "Paired phones, and where they reach the diary", response: { 200: lanState } } }, state);

  app.post("/api/lan/codes", { schema: { summary: "A new code to pair one phone with", response: { 200: pairingLink, 409: apiError } } }, () => {
    if (!door) throw new RequestFailure(409, "lan-off", "Footfall does not listen on the network; start it with footfall serve --lan");
    return newLink(door);
  });

  app.delete("/api/lan/devices/:id", { schema: { summary: "End a pairing", params: idParameters, response: { 200: lanState, 404: apiError } } }, ({ params: { id } }) => {
    if (!revokeDevice(store, id)) throw notThere("device", id);
    return state();
  });
}

/** What a phone scans. */
export function newLink({ address, codes }: LanDoor): PairingLink {
  const { code, expiresAt } = codes.issue(Date.now() / 1000);
  return { url: `${address}/pair?code=${code}`, expiresAt: isoMoment(expiresAt) };
}
