import type { UserConfig } from "@11ty/eleventy";
import { bulletinSite } from "./src/output/web/eleventy/plugin.ts";

/** The input holds page templates only; articles and counts reach them as checked views, never as raw files. */
export default function configure(eleventy: UserConfig): void {
  eleventy.setTemplateFormats(["njk"]);
  eleventy.setIncludesDirectory("../templates");
  eleventy.setDataDirectory("../no-data");
  eleventy.addPlugin(bulletinSite);
}
