// @vitest-environment jsdom -- the sanitiser needs a DOM as complete as a browser's
import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { expect, it } from "vitest";
import type { ToastMessage } from "../src/protocol";
import { show } from "./page";

async function toast(message: Partial<ToastMessage>): Promise<HTMLElement> {
  const { app } = await show();
  app.receive({ type: "toast", level: "info", title: "Info", message: "hello", duration: null, ...message });
  flushSync();
  return screen.getByTestId("toast-body");
}
const gone = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByTestId("toast-body")).toBeNull();
  });

it("tells politely, and errors at once", async () => {
  expect((await toast({})).getAttribute("role")).toBe("status");
});

it("tells errors at once, with their details to unfold", async () => {
  const body = await toast({ level: "error", title: "Error", message: "No", details: "Traceback …" });
  expect(body.getAttribute("role")).toBe("alert");
  expect(body.textContent).toContain("Error");
  await userEvent.click(screen.getByText("Details"));
  expect(screen.getByText("Traceback …")).toBeTruthy();
});

it("shows HTML, sanitised", async () => {
  await toast({ message: "<b onclick='x()'>bold</b><script>x()</script>" });
  const bold = await screen.findByText("bold");
  expect(bold.tagName).toBe("B");
  expect(bold.getAttribute("onclick")).toBeNull();
});

it("goes when its bar has run out", async () => {
  const body = await toast({ duration: 10 });
  const bar = body.querySelector<HTMLElement>(".timer");
  expect(bar?.style.animationDuration).toBe("10s");
  await fireEvent.animationEnd(bar as HTMLElement);
  await gone();
});

it("stays without a duration, until it is closed", async () => {
  const body = await toast({ duration: null });
  expect(body.querySelector(".timer")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  await gone();
});
