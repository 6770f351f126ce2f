declare module "pyodide/pyodide.asm.mjs" {
  const createModule: import("../src/boot/module").CreateModule;
  export default createModule;
}
