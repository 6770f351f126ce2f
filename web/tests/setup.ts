/** Before and after every test: a page like a browser's, with nothing on it from the test before. */
import { cleanup } from "@testing-library/svelte";
import { afterEach, vi } from "vitest";

// happy-dom doesn't have it.
vi.stubGlobal("isSecureContext", true);

afterEach(cleanup);
