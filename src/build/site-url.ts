/** The address of the site, where a build is told another than the office's own. */

import { EnvironmentError } from "../base/problem/environment-error.ts";
import type { Archive } from "../model/archive.ts";

/** The archive with the address that was typed, if one was. @throws EnvironmentError it is no address. */
export function withSiteUrl(archive: Archive, typed: string | undefined): Archive {
  if (typed === undefined) return archive;
  if (!/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(typed))
    throw new EnvironmentError(
      `“${typed}”不是网站地址`,
      "--site-url 后面请写完整的地址，如 https://example.gov.cn/jianbao/。",
    );
  return { ...archive, bulletin: { ...archive.bulletin, siteUrl: typed } };
}
