import { fireEvent, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { showComponent } from "./component";

const SLIDER = { label: "Heat", value: 30, minimum: 0, maximum: 100, step: 1, buttons: ["reset"] };

const range = (): HTMLInputElement => screen.getByLabelText("range slider for Heat");
const number = (): HTMLInputElement => screen.getByLabelText("number input for Heat");

test("sliding moves the number too, and letting go releases", async () => {
  const { sent, events } = await showComponent("slider", SLIDER);
  await fireEvent.input(range(), { target: { value: "40" } });
  expect(sent).toMatchObject([{ event: "input", edit: { value: 40 } }]);
  expect(number().value).toBe("40");
  await fireEvent.change(range());
  expect(events()).toEqual(["input", "release"]);
});

test("typing moves the slider once the number is in its bounds", async () => {
  const { node, events } = await showComponent("slider", { ...SLIDER, value: 30, minimum: 20 });
  await userEvent.clear(number());
  await userEvent.type(number(), "55");
  expect(range().value).toBe("55");
  expect(node.props).toMatchObject({ value: 55 });
  expect(events()).toEqual(["input"]);
});

test("a typed number out of bounds becomes the nearest one in them", async () => {
  const { node, events } = await showComponent("slider", SLIDER);
  await userEvent.clear(number());
  await userEvent.type(number(), "150");
  await userEvent.tab();
  expect(number().value).toBe("100");
  expect(node.props).toMatchObject({ value: 100 });
  expect(events().at(-1)).toBe("release");
});

test("an emptied number comes back", async () => {
  const { node } = await showComponent("slider", SLIDER);
  await userEvent.clear(number());
  await userEvent.tab();
  expect(number().value).toBe("30");
  expect(node.props).toMatchObject({ value: 30 });
});

test("the reset button goes back to the first value", async () => {
  const { node, events } = await showComponent("slider", SLIDER);
  await fireEvent.input(range(), { target: { value: "80" } });
  await userEvent.click(screen.getByRole("button", { name: "Reset to default value" }));
  expect(node.props).toMatchObject({ value: 30 });
  expect(range().value).toBe("30");
  expect(events()).toEqual(["input", "input", "release"]);
});

test("without the reset button in buttons there is none", async () => {
  const { element } = await showComponent("slider", { ...SLIDER, buttons: [] });
  expect(within(element).queryByRole("button")).toBeNull();
});

test("shows its bounds", async () => {
  await showComponent("slider", { ...SLIDER, minimum: -5, maximum: 5, step: 0.5, value: 0 });
  expect(screen.getByTestId("min-value").textContent).toBe("-5");
  expect(screen.getByTestId("max-value").textContent).toBe("5");
  expect(range().style.getPropertyValue("--progress")).toBe("50%");
});

test("read-only, neither of its inputs can be used", async () => {
  await showComponent("slider", { ...SLIDER, interactive: false });
  expect([range().disabled, number().disabled]).toEqual([true, true]);
});
