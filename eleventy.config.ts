import type { UserConfig } from "@11ty/eleventy";
import { bulletinSite } from "./src/output/web/eleventy/plugin.ts";

export default function configure(eleventy: UserConfig): void {
  eleventy.addPlugin(bulletinSite);
}

/** The input holds page templates only; articles and counts reach them as checked views, never as raw files. */
export const config = {
  dir: { includes: "../templates", data: "../no-data" },
  templateFormats: ["njk"],
  htmlTemplateEngine: "njk",
  markdownTemplateEngine: false,
};
