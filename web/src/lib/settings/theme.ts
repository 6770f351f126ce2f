/** How the page looks. */
export type Theme = "light" | "dark" | "system";

declare global {
  interface Window {
    /** In `page.html`, so that the page is never painted in another theme first: the theme, which `choice` changes. */
    pyblocksTheme: (choice?: Theme) => Theme;
  }
}

/** The themes with their names. */
export const themes: [name: string, theme: Theme][] = [
  ["Light", "light"],
  ["Dark", "dark"],
  ["System", "system"],
];
