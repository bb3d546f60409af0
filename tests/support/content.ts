/** Texts of blocks, for comparison. */

import { runsText } from "../../src/markdown/content.ts";
import type { ContentBlock } from "../../src/markdown/content.ts";
import { readContent } from "../../src/markdown/read-content.ts";
import { SourceText } from "../../src/problem/source-text.ts";
import { textBlocks } from "../../src/view/article-text.ts";

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
