import { useEffect, useState } from "react";
import { droppedFiles } from "./dropped-files.ts";
import { useImport } from "./import-context.tsx";

/** Takes files dropped anywhere on the page. */
export function DropAnywhere() {
  const { open } = useImport();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(open);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [open]);
  return isOver ? <div className="drop-here"><p>Drop your runs here</p><p className="quiet">FIT, TCX or GPX files, folders of them, or the zip that Strava, Garmin or Apple Health handed out</p></div> : null;
}
