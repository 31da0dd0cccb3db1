import type { FastifyReply } from "fastify";

/** Keeps a quiet stream from being taken for a dead one [ms]. */
const heartbeat = 15_000;

/** Server-sent events to one page. */
interface EventStream {
  readonly send: (event: string, data: unknown) => void;
  readonly end: (event: string, data: unknown) => void;
  readonly onClosed: (work: () => void) => void;
}

/** Opens a stream of events as the answer of a request. */
export function eventStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" });
  const beat = setInterval(() => void raw.write(":\n\n"), heartbeat).unref();
  raw.on("close", () => clearInterval(beat));
  const text = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  return {
    send: (event, data) => void raw.write(text(event, data)),
    end: (event, data) => void raw.end(text(event, data)),
    onClosed: (work) => void raw.on("close", work),
  };
}
