import { gunzipSync, gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { SiteCopy, removeCopies } from "../src/offline/copy";
import { inflatedUrl } from "../src/offline/inflated";

const SCOPE = "https://example.org/app/";

class FakeCache {
  readonly kept = new Map<string, Response>();
  put(url: string, response: Response): Promise<void> {
    this.kept.set(url, response);
    return Promise.resolve();
  }
}

class FakeCaches {
  readonly all = new Map<string, FakeCache>();
  open(name: string): Promise<FakeCache> {
    const cache = this.all.get(name) ?? new FakeCache();
    this.all.set(name, cache);
    return Promise.resolve(cache);
  }
  keys(): Promise<string[]> {
    return Promise.resolve([...this.all.keys()]);
  }
  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.all.delete(name));
  }
  match(url: string, { cacheName }: { cacheName: string }): Promise<Response | undefined> {
    return Promise.resolve(this.all.get(cacheName)?.kept.get(url)?.clone());
  }
}

type Content = string | Uint8Array<ArrayBuffer>;

let stored: FakeCaches;
/** What the server has and what the browser's HTTP cache has, by path. */
let served: Record<string, Content>;
let remembered: Record<string, Content>;
let asked: string[];

beforeEach(() => {
  stored = new FakeCaches();
  served = { "": "page", "assets/main-1.js": "main()" };
  remembered = {};
  asked = [];
  vi.stubGlobal("caches", stored);
  vi.stubGlobal("fetch", (url: string, { cache }: RequestInit) => {
    const path = url.slice(SCOPE.length);
    asked.push(path);
    const content = (cache === "force-cache" ? remembered[path] : undefined) ?? served[path];
    return Promise.resolve(new Response(content ?? "Not found", { status: content === undefined ? 404 : 200 }));
  });
});

async function digest(content: Content): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

/** A build of what the server has. */
async function copyOf(id: string, scope = SCOPE): Promise<SiteCopy> {
  const files: Record<string, string> = {};
  const inflated: Record<string, string> = {};
  for (const [path, content] of Object.entries(served)) {
    files[path] = await digest(content);
    if (path.endsWith(".bin")) inflated[path] = await digest(new Uint8Array(gunzipSync(content)));
  }
  return new SiteCopy({ id, files, inflated }, scope);
}

async function text(copy: SiteCopy, path: string): Promise<string | undefined> {
  return (await copy.find(SCOPE + path))?.text();
}

describe("a copy of a site", () => {
  test("has its files, the page at the address of the folder", async () => {
    const copy = await copyOf("one");
    await copy.make();
    expect(copy.has(SCOPE)).toBe(true);
    expect(copy.has(`${SCOPE}other/`)).toBe(false);
    expect(await text(copy, "")).toBe("page");
    expect(await text(copy, "assets/main-1.js")).toBe("main()");
  });

  test("takes what is new where the browser remembers an older file", async () => {
    const copy = await copyOf("one");
    remembered[""] = "old page";
    await copy.make();
    expect(await text(copy, "")).toBe("page");
  });

  test("is made of one build or not at all", async () => {
    const copy = await copyOf("one");
    served["assets/main-1.js"] = "other()";
    await expect(copy.make()).rejects.toThrow("assets/main-1.js is not as it was built");
    expect(await stored.keys()).toEqual([]);
    delete served["assets/main-1.js"];
    await expect(copy.make()).rejects.toThrow("assets/main-1.js is not as it was built");
  });

  test("takes from another build's copy what they share, never the page", async () => {
    await (await copyOf("one")).make();
    asked = [];
    served[""] = "new page";
    served["assets/new-2.js"] = "new()";
    const second = await copyOf("two");
    await second.make();
    expect(asked).toEqual(["", "assets/new-2.js"]);
    expect(await text(second, "assets/main-1.js")).toBe("main()");
    await second.removeOthers();
    expect(await stored.keys()).toEqual([second.name]);
  });

  test("has the snapshot inflated, for the page to read it itself", async () => {
    const url = `${SCOPE}assets/snapshot-1.bin`;
    served["assets/snapshot-1.bin"] = new Uint8Array(gzipSync("memory"));
    const copy = await copyOf("one");
    await copy.make();
    expect(copy.has(url)).toBe(false);
    expect(await (await copy.find(inflatedUrl(url)))?.text()).toBe("memory");
    await (await copyOf("two")).make();
    expect(asked.filter((path) => path.endsWith(".bin"))).toHaveLength(1);
  });

  describe("that another page of the host has changed", () => {
    const poison = (copy: SiteCopy, path: string, content: Content = "evil()"): Map<string, Response> | undefined =>
      stored.all
        .get(copy.name)
        ?.kept.set(SCOPE + path, new Response(content, { headers: { Link: "<https://evil.example/>" } }));

    test("gives nothing of that to a new build", async () => {
      served["assets/snapshot-1.bin"] = new Uint8Array(gzipSync("memory"));
      const first = await copyOf("one");
      await first.make();
      poison(first, "assets/main-1.js");
      poison(first, "assets/snapshot-1.bin?inflated");
      asked = [];
      const second = await copyOf("two");
      await second.make();
      expect(asked).toEqual(["", "assets/main-1.js", "assets/snapshot-1.bin"]);
      expect(await text(second, "assets/main-1.js")).toBe("main()");
      expect(await (await second.find(inflatedUrl(`${SCOPE}assets/snapshot-1.bin`)))?.text()).toBe("memory");
    });

    test("gives a new build no header but the type", async () => {
      const first = await copyOf("one");
      await first.make();
      poison(first, "assets/main-1.js", "main()");
      const second = await copyOf("two");
      await second.make();
      expect((await second.find(`${SCOPE}assets/main-1.js`))?.headers.has("Link")).toBe(false);
    });

    test("is mended before a visit gets it", async () => {
      const copy = await copyOf("one");
      await copy.make();
      poison(copy, "assets/main-1.js");
      poison(copy, "");
      expect(await text(copy, "assets/main-1.js")).toBe("main()");
      expect(await text(copy, "")).toBe("page");
      served = {};
      expect(await text(copy, "assets/main-1.js")).toBe("main()");
      poison(copy, "assets/main-1.js");
      await expect(copy.find(`${SCOPE}assets/main-1.js`)).rejects.toThrow("is not as it was built");
    });
  });

  test("of which only the page has changed is another", async () => {
    const { name } = await copyOf("one");
    served[""] = "new page";
    expect((await copyOf("one")).name).not.toBe(name);
  });
});

test("sites in one another's folders are kept apart", async () => {
  const names = ["https://example.org/", SCOPE, `${SCOPE}inner/`, "https://example.org/app2/"].map(
    (scope) => new SiteCopy({ id: "one", files: {}, inflated: {} }, scope).name,
  );
  await Promise.all(names.map((name) => stored.open(name)));
  await removeCopies(SCOPE);
  expect(await stored.keys()).toEqual(names.filter((name) => name !== names[1]));
});
