/** Words at the beginning of a paragraph that are set in another typeface. */

import { cells } from "../../base/text/cells.ts";
import type { BlockKind } from "./block.ts";
import { inlineMeta, textsBetween } from "./inline-places.ts";
import { levelOf } from "./level.ts";
import type { StateCore, Token } from "./tokens.ts";

/** A first sentence longer than a line of the page is text, not a heading. */
const longestHeading = 28;
/** Estimated width of an expression, most of which print a number. */
const expressionCells = 3;

/**
 * Marks run-in headings: in official prose a paragraph may begin with its heading, 一、加强领导。各级…, which has the typeface of its
 * level (GB/T 9704-2012 7.3.3). A paragraph that consists only of such a heading becomes a heading; with a full stop it remains a paragraph,
 * but is not separated from the next one. The label 按： or 编者按： of a note is marked, too.
 */
export function runIns(state: StateCore): void {
  let note = false;
  for (const [at, token] of state.tokens.entries()) {
    if (token.type === "bulletin_block_open") note = (token.meta as { kind: BlockKind }).kind.name === "按语";
    if (token.type !== "paragraph_open") continue;
    const inline = state.tokens[at + 1];
    const children = inline?.children;
    const text = children?.[0]?.type === "text" ? children[0].content : "";
    const level = levelOf(text);
    const label = note ? /^(?:编者)?按[：:]/.exec(text)?.[0] : undefined;
    note = false;
    if (inline === undefined || children === undefined || children === null) continue;
    if (label !== undefined) inline.children = wrapped(state, children, 0, label.length, "note-label");
    else if (level === 1 || level === 2) {
      const end = sentenceEnd(children);
      if (end === "heading") makeHeading(token, state.tokens[at + 2], level);
      else if (end !== undefined) {
        if (isEnd(children, end) && isFollowed(state.tokens, at)) token.attrJoin("class", "stays-with-next");
        inline.children = wrapped(state, children, end.token, end.offset, `run-in level-${level}`);
      }
    }
  }
}

/** Gives a paragraph the same tags as a heading of that level written with `#`. */
function makeHeading(open: Token, close: Token | undefined, level: number): void {
  if (close === undefined) return;
  open.type = "heading_open";
  close.type = "heading_close";
  open.tag = close.tag = `h${3 + level}`;
  open.attrSet("class", `level-${level}`);
}

/**
 * The end of the first sentence, outside emphasis and links; "heading" when it is the whole paragraph and has no full stop; `undefined`
 * when it is too long for a heading.
 */
function sentenceEnd(
  children: readonly Token[],
): { readonly token: number; readonly offset: number } | "heading" | undefined {
  let width = 0;
  for (const [at, child] of children.entries()) {
    if (child.nesting !== 0) return undefined;
    const stop = child.type === "text" ? child.content.indexOf("。") + 1 : 0;
    width +=
      child.type === "expression" ? expressionCells : cells(stop > 0 ? child.content.slice(0, stop) : child.content);
    if (width > longestHeading) return undefined;
    if (stop > 0) return { token: at, offset: stop };
  }
  return "heading";
}

/** Whether a position is the end of the paragraph. */
function isEnd(
  children: readonly Token[],
  { token, offset }: { readonly token: number; readonly offset: number },
): boolean {
  const last = children[token];
  return token === children.length - 1 && last !== undefined && last.content.slice(offset).trim() === "";
}

/** Whether anything follows the paragraph at `at` within the same parent. */
function isFollowed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 3];
  return next !== undefined && next.nesting !== -1;
}

/** Wraps the first tokens, up to `offset` within `token`, in a span. */
function wrapped(
  state: StateCore,
  children: readonly Token[],
  token: number,
  offset: number,
  className: string,
): Token[] {
  const open = new state.Token("run_in_open", "span", 1);
  open.attrSet("class", className);
  const last = children[token];
  const rest: Token[] = [];
  const inside = children.slice(0, token + 1);
  if (last?.type === "text" && offset < last.content.length) {
    const tail = new state.Token("text", "", 0);
    tail.content = last.content.slice(offset);
    inlineMeta(tail).texts = textsBetween(last, offset, last.content.length);
    inlineMeta(last).texts = textsBetween(last, 0, offset);
    last.content = last.content.slice(0, offset);
    rest.push(tail);
  }
  return [open, ...inside, new state.Token("run_in_close", "span", -1), ...rest, ...children.slice(token + 1)];
}
