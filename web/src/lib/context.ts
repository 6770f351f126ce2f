import { createContext } from "svelte";
import type { App } from "../app.svelte";

/** The app that a component is in, for the few that need blocks besides their own. */
export const [getApp, setApp] = createContext<() => App>();
