/** Texts of blocks, for comparison. */

import { readTree } from "../../src/document/tree/read-tree.ts";
import { contentText } from "../../src/document/tree/tree.ts";
import type { Block } from "../../src/document/tree/tree.ts";
import { SourceText } from "../../src/base/problem/source-text.ts";
import { bodyText } from "../../src/document/article-text.ts";

export function textOfBlock(block: Block): string {
  switch (block.kind) {
    case "text":
      return contentText(block.content);
    case "picture":
      return contentText(block.caption);
    case "table":
      return [block.title, block.unit, ...block.rows.flatMap(({ cells }) => cells.map(({ content }) => content))]
        .map(contentText)
        .join("\n");
    case "computed":
      return bodyText([block], "screen").join("\n");
  }
}

/** What a body without expressions prints, one paragraph a line. */
export function printedText(body: string): string {
  return readTree(new SourceText("", body), 0, undefined).map(textOfBlock).join("\n");
}
