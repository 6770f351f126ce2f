/** What Pyodide keeps of a call that is suspended; something else where the call can't be. */
interface Suspended {
  /** The address of the thread state that Python has made for this call. */
  threadState?: number;
  /** The address of its current frame. */
  frame?: number;
}

/** What WebAssembly imports of Pyodide's for suspending a call. */
export interface Suspending {
  saveState: () => Suspended;
  restoreState: (state: Suspended) => void;
}

/** Where a thread state has the address of its current frame, in bytes; Python 3.14's, as Pyodide's version is pinned. */
const CURRENT_FRAME = 52;

/**
 * Keep Python's garbage collector from following the frames of suspended calls.
 *
 * It follows those of every thread state, to save time, and each call has one of its own. While a call is suspended,
 * others may use its part of the stack: what the collector finds there are no frames any more. They lead out of the memory,
 * and Python dies, or in a circle, and the page hangs. It is a fault of Pyodide 314.0.7 (its issue 6464).
 *
 * @param env changed: what Pyodide gives to WebAssembly
 * @param memory its memory, once there is one
 */
export function hideSuspended(env: Suspending, memory: () => WebAssembly.Memory): void {
  const { saveState, restoreState } = env;
  const view = (): DataView => new DataView(memory().buffer);
  env.saveState = () => {
    const state = saveState();
    if (state.threadState === undefined) return state;
    const address = state.threadState + CURRENT_FRAME;
    state.frame = view().getUint32(address, true);
    view().setUint32(address, 0, true);
    return state;
  };
  env.restoreState = (state) => {
    if (state.threadState !== undefined && state.frame !== undefined)
      view().setUint32(state.threadState + CURRENT_FRAME, state.frame, true);
    restoreState(state);
  };
}
