/** How the page looks. */
export type Theme = "light" | "dark" | "system";

declare global {
  interface Window {
    /** In `page.html`, so that the page is never painted in another theme first: the theme, which `choice` changes. */
    pyblocksTheme: (choice?: Theme) => Theme;
  }
}

/**
 * Keep `dark` on <body> as it is on <html>. Gradio has it there, so that the CSS and the scripts of an app look for it
 * there, and set it.
 */
export function mirrorDark(): void {
  const { documentElement: html, body } = document;
  const follow = (leader: Element, follower: Element): void => {
    new MutationObserver(() => {
      follower.classList.toggle("dark", leader.classList.contains("dark"));
    }).observe(leader, { attributeFilter: ["class"] });
  };
  body.classList.toggle("dark", html.classList.contains("dark"));
  follow(html, body);
  follow(body, html);
}

export const themes: readonly Theme[] = ["light", "dark", "system"];
