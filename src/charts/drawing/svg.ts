/** A position on the drawing [px], y downward. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Attributes = Readonly<Record<string, string | number | null>>;

/** One SVG element as text; attributes that are null are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${typeof value === "number" ? short(value) : escapeText(value)}"`]));
  return children.length === 0 ? `<${name}${pairs.join("")}/>` : `<${name}${pairs.join("")}>${children.join("")}</${name}>`;
}

/** Text as it may stand in an SVG document. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A label in the system's own font with figures of even width. */
export function label(text: string, at: Point, attributes: Attributes = {}): string {
  return element("text", { x: at.x, y: at.y, class: "ff-text", fill: "#2b2724", "font-size": 13, "font-family": "system-ui, sans-serif", ...attributes }, escapeText(text));
}

/** The outermost element, an image to a screen reader, named by `title`. */
export function drawing(width: number, height: number, title: string, ...children: readonly string[]): string {
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${short(width)} ${short(height)}`, role: "img", "aria-label": title, class: "ff-picture" },
    ...children,
  );
}

/** A path through points, straight from one to the next. */
export function straightPath(points: readonly Point[], closed = false): string {
  return points.map((point, index) => `${index === 0 ? "M" : "L"}${short(point.x)} ${short(point.y)}`).join("") + (closed ? "Z" : "");
}

/** A coordinate with as many digits as a screen can show. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
