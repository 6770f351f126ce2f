// @vitest-environment jsdom -- the sanitiser needs a DOM as complete as a browser's
import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { parseMarkdown } from "../src/lib/markdown/parse";
import { block, show, type Page } from "./page";

/** Nothing has a size here, so nothing is ever resized. */
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe = vi.fn();
    disconnect = vi.fn();
  },
);

const DOLLARS = { left: "$$", right: "$$", display: true };
const DOLLAR = { left: "$", right: "$", display: false };

function markdown(value: string | null, props: object = {}): Promise<Page> {
  return show(
    block("markdown", {
      value,
      container: false,
      sanitize_html: true,
      line_breaks: false,
      header_links: false,
      latex_delimiters: [DOLLARS],
      buttons: null,
      rtl: false,
      ...props,
    }),
  );
}
const text = (): HTMLElement => screen.getByTestId("markdown");

function parsed(source: string, delimiters = [DOLLARS, DOLLAR], lineBreaks = false): string {
  return parseMarkdown(source, { lineBreaks, headerLinks: false, delimiters }).trim();
}

describe("GitHub's Markdown", () => {
  it("has tables, task lists, struck out text and bare links", async () => {
    await markdown("| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] todo\n\n~~old~~ https://example.org");
    expect(screen.getByRole("columnheader", { name: "a" })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Done" }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "To do" }).checked).toBe(false);
    expect(text().querySelector("del")?.textContent).toBe("old");
    expect(screen.getByRole("link").getAttribute("href")).toBe("https://example.org");
  });

  it("breaks lines only when asked to", () => {
    expect(parsed("a\nb")).toBe("<p>a\nb</p>");
    expect(parsed("a\nb", [], true)).toBe("<p>a<br>b</p>");
  });

  it("links headings by their words, each by its own", async () => {
    await markdown("# A *b* c!\n\n# A b c", { header_links: true });
    const ids = within(screen.getByTestId("markdown"))
      .getAllByRole("heading")
      .map(({ id }) => id);
    expect(ids).toEqual(["h-a-b-c", "h-a-b-c-1"]);
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["#h-a-b-c", "#h-a-b-c-1"]);
  });

  it("opens other sites in a tab of their own, and nothing else", async () => {
    await markdown("[out](https://example.org) [in](#x) [near](other.html)");
    expect(screen.getAllByRole("link").map((a) => [a.getAttribute("target"), a.getAttribute("rel")])).toEqual([
      ["_blank", "noopener noreferrer"],
      [null, null],
      [null, null],
    ]);
  });

  it("shows what Python sets", async () => {
    const page = await markdown(null);
    expect(text().textContent.trim()).toBe("");
    page.nodes[0]?.patch({ value: "**new**" });
    flushSync();
    expect(text().querySelector("strong")?.textContent).toBe("new");
  });
});

describe("sanitising", () => {
  const EVIL = `<b onclick="x()">b</b><script>x()</script><img src="x" onerror="x()"><a href="javascript:x()">a</a>`;

  it("takes out what could run", async () => {
    await markdown(EVIL);
    expect(text().querySelector("script")).toBeNull();
    expect(text().innerHTML).not.toMatch(/onclick|onerror|javascript:/);
    expect(text().querySelector("b")?.textContent).toBe("b");
  });

  it("leaves HTML as it is with sanitize_html=False", async () => {
    await markdown(EVIL, { sanitize_html: false });
    expect(text().querySelector("b")?.getAttribute("onclick")).toBe("x()");
  });
});

describe("formulas", () => {
  it("keeps their source from Markdown", () => {
    expect(parsed("$a_1 * b_2 * c$")).toBe('<p><code class="math">a_1 * b_2 * c</code></p>');
    expect(parsed("$$\na < b\n\n- c\n$$")).toBe(
      '<p><code class="math" data-display="true">\na &lt; b\n\n- c\n</code></p>',
    );
  });

  it("reads delimiters with backslashes, and braces around a delimiter", () => {
    expect(parsed("x \\(y\\) z", [{ left: "\\(", right: "\\)", display: false }])).toBe(
      '<p>x <code class="math">y</code> z</p>',
    );
    expect(parsed("$a_{$}$")).toContain('<code class="math">a_{$}</code>');
  });

  it("leaves code, single dollars and text without an end alone", () => {
    expect(parsed("`$a$` and $5", [DOLLARS, DOLLAR])).toBe("<p><code>$a$</code> and $5</p>");
    expect(parsed("$a$", [DOLLARS])).toBe("<p>$a$</p>");
  });

  it("are set by KaTeX, after standing there as code", async () => {
    await markdown("so $$x^2$$ is");
    expect(text().textContent).toContain("so");
    await waitFor(() => {
      expect(text().querySelector(".katex-display")).not.toBeNull();
    });
    expect(text().querySelector("code.math")).toBeNull();
  });
});

describe("code", () => {
  it("is coloured where its language is known", async () => {
    await markdown("```python\ndef f(): pass\n```\n\n```nonsense\ndef\n```");
    await waitFor(() => {
      expect(text().querySelector(".hljs-keyword")?.textContent).toBe("def");
    });
    expect(text().querySelectorAll("pre")[1]?.querySelector("span")).toBeNull();
  });

  it("can be copied", async () => {
    const user = userEvent.setup();
    await markdown("```\nx = 1\n```");
    await user.click(screen.getByRole("button", { name: "Copy code" }));
    expect(await navigator.clipboard.readText()).toBe("x = 1\n");
  });
});

it("copies its source and tells what was copied", async () => {
  const user = userEvent.setup();
  const page = await markdown("**a**", { buttons: ["copy"] });
  await user.click(screen.getByRole("button", { name: "Copy" }));
  expect(await navigator.clipboard.readText()).toBe("**a**");
  expect(page.events()).toEqual([["copy", undefined, { value: "**a**" }]]);
});
