/** What all components have: their element, the pending state, and buttons of the app's own. */
import { screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { expect, test } from "vitest";
import { showComponent } from "./component";
import { block } from "./page";

const CHECKBOX = { label: "Agree", value: false };

test("the element has the app's id, classes and share of the width", async () => {
  const { node, element } = await showComponent("checkbox", {
    ...CHECKBOX,
    elem_classes: ["mine"],
    scale: 2,
    min_width: 80,
  });
  expect(element.classList).toContain("mine");
  expect(element.style.flexGrow).toBe("2");
  node.patch({ elem_id: "agreed", visible: "hidden", container: false });
  flushSync();
  expect(element.id).toBe("agreed");
  expect(element.classList).toContain("hidden");
  expect(element.classList).not.toContain("boxed");
});

test("it is busy while a listener is pending, and shows an error until it is dismissed", async () => {
  const { node, element } = await showComponent("checkbox", CHECKBOX);
  expect(screen.queryByTestId("status-tracker")).toBeNull();
  node.stage = "pending";
  flushSync();
  expect(element.getAttribute("aria-busy")).toBe("true");
  expect(screen.getByTestId("status-tracker").classList).toContain("pending");
  node.stage = "error";
  flushSync();
  expect(element.getAttribute("aria-busy")).toBe("false");
  await userEvent.click(screen.getByRole("button", { name: "Error" }));
  expect(screen.queryByTestId("status-tracker")).toBeNull();
});

test("formatted help is shown formatted", async () => {
  await showComponent("checkbox", { ...CHECKBOX, info: "You **can't** undo this" });
  expect((await screen.findByText("can't")).tagName).toBe("STRONG");
});

test("a button of the app's in a component's corner is clicked there", async () => {
  const button = block("button", { value: "Why?", variant: "secondary", size: "sm", icon: null, link: null });
  const { element, sent } = await showComponent("checkbox", { ...CHECKBOX, buttons: [{ id: 2 }] }, button);
  await userEvent.click(within(element).getByRole("button", { name: "Why?" }));
  expect(sent).toEqual([{ type: "event", target: 2, event: "click" }]);
});
