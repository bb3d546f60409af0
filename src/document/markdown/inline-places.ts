/**
 * Has markdown-it note where each piece within a line was typed. It joins texts as it goes, so its rules for that are replaced by ones that
 * keep the parts apart.
 */

import type MarkdownIt from "markdown-it";
import type { Span, Text } from "../tree/tree.ts";
import type { EditedText } from "./edited-text.ts";
import { sourcesOf } from "./line-source.ts";
import type { LineSource } from "./line-source.ts";
import type { StateInline, Token } from "./tokens.ts";

/** What the parse must be given: the text that is parsed, with its way back to the file. */
export interface PlaceEnvironment {
  readonly edited: EditedText;
}

/** What the tokens within a line carry. */
interface InlineMeta {
  /** Offset in the content of the line, while that is parsed. */
  at?: number;
  parts?: Part[];
  /** Of a text, in the end: what it is made of. */
  texts?: readonly Text[];
  /** Of anything else. */
  span?: Span;
}

interface Part {
  readonly text: string;
  readonly at: number;
  /** How much of the content it is: more than its length for `\*` and `&amp;`. */
  readonly length: number;
}

export function inlineMeta(token: Token): InlineMeta {
  return (token.meta ??= {}) as InlineMeta;
}

type PlacedState = StateInline & { pendingAt?: number };

/** To be called before text is added to what is pending. */
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
  // What no rule wants is text; markdown-it would take it without asking a rule.
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
      // Each asterisk of a row is a token of its own, which has the place of the first.
      if (at === row) meta.at = next;
      else if (tokens[index - 1]?.type === "link_open" && tokens[index - 1]?.markup === "autolink") meta.at = at + 1;
      next = (meta.at ?? 0) + token.content.length;
    }
    row = token.type === "text" ? at : undefined;
  }
}

/** Adjacent texts become one, with the places of each. */
function joinTexts(tokens: Token[]): void {
  let last: Token | undefined;
  let length = 0;
  for (const token of tokens) {
    if (token.type === "text") {
      const meta = inlineMeta(token);
      // Markdown's own signs have been emptied.
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

/** `from`: where the content that the tokens were parsed from begins, within that of the line. */
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

/** The texts of a token up to `offset`, or from it on. */
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
