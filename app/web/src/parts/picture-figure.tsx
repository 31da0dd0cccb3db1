import { memo } from "react";
import type { Picture } from "../../../../src/index.ts";

/** A picture with its twin in words. */
export const PictureFigure = memo(function PictureFigure({ picture, className }: { readonly picture: Picture; readonly className?: string }) {
  return (
    <figure className={`picture ${className ?? ""}`}>
      <Drawing svg={picture.svg} />
      <details className="twin">
        <summary>In words</summary>
        <p>{picture.text}</p>
      </details>
    </figure>
  );
});

/** Only a drawing, where the words stand beside it anyway. */
export const Drawing = memo(function Drawing({ svg, isDecoration = false }: { readonly svg: string; readonly isDecoration?: boolean }) {
  // Drawn by our own pure functions, which escape every text they are given.
  return <div className="drawing" aria-hidden={isDecoration || undefined} dangerouslySetInnerHTML={{ __html: svg }} />;
});
