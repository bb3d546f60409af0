/** 核数: an issue's page with every number in a span that shows its state, switched on in the preview's bar. */

import { escapeHtml } from "../document/markdown/html.ts";
import { originSentence, stateNames } from "../check/trace/index.ts";
import type { NumberedPart, TracedNumber, TraceState } from "../check/trace/index.ts";

/** Shown after a marked number, so that states do not depend on colour alone. */
export const stateLabels: Readonly<Record<TraceState, string>> = {
  computed: "算",
  "typed-agrees": "符",
  "typed-unchecked": "未核",
  "not-a-count": "",
};

export interface MarkedPage {
  readonly html: string;
  /** Numbers not found on the page in their usual form (in a drawing, for instance). */
  readonly unmarked: readonly TracedNumber[];
}

export function markNumbers(html: string, numbers: readonly TracedNumber[]): MarkedPage {
  const unmarked: TracedNumber[] = [];
  let marked = html;
  for (const part of new Set(numbers.map((number) => number.part))) {
    const own = numbers.filter((number) => number.part === part);
    const found = regionOf(marked, part);
    if (found === undefined) unmarked.push(...own);
    else {
      const region = new Region(marked.slice(found.start, found.end));
      unmarked.push(...own.filter((number) => !region.take(number)));
      marked = marked.slice(0, found.start) + region.marked() + marked.slice(found.end);
    }
  }
  return { html: marked, unmarked };
}

/** The text beside the switch: 算（由数据算出） 58；…… */
export function stateLine(numbers: readonly TracedNumber[], unmarked: number): string {
  const counts = (Object.keys(stateNames) as TraceState[]).map((state) => {
    const [label, name] = [stateLabels[state], stateNames[state]];
    const count = numbers.filter((number) => number.state === state).length;
    return `${label === "" ? name : `${label}（${name}）`} ${count}`;
  });
  return [...counts, ...(unmarked === 0 ? [] : [`图里没有标出的 ${unmarked}`])].join("；");
}

/** The part of the page printed for one part of the issue by our templates. */
function regionOf(html: string, { slug, title }: NumberedPart): { start: number; end: number } | undefined {
  const [open, close] =
    slug !== undefined
      ? [`<article id="${escapeHtml(slug)}">`, "</article>"]
      : title === "报头"
        ? [`<header class="masthead">`, "</header>"]
        : [`<footer class="imprint">`, "</footer>"];
  const start = html.indexOf(open);
  const end = start < 0 ? -1 : html.indexOf(close, start);
  return end < 0 ? undefined : { start, end };
}

/** Numbers of characters of context that must match on both sides, longest first. */
const contexts = [8, 3, 1];

/** One part of the page: its visible characters without white space, and the marks to insert. */
class Region {
  readonly #html: string;
  #text = "";
  /** Position in `#html` of each character of `#text`. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #marks: { start: number; end: number; number: TracedNumber }[] = [];
  #next = 0;

  constructor(html: string) {
    this.#html = html;
    // A drawing cannot contain a span.
    for (const match of html.matchAll(/<svg[\s\S]*?<\/svg>|<[^>]*>|&(?:amp|lt|gt|quot|#39);|[^<&]/g)) {
      const [piece] = match;
      if (piece.startsWith("<") || piece.trim() === "") continue;
      this.#text += plainCharacter(piece);
      this.#starts.push(match.index);
      this.#ends.push(match.index + piece.length);
    }
  }

  /** Whether the number was found. */
  take(number: TracedNumber): boolean {
    const { block, start, end, text } = number.number.token;
    const before = withoutSpace(block.text.slice(0, start));
    const after = withoutSpace(block.text.slice(end));
    for (const context of contexts) {
      const lead = before.slice(-context);
      const wanted = lead + withoutSpace(text) + after.slice(0, context);
      for (const from of [this.#next - lead.length, 0]) {
        const at = this.#text.indexOf(wanted, Math.max(0, from));
        if (at >= 0 && this.#mark(at + lead.length, withoutSpace(text).length, number)) return true;
      }
    }
    return false;
  }

  #mark(at: number, length: number, number: TracedNumber): boolean {
    const start = this.#starts[at];
    const end = this.#ends[at + length - 1];
    if (start === undefined || end === undefined || this.#html.slice(start, end).includes("<")) return false;
    if (this.#marks.some((mark) => mark.start < end && start < mark.end)) return false;
    this.#marks.push({ start, end, number });
    this.#next = at + length;
    return true;
  }

  marked(): string {
    let html = this.#html;
    for (const { start, end, number } of [...this.#marks].sort((a, b) => b.start - a.start))
      html = html.slice(0, start) + span(html.slice(start, end), number) + html.slice(end);
    return html;
  }
}

function span(text: string, number: TracedNumber): string {
  const { state } = number;
  const origin = escapeHtml(`${stateNames[state]}。${originSentence(number)}`);
  return `<span class="checked-number" data-state="${state}" data-label="${stateLabels[state]}" title="${origin}">${text}</span>`;
}

function plainCharacter(piece: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
  };
  return entities[piece] ?? piece;
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, "");
}
