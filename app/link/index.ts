/** Does pain go with running: asked of a thread of its own, kept as long as it holds. */
export { openLinkDesk, type LinkDesk } from "./link-desk.ts";
