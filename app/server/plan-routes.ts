import { dayOfIso, planCalendar } from "../../src/index.ts";
import { distanceTeller, planWishesTold, tellPlan, tellWeekPlan, weekPlan, type PlanMoment } from "../storage/index.ts";
import * as api from "./api.ts";
import * as shapes from "./plan-api.ts";
import type { App, RouteContext } from "./routes.ts";

/** The week's plan, as data and as a calendar, and what the runner wants of it. */
export function planRoutes(app: App, { store }: RouteContext): void {
  app.get("/api/plan", { schema: { summary: "A plan for seven days", querystring: shapes.planQuery, response: { 200: shapes.weekPlan, 400: api.apiError } } }, ({ query }) => tellWeekPlan(store, momentOf(query.from)));

  app.get("/api/plan.ics", { schema: { summary: "The same as a calendar (RFC 5545)", querystring: shapes.calendarQuery } }, ({ query }, reply) => {
    const moment = momentOf(query.from);
    return reply.type("text/calendar; charset=utf-8").header("content-disposition", 'attachment; filename="footfall-plan.ics"').send(planCalendar(weekPlan(store, moment).plan, distanceTeller(store), moment.now, query.reminder === undefined ? null : 60 * query.reminder));
  });

  app.put("/api/plan/wishes", { schema: { summary: "Goal, days, and a long run beyond the limit", body: planWishesTold, response: { 200: shapes.planTold, 400: api.apiError } } }, ({ body }) => ({ edit: tellPlan(store, body, Date.now() / 1000) }));
}

/** The moment of now, the days counted from the one asked for, else from today where this machine is. */
export function momentOf(from: string | undefined): PlanMoment {
  const now = Date.now() / 1000;
  const today = Math.floor((now - 60 * new Date().getTimezoneOffset()) / 86_400);
  return { today: (from === undefined ? null : dayOfIso(from)) ?? today, now };
}
