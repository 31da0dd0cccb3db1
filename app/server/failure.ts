import type { FastifyInstance } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { StoreError } from "../storage/index.ts";
import type { ApiError } from "./api.ts";

/** A request that is refused: answered with its status and `{error: {code, message, where}}`. */
export class RequestFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly where: string | null;

  constructor(status: number, code: string, message: string, where: string | null = null) {
    super(message);
    this.name = "RequestFailure";
    this.status = status;
    this.code = code;
    this.where = where;
  }
}

/** What is thrown for a thing that is not in the store. */
export function notThere(thing: string, id: number): RequestFailure {
  return new RequestFailure(404, `no-such-${thing}`, `there is no ${thing} ${id}; it may have been removed`);
}

/** Makes every failure of the server an answer of one shape. */
export function answerFailures(app: FastifyInstance, report: (error: unknown) => void): void {
  app.setErrorHandler((error, _request, reply) => {
    const { status, code, message, where } = described(error);
    if (status >= 500) report(error);
    const answer: ApiError = { error: { code, message, where } };
    void reply.status(status).type("application/json").send(JSON.stringify(answer));
  });
}

interface Described {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly where: string | null;
}

function described(error: unknown): Described {
  if (error instanceof RequestFailure) return error;
  if (error instanceof StoreError) return { status: error.code === "disk-full" ? 507 : 503, code: error.code, message: error.message, where: null };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const where = first?.instancePath.replace(/^\//, "").replaceAll("/", ".") || error.validationContext || null;
    return { status: 400, code: "bad-request", message: `${where ?? "request"}: ${first?.message ?? error.message}`, where };
  }
  const status = statusOf(error);
  if (status === 413) return { status, code: "too-large", message: "more bytes than can be taken here; send a smaller file, recordings one by one", where: null };
  if (status === 415) return { status, code: "wrong-content-type", message: "send files as application/octet-stream, everything else as application/json", where: null };
  if (status < 500) return { status, code: "bad-request", message: error instanceof Error ? error.message : "the request cannot be understood", where: null };
  return { status: 500, code: "internal", message: error instanceof Error ? error.message : String(error), where: null };
}

function statusOf(error: unknown): number {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" && error.statusCode >= 400 ? error.statusCode : 500;
}
