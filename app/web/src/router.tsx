import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { RunsPage } from "./pages/runs-page.tsx";
import { NotFound, Shell } from "./parts/shell.tsx";

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const indexRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", beforeLoad: () => { throw redirect({ to: "/runs" }); } });
const runsRoute = createRoute({ getParentRoute: () => rootRoute, path: "/runs", component: RunsPage });
const runRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/runs/$runId",
  component: lazyRouteComponent(() => import("./pages/run-page.tsx"), "RunPage"),
});
const postureRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change/posture",
  component: lazyRouteComponent(() => import("./pages/posture-page.tsx"), "PosturePage"),
});
const evidenceRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/evidence",
  component: lazyRouteComponent(() => import("./pages/evidence-page.tsx"), "EvidencePage"),
});
const settingsRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/settings",
  component: lazyRouteComponent(() => import("./pages/settings-page.tsx"), "SettingsPage"),
});

/** The pages that exist; each next place of the app is one more route and one more row in the rail. */
export function createFootfallRouter() {
  return createRouter({ routeTree: rootRoute.addChildren([indexRoute, runsRoute, runRoute, postureRoute, evidenceRoute, settingsRoute]), defaultPreload: "intent", scrollRestoration: true });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createFootfallRouter>;
  }
}
