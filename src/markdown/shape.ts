/** Shapes the token stream into what a bulletin's page needs: heading classes, salutations, signature lines, figures, real list numbers. */

import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "./tokens.ts";
import type { BlockKind } from "./block.ts";

/** Levels of GB/T 9704-2012 7.3.3 by the number a heading starts with: 一、 （一） 1. （1） */
const levels: readonly (readonly [pattern: RegExp, className: string])[] = [
  [/^[一二三四五六七八九十百]+、/, "level-1"],
  [/^（[一二三四五六七八九十百]+）/, "level-2"],
  [/^\d+[.．]/, "level-3"],
  [/^（\d+）/, "level-4"],
];

export function shape(markdown: MarkdownIt): void {
  markdown.core.ruler.push("bulletin_shape", (state) => {
    headings(state);
    letters(state);
    pictures(state);
    numbers(state);
  });
}

/** Below the article's own headline (h3); its own numbering tells the level, not the count of #. */
function headings(state: StateCore): void {
  for (const [at, token] of state.tokens.entries()) {
    if (token.type !== "heading_open" || token.attrGet("class") !== null) continue;
    const text = state.tokens[at + 1]?.content ?? "";
    const found = levels.find(([pattern]) => pattern.test(text));
    const depth = found === undefined ? 0 : levels.indexOf(found);
    token.attrSet("class", found?.[1] ?? "level-0");
    token.tag = `h${Math.min(6, 4 + depth)}`;
    const close = state.tokens.slice(at).find((other) => other.type === "heading_close");
    if (close !== undefined) close.tag = token.tag;
  }
}

function letters(state: StateCore): void {
  const open: BlockKind[] = [];
  let saluted = false;
  for (let at = 0; at < state.tokens.length; at++) {
    const token = state.tokens[at];
    if (token === undefined) continue;
    if (token.type === "bulletin_block_open") {
      const { kind } = token.meta as { kind: BlockKind };
      open.push(kind);
      if (kind.name === "信函") saluted = false;
    } else if (token.type === "bulletin_block_close") open.pop();
    else if (token.type === "paragraph_open") {
      const inline = state.tokens[at + 1];
      const inside = open.at(-1)?.name;
      if (inside === "信函" && !saluted) {
        saluted = true;
        if (/[：:]\s*$/.test(inline?.content ?? "")) token.attrSet("class", "salutation");
      } else if (inside === "落款" && inline !== undefined) {
        at += splitLines(state.tokens, at, inline);
      }
    }
  }
}

/** Each line of a signature is a paragraph of its own. Returns how many tokens were added. */
function splitLines(tokens: Token[], at: number, inline: Token): number {
  const open = tokens[at];
  const close = tokens[at + 2];
  if (open === undefined || close === undefined) return 0;
  const lines: Token[][] = [[]];
  for (const child of inline.children ?? []) {
    if (child.type === "softbreak" || child.type === "hardbreak") lines.push([]);
    else lines.at(-1)?.push(child);
  }
  const built = lines.flatMap((children) => {
    const first = Object.assign(Object.create(Object.getPrototypeOf(open) as object) as Token, open, {
      attrs: [["class", "signature-line"]],
    });
    const middle = Object.assign(Object.create(Object.getPrototypeOf(inline) as object) as Token, inline, { children });
    return [first, middle, close];
  });
  tokens.splice(at, 3, ...built);
  return built.length - 3;
}

/** A picture alone in its paragraph is a figure; its title, else its alternative text, is the caption. */
function pictures(state: StateCore): void {
  for (let at = 0; at + 2 < state.tokens.length; at++) {
    const [open, inline, close] = state.tokens.slice(at, at + 3);
    if (open?.type !== "paragraph_open" || inline?.type !== "inline" || close?.type !== "paragraph_close") continue;
    const children = (inline.children ?? []).filter(
      (child) => child.type !== "softbreak" && !(child.type === "text" && child.content.trim() === ""),
    );
    if (children.length === 0 || !children.every((child) => child.type === "image")) continue;
    open.type = "figure_open";
    open.tag = "figure";
    close.type = "figure_close";
    close.tag = "figure";
    inline.children = children;
    const caption = children.map((child) => child.attrGet("title") ?? child.content).find((text) => text !== "");
    if (caption === undefined) continue;
    const captionOpen = new state.Token("figcaption_open", "figcaption", 1);
    const text = new state.Token("inline", "", 0);
    const word = new state.Token("text", "", 0);
    const [image] = children;
    if ((image?.attrGet("title") ?? null) === null) text.children = [...(image?.children ?? [])];
    else {
      word.content = caption;
      text.children = [word];
    }
    state.tokens.splice(at + 2, 0, captionOpen, text, new state.Token("figcaption_close", "figcaption", -1));
  }
}

/** The numbers of a list are text, as typed: they can be searched, copied and cited. */
function numbers(state: StateCore): void {
  const lists: string[] = [];
  for (const [at, token] of state.tokens.entries()) {
    if (token.type === "ordered_list_open") {
      token.attrs = [["class", "numbered"]];
      lists.push("ordered");
    } else if (token.type === "bullet_list_open") lists.push("bullet");
    else if (token.type === "ordered_list_close" || token.type === "bullet_list_close") lists.pop();
    else if (token.type === "list_item_open" && lists.at(-1) === "ordered") {
      const inline = state.tokens.slice(at).find((other) => other.type === "inline");
      const marker = new state.Token("list_marker", "", 0);
      marker.content = `${token.info}${token.markup}`;
      inline?.children?.unshift(marker);
    }
  }
}
