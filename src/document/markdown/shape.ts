/** Adapts the tokens to the page of a bulletin: heading classes, salutations, signature lines, figures, list numbers as text. */

import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "./tokens.ts";
import type { BlockKind } from "./block.ts";
import { levelOf } from "./level.ts";
import { pictures } from "./picture.ts";
import { runIns } from "./run-in.ts";
import { tables } from "./table.ts";

export function shape(markdown: MarkdownIt): void {
  markdown.core.ruler.push("bulletin_shape", (state) => {
    headings(state);
    letters(state);
    runIns(state);
    pictures(state);
    tables(state);
    numbers(state);
  });
}

/** Makes headings h4, below the headline of the article; their level follows from their numbering, not from the number of #. */
function headings(state: StateCore): void {
  for (const [at, token] of state.tokens.entries()) {
    if (token.type !== "heading_open" || token.attrGet("class") !== null) continue;
    const text = state.tokens[at + 1]?.content ?? "";
    const level = levelOf(text) ?? 0;
    token.attrSet("class", `level-${level}`);
    token.tag = `h${Math.min(6, 3 + Math.max(1, level))}`;
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

/** Makes each line of a signature a paragraph. Returns the number of added tokens. */
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

/** Makes the numbers of a list text, as typed, so that they can be searched, copied and cited. */
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
