import type { UserConfig } from "@11ty/eleventy";
import { templateOptions, templates } from "../../templates/environment.ts";

/** What every build of the site needs of Eleventy, whatever bulletin it is for. */
export function bulletinSite(eleventy: UserConfig): void {
  eleventy.setUseGitIgnore(false);
  eleventy.setNunjucksEnvironmentOptions(templateOptions);
  eleventy.setLibrary("njk", templates());
  // 0: it reports none. Its own logger, which nothing else turns off, would speak of slow filters in English.
  eleventy.benchmarks.config.setMinimumThresholdMs(0);
}
