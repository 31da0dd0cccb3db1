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
const changeRoute = createRoute({ getParentRoute: () => rootRoute, path: "/change", beforeLoad: () => { throw redirect({ to: "/change/shoes" }); } });
const shoesRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change/shoes",
  component: lazyRouteComponent(() => import("./pages/shoes-page.tsx"), "ShoesPage"),
});
const surfacesRoute = createRoute({
  getParentRoute: () => rootRoute, path: "/change/surfaces",
  component: lazyRouteComponent(() => import("./pages/surfaces-page.tsx"), "SurfacesPage"),
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
  return createRouter({ routeTree: rootRoute.addChildren([indexRoute, runsRoute, runRoute, changeRoute, shoesRoute, surfacesRoute, evidenceRoute, settingsRoute]), defaultPreload: "intent", scrollRestoration: true });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createFootfallRouter>;
  }
}
