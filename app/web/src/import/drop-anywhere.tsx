import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { isMap, useMaps } from "../change/map-door.tsx";
import { droppedFiles } from "./dropped-files.ts";
import { useImport } from "./import-context.tsx";

/** Takes files dropped anywhere on the page. */
export function DropAnywhere() {
  const { open } = useImport();
  const { add } = useMaps();
  const navigate = useNavigate();
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
      void droppedFiles(event.dataTransfer).then((given) => {
        const maps = given.filter(isMap);
        if (maps.length > 0) {
          add(maps.map(({ file }) => file));
          void navigate({ to: "/change/surfaces", hash: "maps-title" });
        }
        if (maps.length < given.length || given.length === 0) open(given.filter((file) => !isMap(file)));
      });
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [open, add, navigate]);
  return isOver ? <div className="drop-here"><p>Drop your runs or a map here</p><p className="quiet">FIT, TCX or GPX files, folders of them, or the zip that Strava, Garmin or Apple Health handed out; a map’s .osm.pbf</p></div> : null;
}
