/** What routes of every subject share. */
import { z } from "zod";

export const id = z.int().positive();

/** ISO 8601 with offset. */
export const moment = z.string();

/** Every refused request: `code` for programs, `message` and `where` for people. */
export const apiError = z.object({ error: z.object({ code: z.string(), message: z.string(), where: z.string().nullable() }) });

/** Path of a route about one thing. */
export const idParameters = z.object({ id: z.coerce.number().int().positive() });

export type ApiError = z.infer<typeof apiError>;
