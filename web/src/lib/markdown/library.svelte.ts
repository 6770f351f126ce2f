/** Turns an element in its plain form into its final one. */
type Dress = (element: HTMLElement) => void;

/** A large library for some elements of a text. It is loaded when the first text has one of them. */
class Library {
  private dress: Dress | undefined = $state.raw();
  private loading = false;

  constructor(
    private readonly selector: string,
    private readonly load: () => Promise<{ default: Dress }>,
  ) {}

  /** Dress the elements under `root`; while the library loads they stay plain, and readers run again afterwards. */
  apply(root: ParentNode): void {
    const elements = root.querySelectorAll<HTMLElement>(this.selector);
    if (!elements.length) return;
    if (this.dress) elements.forEach(this.dress);
    else void this.start();
  }

  private async start(): Promise<void> {
    if (this.loading) return;
    this.loading = true;
    this.dress = (await this.load()).default;
  }
}

export const libraries = [
  new Library("code.math", () => import("./typeset")),
  new Library("pre > code[class*=language-]", () => import("./highlight")),
];
