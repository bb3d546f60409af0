import type { UserConfig } from "@11ty/eleventy";
import { templateOptions } from "./templates.ts";

/** What every build of the site needs of Eleventy, whatever bulletin it is for. */
export function bulletinSite(eleventy: UserConfig): void {
  eleventy.setUseGitIgnore(false);
  eleventy.setNunjucksEnvironmentOptions(templateOptions);
}
