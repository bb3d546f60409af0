import { feedFile } from "../../model/addresses.ts";
import type { OutputFormat } from "../format.ts";
import { atomFeed } from "./atom.ts";
import { robots, sitemap } from "./sitemap.ts";

/** What tells others of new issues: readers by Atom, search engines by sitemap and robots.txt. (订阅) */
export const feed: OutputFormat = {
  name: "feed",
  addresses: () => [feedFile],
  writeSite({ view, published }, folder) {
    for (const { path, text } of [atomFeed(view, published), ...sitemap(view, published), robots(view)])
      folder.write(path, text);
  },
};
