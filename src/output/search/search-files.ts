import { createHash } from "node:crypto";
import type { SearchContent } from "./build-index.ts";
import { indexScript, searchFolder, shardScript } from "./shard.ts";
import type { ShardReference } from "./shard.ts";

export interface SearchFile {
  readonly path: string;
  readonly text: string;
}

/** The scripts of the search, from the site's root. */
export function searchFiles({ columns, units, shards }: SearchContent): SearchFile[] {
  const files = shards.map((shard) => ({ shard, text: shardScript(shard) }));
  const references = files.map(({ shard, text }): ShardReference => {
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
    return { name: shard.name, file: `${shard.name}.js?v=${hash}`, year: shard.year, issues: shard.issues.length };
  });
  return [
    { path: `${searchFolder}index.js`, text: indexScript({ columns, units, shards: references }) },
    ...files.map(({ shard, text }) => ({ path: `${searchFolder}${shard.name}.js`, text })),
  ];
}
