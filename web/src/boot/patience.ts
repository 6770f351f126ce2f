/** Stops a request once nothing has come for so many seconds. */
export class Patience {
  readonly #controller = new AbortController();
  readonly #seconds: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly signal = this.#controller.signal;

  constructor(seconds: number | undefined) {
    this.#seconds = seconds;
    this.begin();
  }

  /** Something came, or may come from now on. */
  begin(): void {
    this.end();
    if (this.#seconds === undefined) return;
    this.#timer = setTimeout(() => {
      this.#controller.abort(new DOMException("timed out", "TimeoutError"));
    }, 1000 * this.#seconds);
  }

  /** It is all there, or will never be. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
