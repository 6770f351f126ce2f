import { screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { takeEarly, type EarlyEvent } from "../src/early";

const KINDS = ["click", "keydown", "input", "change"];

/** Note what is done to the page, as `page.html` does. */
function note(): void {
  const events: EarlyEvent[] = [];
  const take = (event: Event): void => {
    const { value, checked } = event.target as HTMLInputElement;
    events.push({ event, value, checked });
  };
  for (const kind of KINDS) addEventListener(kind, take, true);
  window.pyblocksEarly = () => {
    for (const kind of KINDS) removeEventListener(kind, take, true);
    return events;
  };
}

/** What those who listen from here on are told of. */
function listen(): string[] {
  const told: string[] = [];
  for (const kind of [...KINDS, "focus"]) {
    for (const element of document.querySelectorAll<HTMLInputElement>("[id]")) {
      element.addEventListener(kind, (event) => {
        const field = event.currentTarget as HTMLInputElement;
        const state = field.type === "checkbox" ? String(field.checked) : field.value;
        told.push(`${kind} ${field.id} ${state}`.trim());
      });
    }
  }
  return told;
}

afterEach(() => {
  document.body.replaceChildren();
  delete window.pyblocksEarly;
});

describe("what the visitor did before anybody listened", () => {
  it("is done again in order, with what the fields had in them then", async () => {
    document.body.innerHTML = `
      <label><input id="tick" type="checkbox"> Tick</label> <input id="name" value="a"> <button id="go"><b>Go</b></button>`;
    const [name, tick] = [screen.getByDisplayValue<HTMLInputElement>("a"), screen.getByLabelText("Tick")];
    note();
    await userEvent.type(name, "b");
    await userEvent.click(screen.getByText("Go"));
    await userEvent.click(tick);
    await userEvent.type(name, "c{Enter}");
    name.setSelectionRange(1, 2);
    const replay = takeEarly();
    // Whoever takes the markup over sets the fields to what they were made with.
    name.value = "a";
    const told = listen();
    replay();
    expect(told.filter((each) => !each.startsWith("change name"))).toEqual([
      "focus name a",
      "input name ab",
      "click go",
      "input tick true",
      "change tick true",
      "input name abc",
      "keydown name abc",
    ]);
    expect([name.value, name.selectionStart, name.selectionEnd]).toEqual(["abc", 1, 2]);
    expect(document.activeElement).toBe(name);
  });

  it("is not done to what is gone", async () => {
    document.body.innerHTML = `<button id="go">Go</button>`;
    const button = screen.getByRole("button");
    note();
    await userEvent.click(button);
    const replay = takeEarly();
    const told = listen();
    button.remove();
    replay();
    expect(told).toEqual([]);
  });
});
