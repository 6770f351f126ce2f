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

/** Our styles are a layer, so that an app's CSS wins over them as over Gradio's, whatever its selectors. */
const layered: Plugin = {
  name: "layered",
  enforce: "pre",
  transform: (code, id) => (/\.css(\?|$)/.test(id) ? `@layer pyblocks {\n${code}\n}` : null),
};

/** What nearly all other scripts import, as one file: each costs a return visit a detour by the service worker. */
const shared = {
  name: "shared",
  test: /rolldown.runtime|node_modules\/(svelte|esm-env|clsx|@lucide\/svelte\/dist\/Icon)|src\/i18n\/(language|en|match)/,
};

/** Which packages a bundle has code of, with their notices: `pyblocks/build/licences.py` reads it. */
const LICENSES = { fileName: ".vite/licenses.json" };

/** Programs for Node that the build runs. */
const tools: UserConfig = {
  publicDir: false,
  plugins: [svelte()],
  // What is imported once an app has run must lie beside the programs, and use nothing of Node: see scripts/sandbox.ts.
  ssr: { noExternal: true, external: ["jsdom", "pyodide"] },
  resolve: { alias: { handlebars: "handlebars/dist/cjs/handlebars.js" } },
  build: {
    outDir: "dist/tools",
    target: "node20",
    ssr: true,
    rolldownOptions: {
      platform: "browser",
      input: ["snapshot", "bytecode", "prerender", "highlight"].map((name) => `scripts/${name}.ts`),
    },
  },
};

/** The service worker: one script that is no module, since not all browsers have module workers. */
const worker: UserConfig = {
  publicDir: false,
  build: {
    outDir: "dist/worker",
    target: "es2022",
    license: LICENSES,
    rolldownOptions: { input: "src/offline/worker.ts", output: { format: "iife", entryFileNames: "sw.js" } },
  },
};

/**
 * Two builds of one front end: `site`, split into files that load when needed, and `single`, one script and one style
 * sheet for an app in one HTML file, where nothing can be fetched.
 */
export default defineConfig(({ mode }) => {
  if (mode === "tools") return tools;
  if (mode === "worker") return worker;
  const single = mode === "single";
  return {
    base: "./",
    publicDir: single ? false : "public",
    plugins: [woff2Only, layered, svelte()],
    resolve: mode === "test" ? { conditions: ["browser"] } : {},
    build: {
      outDir: `dist/${single ? "single" : "site"}`,
      target: "es2022",
      manifest: true,
      license: LICENSES,
      modulePreload: { polyfill: false },
      cssCodeSplit: !single,
      assetsInlineLimit: single ? 10_000_000 : 0,
      rolldownOptions: {
        input: "src/main.ts",
        output: single
          ? { codeSplitting: false, entryFileNames: "pyblocks.js", assetFileNames: "pyblocks[extname]" }
          : { codeSplitting: { groups: [shared] } },
      },
    },
    test: { environment: "happy-dom", include: ["tests/**/*.test.ts"], setupFiles: ["tests/setup.ts"] },
  };
});
