import { queryOptions, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { encode } from "uqr";
import type { LanState, PairingLink } from "../../../server/lan-api.ts";
import { ask } from "../api/ask.ts";
import { momentWords, timeWords } from "../words/dates.ts";
import { useNote } from "./notes.tsx";

const lanQuery = queryOptions({ queryKey: ["lan"], queryFn: ({ signal }) => ask<LanState>("/api/lan", { signal }), refetchInterval: ({ state }) => (state.data?.address ? 5000 : false) });

/** Phones that keep the diary: pair one, see them, end a pairing. */
export function PhoneSection() {
  const { data: { address, devices } } = useSuspenseQuery(lanQuery);
  const client = useQueryClient();
  const say = useNote();
  const [link, setLink] = useState<PairingLink | null>(null);
  const said = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      say({ text: error instanceof Error ? error.message : String(error) });
    }
  };
  const pair = () => said(async () => setLink(await ask<PairingLink>("/api/lan/codes", { method: "POST" })));
  const revoke = (id: number, name: string) => said(async () => {
    client.setQueryData(lanQuery.queryKey, await ask<LanState>(`/api/lan/devices/${id}`, { method: "DELETE" }));
    say({ text: `${name} is not answered any more.` });
  });
  return (
    <section aria-labelledby="phone-title">
      <h2 id="phone-title">Diary on the phone</h2>
      {address === null
        ? <p className="quiet">Footfall answers this machine only. <code>footfall serve --lan</code> lets phones you pair keep the diary over your own network; nothing goes beyond it.</p>
        : <p className="quiet">Phones you pair reach your diary, and nothing else, at <span className="file-name">{address}</span>.</p>}
      {devices.length > 0 && (
        <ul className="imports">
          {devices.map(({ id, name, pairedAt, seenAt }) => (
            <li key={id}>
              <span>{name}<br /><span className="quiet">Paired {momentWords(pairedAt)}, last seen {momentWords(seenAt)}</span></span>
              <button type="button" onClick={() => void revoke(id, name)} aria-label={`End the pairing of ${name}`}>End</button>
            </li>
          ))}
        </ul>
      )}
      {address !== null && <div className="actions"><button type="button" onClick={() => void pair()}>{link === null ? "Pair a phone" : "Show a new code"}</button></div>}
      {link !== null && (
        <figure className="pairing">
          <Code text={link.url} />
          <figcaption>Scan it with the phone’s camera, or open <span className="file-name">{link.url}</span>. It pairs one phone, until {timeWords(link.expiresAt)}.</figcaption>
        </figure>
      )}
    </section>
  );
}

/** A QR code: dark on light whatever the theme, as cameras want it. */
function Code({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return <svg role="img" aria-label="Code to pair a phone" viewBox={`0 0 ${size} ${size}`} width={size * 6} height={size * 6} shapeRendering="crispEdges"><rect width={size} height={size} fill="#fff" /><path d={path} fill="#000" /></svg>;
}
