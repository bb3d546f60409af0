/**
 * Makes markdown-it record where each inline token was typed. Its rules that join texts are replaced by others that preserve the parts.
 */

import type MarkdownIt from "markdown-it";
import type { Span, Text } from "../tree/tree.ts";
import type { EditedText } from "./edited-text.ts";
import { sourcesOf } from "./line-source.ts";
import type { LineSource } from "./line-source.ts";
import type { StateInline, Token } from "./tokens.ts";

/** The parsed text with its mapping to the file, which the environment must contain. */
export interface PlaceEnvironment {
  readonly edited: EditedText;
}

/** Metadata of inline tokens. */
interface InlineMeta {
  /** Offset in the inline content, during parsing. */
  at?: number;
  parts?: Part[];
  /** For a text, after parsing: its parts. */
  texts?: readonly Text[];
  /** For other tokens, after parsing. */
  span?: Span;
}

interface Part {
  readonly text: string;
  readonly at: number;
  /** Length in the content, more than that of the text for `\*` and `&amp;`. */
  readonly length: number;
}

export function inlineMeta(token: Token): InlineMeta {
  return (token.meta ??= {}) as InlineMeta;
}

type PlacedState = StateInline & { pendingAt?: number };

/** To be called before text is added to the pending text. */
export function beginText(state: StateInline): void {
  if (state.pending === "") (state as PlacedState).pendingAt = state.pos;
}

export function inlinePlaces(md: MarkdownIt): void {
  const State = md.inline.State;
  class WithPlaces extends State {
    override pushPending() {
      const token = super.pushPending();
      inlineMeta(token).at = (this as PlacedState).pendingAt ?? this.pos;
      return token;
    }
    override push(...parameters: Parameters<StateInline["push"]>) {
      const token = super.push(...parameters);
      inlineMeta(token).at = this.pos;
      return token;
    }
  }
  md.inline.State = WithPlaces;
  // Characters that no rule accepts are text; markdown-it would add them without a rule that could record their place.
  md.inline.ruler.push("literal", (state, silent) => {
    beginText(state);
    if (!silent) state.pending += state.src.charAt(state.pos);
    state.pos++;
    return true;
  });
  md.inline.ruler2.before("balance_pairs", "places", ({ tokens }) => {
    placeTexts(tokens);
    return true;
  });
  md.inline.ruler2.at("fragments_join", ({ tokens }) => {
    let level = 0;
    for (const token of tokens) {
      if (token.nesting < 0) level--;
      token.level = level;
      if (token.nesting > 0) level++;
    }
    joinTexts(tokens);
    return true;
  });
  md.core.ruler.at("text_join", ({ tokens, env }) => {
    for (const [token, source] of sourcesOf(tokens, (env as PlaceEnvironment).edited))
      settle(token.children ?? [], 0, source);
  });
}

function placeTexts(tokens: readonly Token[]): void {
  let row: number | undefined;
  let next = 0;
  for (const [index, token] of tokens.entries()) {
    const meta = inlineMeta(token);
    const at = meta.at ?? 0;
    if (token.type === "text") {
      // Consecutive asterisks are separate tokens, all with the place of the first.
      if (at === row) meta.at = next;
      else if (tokens[index - 1]?.type === "link_open" && tokens[index - 1]?.markup === "autolink") meta.at = at + 1;
      next = (meta.at ?? 0) + token.content.length;
    }
    row = token.type === "text" ? at : undefined;
  }
}

/** Joins adjacent texts, preserving their places. */
function joinTexts(tokens: Token[]): void {
  let last: Token | undefined;
  let length = 0;
  for (const token of tokens) {
    if (token.type === "text") {
      const meta = inlineMeta(token);
      // Texts of Markdown signs are empty now.
      meta.parts ??=
        token.content === "" ? [] : [{ text: token.content, at: meta.at ?? 0, length: token.content.length }];
      if (last?.type === "text") {
        last.content += token.content;
        inlineMeta(last).parts?.push(...meta.parts);
        continue;
      }
    }
    tokens[length++] = last = token;
  }
  tokens.length = length;
}

/** Converts offsets to places in the file. `from`: the offset of the tokens' content within that of the line. */
function settle(tokens: Token[], from: number, source: LineSource): void {
  for (const token of tokens) {
    const meta = inlineMeta(token);
    const at = from + (meta.at ?? 0);
    if (token.type === "text_special") {
      token.type = "text";
      meta.parts = [{ text: token.content, at: meta.at ?? 0, length: token.markup.length }];
    } else if (token.type === "image") settle(token.children ?? [], at + 2, source);
    else if (token.type !== "text") meta.span = source.span(at, 1);
    if (token.type === "image") meta.span = source.span(at, 2);
  }
  joinTexts(tokens);
  for (const token of tokens) {
    if (token.type !== "text") continue;
    const meta = inlineMeta(token);
    meta.texts = (meta.parts ?? []).flatMap(({ text, at, length }): Text[] =>
      text.length === length
        ? source.texts(text, from + at)
        : [{ kind: "text", text, span: source.span(from + at, length) }],
    );
  }
}

/** The texts of a token between two offsets. */
export function textsBetween(token: Token, start: number, end: number): Text[] {
  let at = 0;
  return (inlineMeta(token).texts ?? []).flatMap((part): Text[] => {
    const from = Math.max(0, start - at);
    const to = Math.min(part.text.length, end - at);
    at += part.text.length;
    if (from >= to) return [];
    const text = part.text.slice(from, to);
    const { span } = part;
    const isTyped = span.end - span.start === part.text.length;
    return [{ kind: "text", text, span: isTyped ? { start: span.start + from, end: span.start + to } : span }];
  });
}
