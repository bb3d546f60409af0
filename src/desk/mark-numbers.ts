/** 核数: an issue's page with every number in a span that shows its state, switched on in the preview's bar. */

import { originSentence, stateNames } from "../check/trace/index.ts";
import type { TracedNumber, TraceState } from "../check/trace/index.ts";
import { behind, inserted } from "../base/text/insertion.ts";
import type { Insertion, Place } from "../base/text/insertion.ts";
import { element, textMarkup, written } from "../base/text/markup.ts";
import type { Markup, MarkupPart } from "../base/text/markup.ts";
import type { ArticleView } from "../document/article-view.ts";
import type { ImprintView, IssueView, MastheadView } from "../document/issue-view.ts";
import { safe } from "../output/templates/environment.ts";

/** Shown after a marked number, so that states do not depend on colour alone. */
export const stateLabels: Readonly<Record<TraceState, string>> = {
  computed: "算",
  "typed-agrees": "符",
  "typed-unchecked": "未核",
  "not-a-count": "",
};

/** What an issue's page prints of the issue, in the order in which it does. */
type ShownIssue = Pick<IssueView, "masthead" | "sections" | "imprint">;

export interface MarkedIssue {
  /** For the page's template: its texts are HTML. */
  readonly view: object;
  /** Numbers not found on the page in their usual form (in a drawing, for instance). */
  readonly unmarked: readonly TracedNumber[];
}

/** `bodies`: those of the articles, section by section. */
export function markNumbers(
  { masthead, sections, imprint }: ShownIssue,
  bodies: readonly Markup[],
  numbers: readonly TracedNumber[],
): MarkedIssue {
  const unmarked: TracedNumber[] = [];
  const marked = (of: Partial<TracedNumber["part"]>, shown: (show: Show) => object): object => {
    const isOf = ({ part }: TracedNumber): boolean =>
      part.slug === of.slug && (of.slug !== undefined || part.title === of.title);
    const made = markedPart(shown, numbers.filter(isOf));
    unmarked.push(...made.unmarked);
    return made.view;
  };
  const body = bodies.values();
  const view = {
    masthead: marked({ title: "报头" }, (show) => shownMasthead(masthead, show)),
    sections: sections.map((section) => ({
      ...section,
      articles: section.articles.map((article) => {
        const own = body.next().value ?? [];
        return marked({ slug: article.slug }, (show) => shownArticle(article, own, show));
      }),
    })),
    imprint: marked({ title: "版记" }, (show) => shownImprint(imprint, show)),
  };
  return { view, unmarked };
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

/** What a template is given for a text; what is none or empty stays so. */
type Show = (text: string | Markup | undefined) => unknown;

const mastheadOrder = ["marking", "copyNumber", "scope", "name", "number", "serial", "issuer", "date"] as const;

function shownMasthead(masthead: MastheadView, show: Show): object {
  return Object.fromEntries(mastheadOrder.map((name) => [name, show(masthead[name])]));
}

function shownArticle(article: ArticleView, body: Markup, show: Show): object {
  const { editorsNote, titleLines, subtitle, author, credit } = article;
  return {
    ...article,
    editorsNote: editorsNote && { label: show(editorsNote.label), text: show(editorsNote.text) },
    titleLines: titleLines.map(show),
    subtitle: show(subtitle),
    author: show(author),
    html: show(body),
    credit: show(credit),
  };
}

function shownImprint({ recipients, contacts, copies }: ImprintView, show: Show): object {
  return {
    recipients: recipients.map(({ kind, text }) => ({ kind, text: show(text) })),
    contacts: contacts.map(({ label, value }) => {
      const shown = show(label);
      show("：");
      return { label: shown, value: show(value) };
    }),
    copies: show(copies),
  };
}

/** `shown` is asked for the texts of the part, and then to put the marked ones in their places. */
function markedPart(shown: (show: Show) => object, numbers: readonly TracedNumber[]): MarkedIssue {
  const region = new Region();
  shown((text) => void region.add(text));
  const unmarked = numbers.filter((number) => !region.take(number));
  const texts = region.marked().values();
  return {
    view: shown((text) => {
      const html = written(texts.next().value ?? []);
      return text === undefined || text === "" ? text : safe(html);
    }),
    unmarked,
  };
}

/** Numbers of characters of context that must match on both sides, longest first. */
const contexts = [8, 3, 1];

/** One part of the page: its visible characters without white space, and the marks to insert. */
class Region {
  readonly #texts: Markup[] = [];
  #text = "";
  /** Of each character of `#text`, with the number of the text in which it stands. */
  readonly #places: (Place & { readonly of: number })[] = [];
  readonly #marks: { readonly start: number; readonly end: number; readonly number: TracedNumber }[] = [];
  #next = 0;

  add(text: string | Markup = ""): void {
    const markup = typeof text === "string" ? [textMarkup(text)] : text;
    const of = this.#texts.push(markup) - 1;
    for (const [part, each] of markup.entries()) {
      // A drawing cannot contain a span.
      if (each.kind !== "text") continue;
      for (let offset = 0; offset < each.text.length; offset++) {
        const character = each.text.charAt(offset);
        if (character.trim() === "") continue;
        this.#text += character;
        this.#places.push({ of, part, offset });
      }
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

  #mark(start: number, length: number, number: TracedNumber): boolean {
    const end = start + length;
    const [first, last] = [this.#places[start], this.#places[end - 1]];
    if (first === undefined || first.of !== last?.of || first.part !== last.part) return false;
    if (this.#marks.some((mark) => mark.start < end && start < mark.end)) return false;
    this.#marks.push({ start, end, number });
    this.#next = end;
    return true;
  }

  /** The texts in the order in which they were added. */
  marked(): MarkupPart[][] {
    const insertions = this.#texts.map((): Insertion[] => []);
    for (const { start, end, number } of this.#marks.toSorted((a, b) => a.start - b.start)) {
      const [first, last] = [this.#places[start], this.#places[end - 1]];
      const [open, close] = span(number);
      if (first === undefined || last === undefined || open === undefined || close === undefined) continue;
      const into = this.#texts[first.of] ?? [];
      insertions[first.of]?.push({ at: first, part: open }, { at: behind(into, last), part: close });
    }
    return this.#texts.map((text, at) => inserted(text, insertions[at] ?? []));
  }
}

function span(number: TracedNumber): MarkupPart[] {
  const { state } = number;
  const title = `${stateNames[state]}。${originSentence(number)}`;
  return element("span", { class: "checked-number", "data-state": state, "data-label": stateLabels[state], title });
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, "");
}
