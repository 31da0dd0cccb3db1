/** Light, dark, or as the system says. */
export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

const key = "footfall-theme";

/** Says that the colours changed, for pictures that are drawn rather than styled. */
export const themeChanged = "footfall-theme-changed";

export function currentTheme(): Theme {
  const kept = localStorage.getItem(key);
  return themes.find((theme) => theme === kept) ?? "system";
}

/** Takes a theme and keeps it on this machine. */
export function takeTheme(theme: Theme): void {
  if (theme === "system") {
    localStorage.removeItem(key);
    delete document.documentElement.dataset["theme"];
  } else {
    localStorage.setItem(key, theme);
    document.documentElement.dataset["theme"] = theme;
  }
  window.dispatchEvent(new Event(themeChanged));
}
