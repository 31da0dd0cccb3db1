import type { ApiError } from "../../../server/api.ts";

/** A request that the server refused, in words for the runner. */
export class Refused extends Error {
  readonly code: string;
  readonly where: string | null;

  constructor({ error }: ApiError) {
    super(error.message);
    this.code = error.code;
    this.where = error.where;
  }
}

/** Asks this page's own server; the answer's shape is the route's in `app/server/api.ts`, which checks it before sending. */
export async function ask<Answer>(path: string, options: { readonly method?: string; readonly json?: unknown; readonly body?: Blob; readonly type?: string; readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal } = {}): Promise<Answer> {
  const { method = "GET", json, body, headers, signal } = options;
  const type = json === undefined ? (body ? options.type ?? "application/octet-stream" : null) : "application/json";
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { ...(type ? { "content-type": type } : {}), ...headers },
      ...(json === undefined ? (body ? { body } : {}) : { body: JSON.stringify(json) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Error("Footfall is not running any more. Start it again, then reload this page.", { cause });
  }
  if (response.ok) {
    const answer: Answer = await response.json();
    return answer;
  }
  const told: ApiError | null = await response.json().catch(() => null);
  throw told?.error ? new Refused(told) : new Error(`The request failed (${response.status}). Reload the page and try again.`);
}
