import type { Json } from "../protocol";

type AnyFunction = (...args: Json[]) => unknown;

/**
 * Call the function that an app gives as text: any JavaScript expression for one, such as `(x) => x + 1`,
 * `async function f(x) {…}` or the name of a function. It starts before this returns.
 */
export function callFunction(source: string, args: Json[]): Promise<unknown> {
  return new Promise((resolve) => {
    const fn = evaluate(source);
    if (typeof fn !== "function") throw new TypeError(`js= is not a function: ${source}`);
    resolve((fn as AnyFunction)(...args));
  });
}

/** Run what an app gives as text: a function, which is called, or any other code. */
export async function runCode(source: string): Promise<void> {
  const script = compile(source) ?? compileCode(source);
  const value = await script();
  if (typeof value === "function") await (value as AnyFunction)();
}

function evaluate(source: string): unknown {
  const expression = compile(source);
  if (!expression) compileCode(`return (${source}\n)`); // throws what is wrong with it
  return expression?.();
}

/** Code as a function that evaluates it; undefined if it is no expression. */
function compile(source: string): (() => unknown) | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the app's own code
    return new Function(`return (${source.replace(/[\s;]+$/, "")}\n)`) as () => unknown;
  } catch {
    return undefined;
  }
}

const AsyncFunction = (async () => Promise.resolve()).constructor as new (code: string) => () => Promise<unknown>;

function compileCode(source: string): () => Promise<unknown> {
  return new AsyncFunction(source);
}
