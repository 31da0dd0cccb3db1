import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useImport } from "../import/import-context.tsx";
import { MenuIcon } from "./icons.tsx";

/** What is needed now and then: import, data, settings, behind one button. */
export function Menu() {
  const menu = useRef<HTMLDivElement>(null);
  const { open } = useImport();
  const close = (): void => menu.current?.hidePopover();
  return (
    <header className="menu-place">
      <span className="top-name" aria-hidden>Footfall</span>
      <button type="button" className="menu-button" popoverTarget="menu"><MenuIcon /><span>Menu</span></button>
      <div id="menu" ref={menu} popover="auto" className="menu">
        <button type="button" className="plain" onClick={() => { close(); open(); }}>Import runs</button>
        <Link to="/settings" hash="data" onClick={close}>Your data</Link>
        <Link to="/settings" hash="" onClick={close}>Settings</Link>
      </div>
    </header>
  );
}
