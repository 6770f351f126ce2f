import { inflate, inflatedUrl } from "./inflated";

/** What the build wrote at the head of `sw.js`; its Python side is `pyblocks/build/offline.py`. */
export interface Build {
  /** Stands for all files but the page, which has it in its manifest. */
  id: string;
  /** The SHA-256 of each file, by its path inside the site; a page's path is that of its folder. */
  files: Record<string, string>;
  /** The SHA-256 of what a copy has inflated, once it is. */
  inflated: Record<string, string>;
}

/** One build of a site, whole, in the browser's cache storage. */
export class SiteCopy {
  /** Of the cache: the site's scope, and what changes with any of its files. */
  readonly name: string;
  /** What the cache has, by its URL there. */
  private readonly paths: Map<string, string>;

  /** @param scope the URL of the site's folder */
  constructor(
    private readonly build: Build,
    private readonly scope: string,
  ) {
    this.name = `${prefix(scope)}${build.id} ${build.files[""] ?? ""}`;
    this.paths = new Map(Object.keys(build.files).map((path) => [this.key(path), path]));
  }

  /** Whether the copy has the file there. */
  has(url: string): boolean {
    return this.paths.has(url);
  }

  /**
   * The file there; none if the browser was short of room and dropped the copy.
   *
   * Every page of the host can write here, so what runs is checked each time; what somebody changed is fetched again. Not
   * the WebAssembly and the snapshot: they would have to be read twice, and a visit waits for them.
   */
  async find(url: string): Promise<Response | undefined> {
    const found = await match(this.name, url);
    const path = this.paths.get(url);
    if (!found || path === undefined || /\.(wasm|bin)$/.test(path)) return found;
    return (await this.isAsBuilt(path, found.clone())) ? found : this.mend(url, path);
  }

  /** Copy all files of the build; fails, and leaves nothing, if one isn't as it was built: a new build is on its way. */
  async make(): Promise<void> {
    const cache = await caches.open(this.name);
    try {
      // One after the other, since the visitor is using the app meanwhile.
      for (const [key, path] of this.paths) await cache.put(key, await this.get(key, path));
    } catch (error) {
      await caches.delete(this.name);
      throw error;
    }
  }

  /** Remove the copies of this site's other builds. */
  async removeOthers(): Promise<void> {
    await removeCopies(this.scope, this.name);
  }

  private key(path: string): string {
    const url = new URL(path, this.scope).href;
    return isSnapshot(path) ? inflatedUrl(url) : url;
  }

  /** The browser has most of them: in another build's copy, since a name has one content, or from the visit at hand. */
  private async get(key: string, path: string): Promise<Response> {
    return (path.startsWith("assets/") && (await this.fromOtherBuild(key, path))) || this.download(path);
  }

  private async mend(key: string, path: string): Promise<Response> {
    const response = await this.download(path);
    const cache = await caches.open(this.name);
    await cache.put(key, response.clone());
    return response;
  }

  private async download(path: string): Promise<Response> {
    const url = new URL(path, this.scope).href;
    for (const cache of ["force-cache", "reload"] as const) {
      const response = await fetch(url, { cache });
      const copy = response.clone();
      const bytes = await response.arrayBuffer();
      if (response.ok && (await sha256(bytes)) === this.build.files[path])
        return isSnapshot(path) ? inflate(copy.body) : copy;
    }
    throw new Error(`${url} is not as it was built: the site is being published, or something changes its files`);
  }

  /** The file, without any header that somebody may have added to it. */
  private async fromOtherBuild(key: string, path: string): Promise<Response | undefined> {
    for (const name of await copies(this.scope)) {
      const found = await match(name, key);
      if (!found || !(await this.isAsBuilt(path, found.clone()))) continue;
      return new Response(found.body, { headers: { "Content-Type": found.headers.get("Content-Type") ?? "" } });
    }
    return undefined;
  }

  private async isAsBuilt(path: string, { body, status }: Response): Promise<boolean> {
    const wanted = isSnapshot(path) ? this.build.inflated[path] : this.build.files[path];
    return status === 200 && (await sha256(await new Response(body).arrayBuffer())) === wanted;
  }
}

function match(cacheName: string, url: string): Promise<Response | undefined> {
  return caches.match(url, { cacheName, ignoreVary: true });
}

function isSnapshot(path: string): boolean {
  return path.endsWith(".bin");
}

/** Remove the copies of a site's builds, but not the one named `kept`. */
export async function removeCopies(scope: string, kept?: string): Promise<void> {
  const others = (await copies(scope)).filter((name) => name !== kept);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function copies(scope: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix(scope)));
}

/** There are no spaces in a path: no site's prefix begins another's. */
function prefix(scope: string): string {
  return `pyblocks ${new URL(scope).pathname} `;
}

async function sha256(data: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
