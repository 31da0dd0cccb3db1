import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { flagsQuery } from "./api/diary-queries.ts";
import { planQuery } from "./api/plan-queries.ts";
import { runQuery } from "./api/queries.ts";
import { cabinetQuery } from "./api/underfoot-queries.ts";
import { whatIfQuery } from "./api/what-if-queries.ts";
import { readCondition } from "./footfall/conditions.ts";
import { presetPair, type Pair } from "./footfall/presets.ts";
import { readAsked } from "./what-if/asked.ts";
import { RunsPage } from "./pages/runs-page.tsx";
import { TodayPage } from "./pages/today-page.tsx";
import { NotFound, Shell } from "./parts/shell.tsx";

interface Context {
  readonly client: QueryClient;
}

/** What a loader is given: a page's first question is asked while its code is on the way, and not waited for. What takes the server long is asked by the page itself: it would keep the code waiting. */
interface Asking {
  readonly context: Context;
}

const rootRoute = createRootRouteWithContext<Context>()({ component: Shell, notFoundComponent: NotFound });
const todayRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", component: TodayPage });
const runsRoute = createRoute({ getParentRoute: () => rootRoute, path: "/runs", component: RunsPage });
const twiceRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/runs/twice",
  component: lazyRouteComponent(() => import("./pages/twice-page.tsx"), "TwicePage"),
});
const runRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/runs/$runId",
  loader({ context: { client }, params }: Asking & { readonly params: { readonly runId: string } }) {
    const id = Number(params.runId);
    if (Number.isInteger(id) && id > 0) void client.prefetchQuery(runQuery(id));
  },
  component: lazyRouteComponent(() => import("./pages/run-page.tsx"), "RunPage"),
});
const backRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/back",
  loader: ({ context: { client } }: Asking) => void client.prefetchQuery(flagsQuery),
  component: lazyRouteComponent(() => import("./pages/back-page.tsx"), "BackPage"),
});
const helpRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/back/help",
  component: lazyRouteComponent(() => import("./pages/help-page.tsx"), "HelpPage"),
});
const changeRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change",
  component: lazyRouteComponent(() => import("./pages/change-page.tsx"), "ChangePage"),
});
const shoesRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change/shoes",
  loader: ({ context: { client } }: Asking) => void client.prefetchQuery(cabinetQuery),
  component: lazyRouteComponent(() => import("./pages/shoes-page.tsx"), "ShoesPage"),
});
const surfacesRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change/surfaces",
  component: lazyRouteComponent(() => import("./pages/surfaces-page.tsx"), "SurfacesPage"),
});
const postureRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change/posture",
  component: lazyRouteComponent(() => import("./pages/posture-page.tsx"), "PosturePage"),
});
const paceRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change/pace",
  component: lazyRouteComponent(() => import("./pages/pace-page.tsx"), "PacePage"),
});
const whatIfRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change/what-if", validateSearch: readAsked,
  loader: ({ context: { client } }: Asking) => void client.prefetchQuery(whatIfQuery(null)),
  component: lazyRouteComponent(() => import("./pages/what-if-page.tsx"), "WhatIfPage"),
});
const planRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/plan",
  loader: ({ context: { client } }: Asking) => void client.prefetchQuery(planQuery),
  component: lazyRouteComponent(() => import("./pages/plan-page.tsx"), "PlanPage"),
});
const reportRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/report",
  component: lazyRouteComponent(() => import("./pages/report-page.tsx"), "ReportPage"),
});
const evidenceRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/evidence",
  component: lazyRouteComponent(() => import("./pages/evidence-page.tsx"), "EvidencePage"),
});
const claimsRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/evidence/claims",
  component: lazyRouteComponent(() => import("./pages/claims-page.tsx"), "ClaimsPage"),
});
const settingsRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/settings",
  component: lazyRouteComponent(() => import("./pages/settings-page.tsx"), "SettingsPage"),
});

const footfallRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/footfall", validateSearch: readCondition,
  component: lazyRouteComponent(() => import("./pages/footfall-page.tsx"), "FootfallPage"),
});
const compareRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/footfall/compare", validateSearch: readPair,
  component: lazyRouteComponent(() => import("./pages/footfall-compare-page.tsx"), "FootfallComparePage"),
});

/** The two conditions of an address; a pair worth comparing where it tells none. */
function readPair({ one, other }: Readonly<Record<string, unknown>>): Pair {
  const isTold = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
  return isTold(one) && isTold(other) ? { one: readCondition(one), other: readCondition(other) } : presetPair("shoe", {});
}

/** The pages that exist; each next place of the app is one more route and one more row in the rail. */
export function createFootfallRouter(client: QueryClient) {
  return createRouter({ context: { client } satisfies Context, routeTree: rootRoute.addChildren([todayRoute, runsRoute, twiceRoute, runRoute, backRoute, helpRoute, changeRoute, shoesRoute, surfacesRoute, postureRoute, paceRoute, whatIfRoute, planRoute, reportRoute, evidenceRoute, claimsRoute, settingsRoute, footfallRoute, compareRoute]), defaultPreload: "intent", scrollRestoration: true });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createFootfallRouter>;
  }
}
