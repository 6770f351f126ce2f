/**
 * Render an app's first screen: `node prerender.js FOLDER` reads `app.zip`, `bytecode.zip` and `task.json` in the
 * folder, runs the app in the Python that the page has, and writes `result.json`. What the app prints goes nowhere.
 */
import { readFile, writeFile } from "node:fs/promises";
import { JSDOM } from "jsdom";
import { info } from "pyodide/pyodide-lock.json";
import { APP_FOLDER, unpack } from "../src/boot/unpack";
import type { Config } from "../src/protocol";
import type { Screen } from "./render";
import { enterSandbox, type SandboxedPyodide } from "./sandbox";

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

async function readBytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(`${folder}/${name}`));
}

async function runApp({ load, createModule }: SandboxedPyodide, app: Uint8Array, entry: string): Promise<Ran> {
  const python = await load({
    createPyodideModule: createModule,
    lockFileContents: { info, packages: {} } as never,
    stdLibURL: "bytecode.zip",
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" },
    stdout: () => undefined,
    stderr: () => undefined,
  });
  unpack(python, app, APP_FOLDER);
  const { first_screen: firstScreen } = python.pyimport("pyblocks.host.prerender") as {
    first_screen: (path: string) => Promise<string>;
  };
  return JSON.parse(await firstScreen(`${APP_FOLDER}/${entry}`)) as Ran;
}

async function prerender(): Promise<Result> {
  const { entry, title } = JSON.parse(await readFile(`${folder}/task.json`, "utf8")) as Task;
  const [app, bytecode] = [await readBytes("app.zip"), await readBytes("bytecode.zip")];
  const { window } = new JSDOM("<!doctype html>");
  const ran = await runApp(await enterSandbox({ "bytecode.zip": bytecode }), app, entry);
  if ("error" in ran) return ran;
  // The DOM that components need: sanitising is done by it. Python, which has none, has run by now.
  const { document, location } = window;
  Object.assign(globalThis, { window, document, location });
  const { render } = await import("./render");
  return { ...ran, ...(await render(ran.configs, title)) };
}

const exit = process.exit.bind(process); // the sandbox has no process
const result = await prerender().catch((error: unknown) => ({ error: String(error) }));
await writeFile(`${folder}/result.json`, JSON.stringify(result));
exit();
