import type { Site, SiteFile } from "../site";
import { BootError } from "./failure";
import type { Progress } from "./progress";

const MIME: Record<string, string> = { wasm: "application/wasm", mjs: "text/javascript", zip: "application/zip" };

const ADVICE = "If you publish this site, upload the whole folder again; if you visit it, try again later.";

/** The files that Python starts from: beside the page, or embedded in it. */
export class SiteFiles {
  private readonly trouble = Promise.withResolvers<never>();
  /** Rejects as soon as a file can't be had. Pyodide, when its WebAssembly doesn't come, waits for ever. */
  readonly failed = this.trouble.promise;

  constructor(
    private readonly site: Site,
    private readonly progress: Progress,
  ) {}

  /** The file as a response whose body counts on the loading screen. */
  async open(name: SiteFile): Promise<Response> {
    try {
      return await this.read(name);
    } catch (error) {
      this.trouble.reject(error);
      throw error;
    }
  }

  async bytes(name: SiteFile): Promise<Uint8Array> {
    return new Uint8Array(await (await this.open(name)).arrayBuffer());
  }

  private async read(name: SiteFile): Promise<Response> {
    const { url, size } = this.site.files[name];
    const body = url.startsWith("#") ? unpack(url) : await this.fetch(url);
    let got = 0;
    const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        got += chunk.byteLength;
        this.progress.add(chunk.byteLength);
        controller.enqueue(chunk);
      },
      flush: () => {
        if (got !== size) this.trouble.reject(new BootError(`${cantRead(url)} (${got} bytes, not ${size})\n${ADVICE}`));
      },
    });
    const type = MIME[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    return new Response(body.pipeThrough(counter), { headers: { "content-type": type } });
  }

  private async fetch(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    let response: Response;
    try {
      response = await fetch(url);
    } catch (error) {
      throw new BootError(`${cantRead(url)}\nCheck the network connection and try again.`, String(error));
    }
    if (!response.ok || !response.body) throw new BootError(`${cantRead(url)} (${response.status})\n${ADVICE}`);
    return response.body;
  }
}

function cantRead(url: string): string {
  return `A file of this site is missing or can’t be read: ${url}`;
}

/** Decode an embedded file, gzip in base64; the element is dropped, since its text takes memory for nothing. */
function unpack(selector: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const element = document.querySelector(selector);
  if (!element) throw new BootError(`This file is cut short: the part ${selector} is missing. Get it again, whole.`);
  const text = atob(element.textContent.trim());
  element.remove();
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
}
