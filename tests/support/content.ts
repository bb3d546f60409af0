/** Texts of blocks, for comparison. */

import { runsText } from "../../src/document/markdown/content.ts";
import type { ContentBlock } from "../../src/document/markdown/content.ts";
import { readContent } from "../../src/document/markdown/read-content.ts";
import { SourceText } from "../../src/base/problem/source-text.ts";
import { textBlocks } from "../../src/document/article-text.ts";

export function textOfBlock(block: ContentBlock): string {
  switch (block.kind) {
    case "text":
      return runsText(block.runs);
    case "picture":
      return runsText(block.caption);
    case "table":
      return [block.title, block.unit, ...block.rows.flatMap(({ cells }) => cells.map(({ runs }) => runs))]
        .map(runsText)
        .join("\n");
    case "computed":
      return textBlocks(block.html).join("\n");
  }
}

/** What a body without expressions prints, one paragraph a line. */
export function printedText(body: string): string {
  return readContent(new SourceText("", body), 0, undefined).map(textOfBlock).join("\n");
}
