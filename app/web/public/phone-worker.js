// Keeps the diary page on the phone, so that it opens without the computer; what was written waits in the page's own storage.
const kept = "footfall-diary";
const page = "/phone";

/** The page and every file it names, all of them or none. */
async function keep() {
  const response = await fetch(page, { cache: "no-store" });
  if (!response.ok) return;
  const html = await response.clone().text();
  const files = [...new Set([...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path))];
  const cache = await caches.open(kept);
  await cache.addAll(files);
  await cache.put(page, response);
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (path !== page && !files.includes(path)) await cache.delete(request);
  }
}

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/") || pathname === "/pair") return;
  const fresh = pathname === page || pathname === "/";
  event.respondWith(fresh ? fetch(event.request).then((response) => { if (response.ok) event.waitUntil(keep()); return response; }, () => caches.match(page)) : caches.match(event.request).then((found) => found ?? fetch(event.request)));
});
