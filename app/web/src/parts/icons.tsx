const icon = { width: 24, height: 24, viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round", strokeLinejoin: "round", "aria-hidden": true } as const;

export const TodayIcon = () => <svg {...icon}><path d="M4 20h16" /><path d="M6 16a6 6 0 0 1 12 0" /><path d="M12 5v2M4.5 8.5l1.4 1.4M19.5 8.5l-1.4 1.4" /></svg>;
export const RunsIcon = () => <svg {...icon}><path d="M4 18c3-9 5-9 7-4s4 4 9-8" /><path d="M4 21h16" /></svg>;
export const BackIcon = () => <svg {...icon}><path d="M6 3c0 4 2 6 2 9s-3 5-3 9" /><path d="M18 3c0 4-2 6-2 9s3 5 3 9" /><path d="M12 4v2M12 9v2M12 14v2" /></svg>;
export const ChangeIcon = () => <svg {...icon}><path d="M3 7c1 2 3 2 4 1l4 4c2 2 5 2 8 3 1.2 0.4 2 1 2 3H3z" /><path d="M3 15h18" /></svg>;
export const EvidenceIcon = () => <svg {...icon}><path d="M4 21h16" /><path d="M5 6h10M5 13h14" strokeWidth="3" strokeOpacity="0.4" /><path d="M10 3v6M13 10v6" /></svg>;
export const MenuIcon = () => <svg {...icon}><path d="M4 7h16M4 12h16M4 17h16" /></svg>;
