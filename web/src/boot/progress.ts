import { t } from "../i18n/language.svelte";
const MB = 1e6;

/** The loading screen of `page.html`: a bar over all bytes to load, and a line that says what is going on. */
export class Progress {
  private loaded = 0;
  private percent = 0;
  private readonly bar = document.querySelector<HTMLElement>("#pyblocks-bar");
  private readonly stage = document.querySelector<HTMLElement>("#pyblocks-stage");

  /** @param total bytes, not compressed */
  constructor(private readonly total: number) {}

  /** Count loaded bytes; they are nine tenths of the bar, starting Python is the rest. */
  add(bytes: number): void {
    this.loaded += bytes;
    if (this.loaded >= this.total) {
      this.show(0.93, t("startingPython"));
      return;
    }
    const megabytes = (bytes: number) => (bytes / MB).toFixed(1);
    this.show(
      0.9 * (this.loaded / this.total),
      t("loadingPython", { loaded: megabytes(this.loaded), total: megabytes(this.total) }),
    );
  }

  /** Python runs the app. */
  running(): void {
    this.show(0.97, t("startingApp"));
  }

  private show(share: number, stage: string): void {
    if (!this.bar || !this.stage) return;
    const percent = Math.min(100, Math.round(100 * share));
    if (percent === this.percent) return; // files come in many small pieces
    this.percent = percent;
    this.bar.setAttribute("aria-valuenow", String(percent));
    (this.bar.firstElementChild as HTMLElement).style.transform = `scaleX(${percent / 100})`;
    this.stage.textContent = stage;
  }
}
