import { useEffect, useRef, type RefObject } from "react";
import type { PicturePoint } from "../../../../src/index.ts";

const size = 144;
const times = 4;

/** The picture around a place, four times as large, with a cross where the point is; on the side the hand is not. */
export function Loupe({ source, at, drawn, marked, width }: { readonly width: number; readonly source: RefObject<HTMLCanvasElement | null>; readonly at: PicturePoint | null; readonly drawn: number; readonly marked: PicturePoint | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const [from, to] = [source.current, canvas.current?.getContext("2d")];
    if (!from || !to) return;
    to.clearRect(0, 0, size, size);
    if (!at) return;
    // As large on the screen as it is meant to be, however much the picture itself was shrunk to fit.
    const shown = from.getBoundingClientRect().width / from.width || 1;
    const reach = size / (times * shown) / 2;
    to.imageSmoothingEnabled = false;
    to.drawImage(from, at.x - reach, at.y - reach, 2 * reach, 2 * reach, 0, 0, size, size);
    const place = marked ? { x: ((marked.x - at.x) / reach + 1) * (size / 2), y: ((marked.y - at.y) / reach + 1) * (size / 2) } : { x: size / 2, y: size / 2 };
    for (const [colour, thickness] of [["#000", 3], ["#fff", 1]] as const) {
      to.strokeStyle = colour;
      to.lineWidth = thickness;
      to.beginPath();
      to.moveTo(place.x - 12, place.y);
      to.lineTo(place.x + 12, place.y);
      to.moveTo(place.x, place.y - 12);
      to.lineTo(place.x, place.y + 12);
      to.stroke();
    }
  }, [source, at, drawn, marked]);
  return <canvas ref={canvas} className={at && at.x > width / 2 ? "loupe at-left" : "loupe"} width={size} height={size} hidden={!at} aria-hidden />;
}
