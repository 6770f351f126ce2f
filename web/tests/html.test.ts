import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import { compile } from "../src/lib/html/template";
import { block, show, type Page, type TestBlock } from "./page";

function html(value: unknown, props: object = {}, children: TestBlock[] = []): Promise<Page> {
  return show(
    block(
      "html",
      {
        value,
        html_template: "${value}",
        css_template: "",
        js_on_load: "element.addEventListener('click', function() { trigger('click') });",
        apply_default_css: true,
        container: false,
        show_label: false,
        head: null,
        props: {},
        elem_id: "it",
        ...props,
      },
      children,
    ),
  );
}
const box = (): HTMLElement => document.querySelector<HTMLElement>("#it .html-container") as HTMLElement;

describe("templates", () => {
  const filled = (source: string, scope = {}): string | undefined => compile(source)?.(scope);

  it("evaluate JavaScript, with braces, strings and templates inside", () => {
    expect(
      filled("<p>${value.n + 1} ${items.map(x => `<b>${x}</b>`).join('')}</p>", {
        value: { n: 1 },
        items: "ab".split(""),
      }),
    ).toBe("<p>2 <b>a</b><b>b</b></p>");
    expect(filled("${'}'}${({a: {b: 1}}).a.b}")).toBe("}1");
  });

  it("show nothing for None", () => {
    expect(filled("a${value}b", { value: null })).toBe("ab");
  });

  it("say what is wrong with them", () => {
    expect(() => filled("${value")).toThrow('"${" without its "}": ${value');
  });

  it("never read a value as a template", () => {
    expect(filled("${value}", { value: "${1+1} {{value}}" })).toBe("${1+1} {{value}}");
  });
});

describe("content", () => {
  it("is the value's HTML, whose scripts don't run", async () => {
    await html("<h2>Hi</h2><script>document.title = 'ran'</script>");
    expect(screen.getByRole("heading", { name: "Hi" })).toBeTruthy();
    expect(document.title).not.toBe("ran");
  });

  it("has the app's own props in it, and Handlebars", async () => {
    await html(["a", "<b>"], {
      html_template: "<ul>{{#each value}}<li class='${color}'>{{this}}</li>{{/each}}</ul>",
      props: { color: "red" },
    });
    const items = await screen.findAllByRole("listitem");
    expect(items.map((item) => [item.className, item.textContent])).toEqual([
      ["red", "a"],
      ["red", "<b>"],
    ]);
  });

  it("has its children where @children stands", async () => {
    await html("x", { html_template: "<p>before</p>@children<p>after</p>" }, [
      block("accordion", { label: "Child", open: false }),
    ]);
    expect(box().textContent.replace(/\s+/g, " ").trim()).toBe("before Child after");
  });

  it("has styles of its own", async () => {
    await html("x", { css_template: "p { color: ${color}; }", props: { color: "red" } });
    const id = box().firstElementChild?.id ?? "";
    expect(document.querySelector("style")?.textContent).toBe(`#${id} { p { color: red; } }`);
  });

  it("says what its template got wrong", async () => {
    await html("x", { html_template: "${value.a.b}" });
    expect(screen.getByRole("alert").textContent).toMatch(/Error rendering HTML: .*undefined/);
  });

  it("keeps elements and what was typed when it changes", async () => {
    const page = await html("a", { html_template: "<input aria-label='Field'><b>${value}</b>" });
    const field = screen.getByLabelText<HTMLInputElement>("Field");
    await userEvent.type(field, "typed");
    page.nodes[0]?.patch({ value: "b" });
    flushSync();
    expect(box().querySelector("b")?.textContent).toBe("b");
    expect(screen.getByLabelText("Field")).toBe(field);
    expect(field.value).toBe("typed");
  });
});

describe("js_on_load", () => {
  it("tells clicks unless the app says otherwise", async () => {
    const page = await html("<p>text</p>");
    await userEvent.click(screen.getByText("text"));
    expect(page.events()).toEqual([["click", undefined, {}]]);
  });

  it("reads and writes props, and triggers events with data", async () => {
    const page = await html("a", {
      html_template: "<button>${value}${n}</button>",
      js_on_load: `element.querySelector("button").addEventListener("click", () => {
        props.value = props.value + "!"; props.n = Object.keys(props).length; trigger("submit", { q: 1 });
      });`,
      props: { n: 0 },
    });
    await userEvent.click(screen.getByRole("button", { name: "a0" }));
    expect(screen.getByRole("button", { name: "a!4" })).toBeTruthy();
    expect(page.events()).toEqual([
      ["props", { value: "a!" }, undefined],
      ["props", { props: { n: 4 } }, undefined],
      ["submit", undefined, { q: 1 }],
    ]);
  });

  it("watches what Python changes, not what was there first nor what it changes itself", async () => {
    const page = await html("a", {
      html_template: "<button>${value}${n}</button>",
      js_on_load: `
        const tell = (name) => watch(name, () => trigger("play", [name, props[name]]));
        tell("value"); tell("n"); tell("label");
        element.querySelector("button").onclick = () => { props.value = ["mine"]; props.n = 1; };`,
      props: { n: 0 },
      label: "first",
    });
    const told = (): unknown[] => page.events().flatMap(([event, , data]) => (event === "play" ? [data] : []));
    flushSync();
    await userEvent.click(screen.getByRole("button", { name: "a0" }));
    flushSync();
    expect(box().textContent.trim()).toBe("mine1");
    expect(told()).toEqual([]);
    page.nodes[0]?.patch({ value: "Python's" });
    flushSync();
    page.nodes[0]?.patch({ props: { n: 2 } });
    flushSync();
    expect(told()).toEqual([
      ["value", "Python's"],
      ["n", 2],
    ]);
  });

  it("calls the app's functions, and hears what they return or raise", async () => {
    const page = await html("a", {
      js_on_load: `
        trigger("play", await server.shout("abc"));
        try { await server.fail(); } catch (error) { trigger("stop", error.message); }`,
    });
    const answer = async (call: number, value: unknown, error: string | null): Promise<void> => {
      await waitFor(() => {
        expect(page.sent.filter(({ type }) => type === "call")).toHaveLength(call + 1);
      });
      page.app.receive({ type: "result", call, value, error });
    };
    await answer(0, "ABC", null);
    await answer(1, null, "no");
    expect(page.sent.find(({ type }) => type === "call")).toMatchObject({ function: "shout", args: ["abc"] });
    await waitFor(() => {
      expect(page.events()).toEqual([
        ["play", undefined, "ABC"],
        ["stop", undefined, "no"],
      ]);
    });
  });
});
