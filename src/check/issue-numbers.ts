/** Every number that an issue prints, from masthead to imprint, with its state. */

import type { Article } from "../model/issue.ts";
import { checkNumbers, numbersOfBlock } from "./numbers/index.ts";
import type { Block, Computed, NumberCheck } from "./numbers/index.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import { traceNumbers } from "./trace/index.ts";
import type { NumberedPart, TracedNumber } from "./trace/index.ts";
import type { BuiltIssue, Facts } from "../document/issue-view.ts";
import type { Scopes } from "../document/scope.ts";

/** Every number of every article of an issue, with its state and what is wrong with it. */
export function readNumbers(built: BuiltIssue, archive: Facts, scopes: Scopes): Map<Article, NumberCheck> {
  const { issue, phrases, bodies } = built;
  const own = scopes.of(issue);
  const { scope, name, issuer } = built.view.masthead;
  const context =
    own === undefined
      ? undefined
      : { issue, tallies: own.tallies, office: `${scope ?? ""} ${name} ${issuer ?? ""}`, scope: own };
  return new Map(
    issue.articles.map((article) => {
      const { source, printedRanges } = article;
      const text = {
        source,
        printedRanges,
        printed: phrases.get(article) ?? [],
        body: bodies.get(article) ?? [],
        title: article.title?.value ?? "",
      };
      return [article, checkNumbers(text, archive.vocabulary, context)];
    }),
  );
}

/**
 * `sources` are the files as read; the places of masthead and imprint are looked up there. `checks`: `readNumbers` of the issue, where
 * they are at hand.
 */
export function traceIssue(
  built: BuiltIssue,
  archive: Facts,
  scopes: Scopes,
  sources: ReadonlyMap<string, SourceText>,
  checks: ReadonlyMap<Article, NumberCheck> = readNumbers(built, archive, scopes),
): TracedNumber[] {
  const { issue, view } = built;
  const front = new FrontText(built, scopes, sources);
  const articles = view.sections.flatMap((section) => {
    const own = issue.articles.filter((article) => article.column.value === section.name);
    return own.map((article, at): NumberedPart => {
      const title = section.articles[at]?.title ?? section.name;
      return { title, slug: article.slug, numbers: checks.get(article)?.numbers ?? [] };
    });
  });
  return traceNumbers([front.masthead(), ...articles, front.imprint()]);
}

/** What is printed around the articles, as blocks of text with their places in the data. */
class FrontText {
  readonly #built: BuiltIssue;
  readonly #scopes: Scopes;
  readonly #sources: readonly SourceText[];

  constructor(built: BuiltIssue, scopes: Scopes, sources: ReadonlyMap<string, SourceText>) {
    this.#built = built;
    this.#scopes = scopes;
    const files = [built.issue.number.place.file, "data/bulletin.yaml"];
    this.#sources = files.flatMap((file) => sources.get(file) ?? []);
  }

  masthead(): NumberedPart {
    const { marking, copyNumber, scope, name, number, serial, issuer, date } = this.#built.view.masthead;
    return this.#part("报头", [
      this.#block(marking),
      this.#block(copyNumber, undefined, copyNumber?.replace(/^0+/, "")),
      this.#block(scope),
      this.#block(name),
      this.#block(number, "期号"),
      this.#block(serial, "总期号"),
      this.#block(issuer),
      this.#dated(date),
    ]);
  }

  imprint(): NumberedPart {
    const { recipients, contacts, copies } = this.#built.view.imprint;
    return this.#part("版记", [
      ...recipients.map(({ text }) => this.#block(text)),
      ...contacts.map(({ label, value }) => this.#block(`${label}：${value}`, undefined, value)),
      this.#block(copies, undefined, "共印"),
    ]);
  }

  #part(title: string, blocks: readonly (Block | undefined)[]): NumberedPart {
    return {
      title,
      slug: undefined,
      numbers: blocks.flatMap((block) => (block === undefined ? [] : numbersOfBlock(block))),
    };
  }

  /** `fact`: the number in it is 本期.期号 or the like. `typed`: what the data has of it, where that is not all. */
  #block(text: string | undefined, fact?: string, typed = text): Block | undefined {
    if (text === undefined || typed === undefined) return undefined;
    const found = this.#sources.flatMap((source) => {
      const at = source.text.indexOf(typed);
      return at < 0 ? [] : [source.place(at)];
    })[0];
    const place = found ?? this.#built.issue.number.place;
    const computed = fact === undefined ? undefined : this.#computed(text, fact);
    return {
      kind: "paragraph",
      text,

      computed: computed === undefined ? [] : [computed],
      place: () => place,
    };
  }

  #dated(text: string): Block {
    const { place } = this.#built.issue.date;
    const computed: Computed = { start: 0, end: text.length, expression: "本期.日期", figure: undefined };
    return { kind: "paragraph", text, computed: [computed], place: () => place };
  }

  #computed(text: string, fact: string): Computed | undefined {
    const value = this.#scopes.of(this.#built.issue)?.facts.get("本期")?.get(fact);
    const digits = /\d+/.exec(text);
    if (value?.kind !== "figure" || digits === null) return undefined;
    const start = digits.index;
    return { start, end: start + digits[0].length, expression: `本期.${fact}`, figure: value.figure };
  }
}
