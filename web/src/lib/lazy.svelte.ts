/** The modules that were asked for so far, by their source files. */
const asked = new Map<string, Promise<void>>();

/**
 * A module that loads when something first needs it. Who read it before it was there is run again when it is.
 *
 * At build time the first screen is rendered until all that it asks for is there. The page that shows it keeps what was
 * rendered then until its own modules are loaded, too.
 */
export class Lazy<Module> {
  private module: Module | undefined = $state.raw();

  /** @param source the module's file, as Vite's manifest names it: its style sheets belong to the first screen */
  constructor(
    private readonly source: string,
    private readonly load: () => Promise<Module>,
  ) {}

  /** The module; undefined while it is loading. */
  get(): Module | undefined {
    if (!this.module && !asked.has(this.source)) asked.set(this.source, this.start());
    return this.module;
  }

  private async start(): Promise<void> {
    this.module = await this.load();
  }
}

/** The source files of all modules that were asked for, once they are there. */
export async function askedFor(): Promise<string[]> {
  await Promise.all(asked.values());
  return [...asked.keys()];
}
