import "./base.css";
import { showFailure } from "./boot/failure";
import { SiteFiles } from "./boot/files";
import { firstPaint } from "./boot/paint";
import { Progress } from "./boot/progress";
import { startPython } from "./boot/python";
import { mount } from "svelte";
import { language } from "./i18n/language.svelte";
import SettingsButton from "./lib/settings/SettingsButton.svelte";
import { mirrorDark } from "./lib/settings/theme";
import { Page } from "./page";
import { startSize, type Site } from "./site";
import "./theme.css";

/** From the page as it was built to the app on screen: load Python, run the app, show what it launches. */
async function boot(): Promise<void> {
  mirrorDark();
  const site = JSON.parse(document.querySelector("#pyblocks-site")?.textContent ?? "") as Site;
  const texts = language.load();
  const progress = new Progress(startSize(site));
  const files = new SiteFiles(site, progress);
  const page = new Page(site);
  window.pyblocksFailed = (alert) => {
    mount(SettingsButton, { target: alert, props: { app: page.subject } });
  };
  await firstPaint();
  const [python] = await Promise.all([startPython(files, progress, page), texts.then(() => page.attach())]);
  await page.show(python);
}

boot().catch(showFailure);
