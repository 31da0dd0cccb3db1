/** Everything from here; nothing written into the page itself; nobody may frame it. */
export const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  // A photo or video that the runner looks at stays in the browser, behind an address of its own.
  imgSrc: ["'self'", "data:", "blob:"],
  mediaSrc: ["'self'", "blob:"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
