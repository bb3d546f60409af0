/** The words of a header, note or comment in one line, including text boxes and notes. */

import type { WordBlock, WordInline } from "./model.ts";

export function shownText(blocks: readonly WordBlock[]): string {
  return blocks
    .map((block) =>
      block.kind === "paragraph"
        ? `${block.label}${block.inlines.map(inlineWords).join("")}`.replace(/\s+/gu, " ").trim()
        : block.rows.map((row) => row.cells.map((cell) => shownText(cell.blocks)).join(" ")).join(" "),
    )
    .filter((text) => text !== "")
    .join(" ");
}

function inlineWords(inline: WordInline): string {
  switch (inline.kind) {
    case "text":
      return inline.hidden ? "" : inline.struck ? `〔划掉：${inline.text}〕` : inline.text;
    case "break":
      return " ";
    case "textbox":
      return ` ${shownText(inline.blocks)} `;
    case "picture":
      return " 〔图片〕 ";
    case "object":
      return ` 〔${inline.name}〕${inline.text} `;
    case "note":
    case "loss":
    case "comment":
      return "";
  }
}
