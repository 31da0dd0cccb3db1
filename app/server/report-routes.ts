import type { LinkDesk } from "../link/index.ts";
import { diaryRunnerId, reportOf } from "../storage/index.ts";
import type { ReportDocument } from "../../src/index.ts";
import * as api from "./api.ts";
import { momentOf } from "./plan-routes.ts";
import * as shapes from "./report-api.ts";
import type { App, RouteContext } from "./routes.ts";

/** What to try next, and the report for a physio, as blocks and as PDF. */
export function reportRoutes(app: App, { store }: Pick<RouteContext, "store">, desk: LinkDesk): void {
  const make = async (question: string | undefined): Promise<ReportDocument> =>
    reportOf(store, { link: await desk.ask(store, diaryRunnerId(store)), question: question ?? null, moment: momentOf(undefined) });

  app.get("/api/findings", { schema: { summary: "What was found, and what to try next", response: { 200: shapes.findings } } }, () => desk.findings(store, diaryRunnerId(store)));

  app.get("/api/report", { schema: { summary: "Two pages for a physio", querystring: shapes.reportQuery, response: { 200: shapes.report, 400: api.apiError } } }, ({ query }) => make(query.question));

  app.get("/api/report.pdf", { schema: { summary: "The same as a tagged PDF", querystring: shapes.reportQuery } }, async ({ query }, reply) => {
    const { reportPdf } = await import("../report/index.ts");
    const pdf = await reportPdf(await make(query.question), new Date(86_400_000 * momentOf(undefined).today));
    return reply.type("application/pdf").header("content-disposition", 'attachment; filename="footfall-report.pdf"').send(pdf);
  });
}
