import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import type { Plugin, UserConfig } from "vite";

/** KaTeX names each font three times; every browser that runs WebAssembly reads the smallest of them. */
const woff2Only: Plugin = {
  name: "woff2-only",
  enforce: "pre",
  transform: (code, id) =>
    id.includes("katex") && id.endsWith(".css")
      ? code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, "")
      : null,
};

/** Programs for Node that the build runs. */
const tools: UserConfig = {
  plugins: [svelte()],
  build: {
    outDir: "dist/tools",
    target: "node20",
    ssr: true,
    rolldownOptions: { input: ["scripts/snapshot.ts", "scripts/prerender.ts"] },
  },
};

/**
 * Two builds of one front end: `site`, split into files that load when needed, and `single`, one script and one style
 * sheet for an app in one HTML file, where nothing can be fetched.
 */
export default defineConfig(({ mode }) => {
  if (mode === "tools") return tools;
  const single = mode === "single";
  return {
    base: "./",
    plugins: [woff2Only, svelte()],
    resolve: mode === "test" ? { conditions: ["browser"] } : {},
    build: {
      outDir: `dist/${single ? "single" : "site"}`,
      target: "es2022",
      manifest: true,
      modulePreload: { polyfill: false },
      cssCodeSplit: !single,
      assetsInlineLimit: single ? 10_000_000 : 0,
      rolldownOptions: {
        input: "src/main.ts",
        output: single
          ? { codeSplitting: false, entryFileNames: "pyblocks.js", assetFileNames: "pyblocks[extname]" }
          : {},
      },
    },
    test: { environment: "happy-dom", include: ["tests/**/*.test.ts"], setupFiles: ["tests/setup.ts"] },
  };
});
