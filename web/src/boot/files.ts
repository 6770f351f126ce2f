import { t } from "../i18n/language.svelte";
import { findInflated, inflate } from "../offline/inflated";
import type { FileEntry, Site, SiteFile } from "../site";
import { decode85 } from "../lib/base85";
import { canSuspend } from "./entry";
import { BootError } from "./failure";
import type { Progress } from "./progress";

const MIME: Record<string, string> = { wasm: "application/wasm", mjs: "text/javascript", zip: "application/zip" };

/** The files that Python starts from: beside the page, or embedded in it. */
export class SiteFiles {
  private readonly trouble = Promise.withResolvers<never>();
  /** Rejects as soon as a file can't be had. Pyodide, when its WebAssembly doesn't come, waits for ever. */
  readonly failed = this.trouble.promise;
  private readonly snapshot: Promise<Response>;

  constructor(
    readonly site: Site,
    private readonly progress: Progress,
  ) {
    // Asked for at once: it isn't preloaded, since a visitor who comes back has it in another form.
    this.snapshot = this.openSnapshot();
    this.snapshot.catch(() => undefined); // whoever reads it learns what went wrong
  }

  /** Whether the site has the file. */
  has(name: SiteFile): boolean {
    return name in this.site.files;
  }

  /** How many bytes the file has. */
  size(name: SiteFile): number {
    return this.entry(name).size;
  }

  /** The file as a response whose body counts on the loading screen. */
  async open(name: SiteFile): Promise<Response> {
    try {
      return await this.read(name, this.trouble.reject);
    } catch (error) {
      this.trouble.reject(error);
      throw error;
    }
  }

  /** The same for a file that can be done without: what goes wrong is told to the caller alone. */
  async openOptional(name: SiteFile): Promise<Response> {
    return this.read(name, () => undefined);
  }

  async bytes(name: SiteFile): Promise<Uint8Array> {
    return new Uint8Array(await (await this.open(name)).arrayBuffer());
  }

  /** What is in the snapshot's file; what goes wrong is told to the caller. */
  async snapshotBytes(): Promise<Uint8Array> {
    return new Uint8Array(await (await this.snapshot).arrayBuffer());
  }

  /** The file's content without waiting: the page stands still until it is there. */
  bytesAtOnce(name: SiteFile): Uint8Array {
    const request = new XMLHttpRequest();
    request.open("GET", this.entry(name).url, false);
    request.overrideMimeType("text/plain; charset=x-user-defined"); // gives each byte as one character
    request.send();
    if (request.status !== 200) throw new Error(`${cantRead(name)} (${request.status})`);
    return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0));
  }

  /** Compile WebAssembly as it arrives; from the network without a detour through this thread. */
  async compile(name: SiteFile): Promise<WebAssembly.Module> {
    const { url, size } = this.entry(name);
    if (url.startsWith("#")) return WebAssembly.compileStreaming(this.open(name));
    try {
      const module = await WebAssembly.compileStreaming(this.fetch(url));
      this.progress.add(size);
      return module;
    } catch (error) {
      const failure =
        error instanceof BootError ? error : new BootError(`${cantRead(url)}\n${t("uploadAgain")}`, String(error));
      this.trouble.reject(failure);
      throw failure;
    }
  }

  /** What a script can be imported from. */
  async script(name: SiteFile): Promise<string> {
    const { url, size } = this.entry(name);
    if (url.startsWith("#")) return URL.createObjectURL(await (await this.open(name)).blob());
    this.progress.add(size);
    return new URL(url, document.baseURI).href;
  }

  /** The snapshot, inflated: as this browser keeps it, or out of its file. */
  private async openSnapshot(): Promise<Response> {
    if (!canSuspend) throw new Error("this browser can't use it");
    const { url, size } = this.entry("snapshot.bin");
    const kept = await findInflated(url);
    if (kept) this.progress.add(size);
    return kept ?? inflate((await this.openOptional("snapshot.bin")).body);
  }

  private entry(name: SiteFile): FileEntry {
    const entry = this.site.files[name];
    if (!entry) throw new Error(`this site has no ${name}`);
    return entry;
  }

  private async read(name: SiteFile, onTrouble: (error: Error) => void): Promise<Response> {
    const { url, size } = this.entry(name);
    const kept = url.startsWith("#") ? new Response(unpack(url)) : await this.fetch(url);
    let got = 0;
    const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        got += chunk.byteLength;
        this.progress.add(chunk.byteLength);
        controller.enqueue(chunk);
      },
      flush: (controller) => {
        if (got === size) return;
        const error = new BootError(`${cantRead(url)} (${got} bytes, not ${size})\n${t("uploadAgain")}`);
        controller.error(error);
        onTrouble(error);
      },
    });
    const type = MIME[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    return new Response(kept.body?.pipeThrough(counter) ?? null, { headers: { "content-type": type } });
  }

  private async fetch(url: string): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(url);
    } catch (error) {
      throw new BootError(`${cantRead(url)}\n${t("checkNetwork")}`, String(error));
    }
    if (!response.ok || !response.body)
      throw new BootError(`${cantRead(url)} (${response.status})\n${t("uploadAgain")}`);
    return response;
  }
}

function cantRead(url: string): string {
  return t("fileMissing", { file: url });
}

/** Decode an embedded file, gzip in base 85; the element is dropped, since its text takes memory for nothing. */
function unpack(selector: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const element = document.querySelector(selector);
  if (!element) throw new BootError(t("cutShort", { part: selector }));
  const bytes = decode85(element.textContent);
  element.remove();
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
}
