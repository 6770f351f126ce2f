/**
 * Compile what a page that starts Python from scratch imports: `node bytecode.js FOLDER` reads `pyblocks.zip` in the
 * folder, and writes `bytecode.zip`: the standard library with PyBlocks in it.
 */
import { readFile, writeFile } from "node:fs/promises";
import { loadPyodide } from "pyodide";
import { info } from "pyodide/pyodide-lock.json";
import type { FileSystem } from "../src/boot/module";
import { STDLIB } from "../src/boot/stdlib";
import { SITE_PACKAGES, unpack } from "../src/boot/unpack";

const COMPILE = `
import sys
import pyblocks.host.runtime
modules = frozenset(sys.modules)

from pathlib import Path
from pyblocks.host.bytecode import bytecode_archive
bytecode_archive(Path("${STDLIB}"), Path("/tmp/pyblocks.zip"), modules, Path("/tmp/bytecode.zip"))
`;

const folder = process.argv[2] ?? ".";
const pyblocks = new Uint8Array(await readFile(`${folder}/pyblocks.zip`));
const python = await loadPyodide({
  lockFileContents: { info, packages: {} } as never,
  env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" }, // so that sets are written in one order
});
const FS = python.FS as FileSystem & { readFile: (path: string) => Uint8Array };
unpack(python, pyblocks, SITE_PACKAGES);
FS.writeFile("/tmp/pyblocks.zip", pyblocks);
python.runPython(COMPILE);
await writeFile(`${folder}/bytecode.zip`, FS.readFile("/tmp/bytecode.zip"));
process.exit();
