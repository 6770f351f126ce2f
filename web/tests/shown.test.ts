import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync, tick } from "svelte";
import { afterEach, describe, expect, it } from "vitest";
import type { Config, Props, ToPython } from "../src/protocol";
import { Shown } from "../src/shown";
import { block, config, type TestBlock } from "./page";

const SHARED = { info: null, show_label: true, container: true, interactive: true, min_width: 160, buttons: [] };
const TEXT = { lines: 1, max_lines: 1, type: "text" };
const FIELD = { ...SHARED, ...TEXT, label: "Name", value: "Ada" };

const name = (props: Props = {}): TestBlock => block("textbox", { ...FIELD, ...props });
const out = (props: Props = {}): TestBlock => name({ label: "Out", value: "", ...props });
const go = (): TestBlock => block("button", { ...SHARED, value: "Go", variant: "primary", size: "lg", link: null });

/** An app whose block 2, a button, has a listener that writes to block 3; the root is 0. */
function app(blocks: TestBlock[], others: Partial<Config> = {}): Config {
  const click = {
    id: 0,
    targets: [[2, "click"] as [number, string]],
    inputs: [1],
    outputs: [3],
    show_progress: "full" as const,
    show_progress_on: [],
    scroll_to_output: false,
  };
  return { ...config(...blocks), dependencies: [click], ...others };
}

const field = (label: string): HTMLInputElement => screen.getByLabelText(label);
let shown: Shown;

/** A page whose markup is there: it is mounted here, since nothing has rendered it before. */
function open(first: Config): ToPython[] {
  const sent: ToPython[] = [];
  shown = new Shown(0, first, { prerendered: true });
  connect = () => {
    shown.connect((message) => {
      sent.push(message);
      if (message.type === "event" && message.replayed) shown.receive({ type: "ready" });
    });
  };
  return sent;
}
let connect: () => void;

afterEach(async () => {
  await shown.remove();
  document.head.replaceChildren();
});

describe("before Python is up", () => {
  it("what the visitor does is held, and told in order when the load listeners are done", async () => {
    const sent = open(app([name(), go(), out()]));
    await userEvent.type(field("Name"), "!");
    await userEvent.click(screen.getByRole("button", { name: "Go" }));
    await userEvent.type(field("Name"), "?");
    connect();
    expect(sent).toEqual([]);
    await shown.replay();
    const told = sent.flatMap((m) =>
      m.type === "event" && (m.edit || m.event === "click") ? [[m.event, m.edit?.value]] : [],
    );
    expect(told).toEqual([
      ["input", "Ada!"],
      ["click", undefined],
      ["input", "Ada!?"],
    ]);
  });

  it("a click shows at once that its result is pending, until Python knows", async () => {
    open(app([name(), go(), out()]));
    await userEvent.click(screen.getByRole("button", { name: "Go" }));
    flushSync();
    expect(shown.app.node(3).stage).toBe("pending");
    expect(shown.app.node(1).stage).toBeNull();
    connect();
    await shown.replay();
    expect(shown.app.node(3).stage).toBeNull();
  });

  it("what a load listener says doesn't replace what the visitor typed", async () => {
    open(app([name(), go(), out()]));
    await userEvent.type(field("Name"), "!");
    connect();
    shown.receive({
      type: "update",
      patches: [
        [1, { value: "loaded", label: "Your name" }],
        [3, { value: "loaded" }],
      ],
    });
    flushSync();
    expect(field("Your name").value).toBe("Ada!");
    expect(field("Out").value).toBe("loaded");
    await shown.replay();
    shown.receive({ type: "update", patches: [[1, { value: "result" }]] });
    flushSync();
    expect(field("Your name").value).toBe("result");
  });
});

describe("when Python's config is another", () => {
  it("the props that differ are changed, in the same elements, but not the visitor's", async () => {
    open(app([name(), go(), out()]));
    const [typed, other] = [field("Name"), field("Out")];
    await userEvent.type(typed, "!");
    await shown.update(
      app([name({ value: "Grace", info: "Now" }), go(), out({ value: "12:00" })], {
        title: "Now",
        css: "b {}",
        head: "<meta name='x' content='1'>",
        storage_keys: ["here"],
      }),
    );
    flushSync();
    expect(field("Name")).toBe(typed);
    expect(field("Out")).toBe(other);
    expect([typed.value, other.value]).toEqual(["Ada!", "12:00"]);
    expect(screen.getByText("Now", { selector: ".info" })).toBeTruthy();
    expect(document.title).toBe("Now");
    expect(document.querySelector("#pyblocks-styles-0")?.textContent).toBe("b {}");
    expect(document.querySelectorAll("meta[name=x]")).toHaveLength(1);
    expect(shown.app.config.storage_keys).toEqual(["here"]);
  });

  it("the app's head is put in once if it is the same", async () => {
    const config = app([name(), go(), out()], { head: "<meta name='x' content='1'>" });
    open(config);
    const meta = document.querySelector("meta[name=x]");
    await shown.update({ ...config });
    expect(document.querySelectorAll("meta[name=x]")).toHaveLength(1);
    expect(document.querySelector("meta[name=x]")).toBe(meta);
    await shown.update({ ...config, head: "<meta name='y' content='1'><link rel='x' href='gone'>" });
    expect(document.querySelectorAll("meta[name=x]")).toHaveLength(0);
    expect(document.querySelectorAll("meta[name=y]")).toHaveLength(1);
    expect(document.querySelector<HTMLElement>("link[rel=x]")?.dataset.optional).toBe("");
  });

  it("another tree is shown anew; what the visitor did to blocks that are in both is kept", async () => {
    const sent = open(app([name(), go(), out(), name({ label: "Gone" })]));
    await userEvent.type(field("Gone"), "!");
    await userEvent.type(field("Name"), "!");
    await userEvent.click(screen.getByRole("button", { name: "Go" }));
    await shown.update(app([name({ value: "Grace" }), go(), out(), go()]));
    await tick();
    expect(screen.queryByLabelText("Gone")).toBeNull();
    expect(screen.getAllByRole("button", { name: "Go" })).toHaveLength(2);
    expect(field("Name").value).toBe("Ada!");
    expect(shown.app.node(3).stage).toBe("pending");
    connect();
    await shown.replay();
    expect(sent.flatMap((m) => (m.type === "event" ? [[m.target, m.event]] : []))).toEqual([
      [1, "focus"],
      [1, "input"],
      [1, "blur"],
      [2, "click"],
    ]);
  });
});
