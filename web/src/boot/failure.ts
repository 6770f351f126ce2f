import { t } from "../i18n/language.svelte";
/** A failure to start that the visitor or the app's author can do something about. */
export class BootError extends Error {
  constructor(
    message: string,
    /** A traceback or the like, shown under "Details". */
    readonly details = "",
  ) {
    super(message);
  }
}

declare global {
  interface Window {
    /** In `page.html`, so that it works where this script doesn't. */
    pyblocksFail: (message: string, details?: string) => void;
    /** Is told where it is said: the settings stay in reach. */
    pyblocksFailed?: (alert: HTMLElement) => void;
  }
}

/** Show in place of the app what is wrong and what to do about it. */
export function showFailure(error: unknown): void {
  if (error instanceof BootError) window.pyblocksFail(error.message, error.details);
  else if (error instanceof Error) window.pyblocksFail(t("startingFailed", { reason: error.message }), error.stack);
  else window.pyblocksFail(t("startingFailed", { reason: String(error) }));
}
