import type { UserConfig } from "@11ty/eleventy";

/** What every build of the site needs of Eleventy, whatever bulletin it is for. */
export function bulletinSite(eleventy: UserConfig): void {
  eleventy.setUseGitIgnore(false);
  // A name that does not exist in a template is a mistake of ours and must not print as nothing.
  eleventy.setNunjucksEnvironmentOptions({
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
}
