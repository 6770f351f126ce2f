/**
 * Render an app's first screen: `node prerender.js FOLDER` reads `app.zip`, `bytecode.zip` and `task.json` in the
 * folder, runs the app in the Python that the page has, and writes `result.json`. What the app prints goes nowhere.
 */
import { readFile, writeFile } from "node:fs/promises";
import { JSDOM } from "jsdom";
import { loadPyodide } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import { APP_FOLDER, unpack } from "../src/boot/unpack";
import type { Config } from "../src/protocol";
import type { Screen } from "./render";

/** What is asked for: the app's file inside its folder, and the site's title. */
interface Task {
  entry: string;
  title: string;
}

/** What running the app gave: what to show, and more files for its folder. Or one line that says why there is nothing. */
type Ran = { configs: Config[]; files: Record<string, string> } | { error: string };

/** The app's first screen too. */
type Result = (Screen & Exclude<Ran, { error: string }>) | { error: string };

const folder = process.argv[2] ?? ".";

async function readBytes(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(`${folder}/${name}`));
}

async function runApp(entry: string): Promise<Ran> {
  const python = await loadPyodide({
    lockFileContents: { info, packages: {} } as never,
    stdLibURL: `${folder}/bytecode.zip`,
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" },
    stdout: () => undefined,
    stderr: () => undefined,
  });
  unpack(python, await readBytes("app.zip"), APP_FOLDER);
  const { first_screen: firstScreen } = python.pyimport("pyblocks.host.prerender") as {
    first_screen: (path: string) => Promise<string>;
  };
  return JSON.parse(await firstScreen(`${APP_FOLDER}/${entry}`)) as Ran;
}

/** Give this program the DOM that components need: sanitising is done by it. Python, which has none, has run by now. */
function makeDom(): void {
  const { window } = new JSDOM("<!doctype html>");
  const { document, location } = window;
  Object.assign(globalThis, { window, document, location });
}

async function prerender({ entry, title }: Task): Promise<Result> {
  const ran = await runApp(entry);
  if ("error" in ran) return ran;
  makeDom();
  const { render } = await import("./render");
  return { ...ran, ...(await render(ran.configs, title)) };
}

const task = JSON.parse(await readFile(`${folder}/task.json`, "utf8")) as Task;
const result = await prerender(task).catch((error: unknown) => ({ error: String(error) }));
await writeFile(`${folder}/result.json`, JSON.stringify(result));
process.exit();
