/** Every number that an issue prints, from masthead to imprint, with its state. */

import type { Article } from "../model/issue.ts";
import {
  checkNumbers,
  numberedArticle,
  numbersOfBlock,
  type Block,
  type Computed,
  type NumberCheck,
} from "./numbers/index.ts";
import type { Place } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import { traceNumbers, type NumberedPart, type TracedNumber } from "./trace/index.ts";
import type { BuiltIssue, Facts } from "../document/issue-view.ts";
import type { Scopes } from "../document/scope.ts";

/** Every number of every article of an issue, with its state and what is wrong with it. */
export function readNumbers(built: BuiltIssue, archive: Facts, scopes: Scopes): Map<Article, NumberCheck> {
  const { issue } = built;
  const own = scopes.of(issue);
  const { scope, name, issuer } = built.view.masthead;
  const context =
    own === undefined
      ? undefined
      : { issue, tallies: own.tallies, office: `${scope ?? ""} ${name} ${issuer ?? ""}`, scope: own };
  return new Map(
    issue.articles.map((article) => {
      const text = { ...numberedArticle(built, article), title: article.title?.value ?? "" };
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
  const front = frontParts(built, scopes, sources);
  const articles = view.sections.flatMap((section) => {
    const own = issue.articles.filter((article) => article.column.value === section.name);
    return own.map((article, at): NumberedPart => {
      const title = section.articles[at]?.title ?? section.name;
      return { title, slug: article.slug, numbers: checks.get(article)?.numbers ?? [] };
    });
  });
  return traceNumbers([front.masthead, ...articles, front.imprint]);
}

/** What is printed around the articles, as blocks of text with their places in the data. */
function frontParts(
  { issue, view }: BuiltIssue,
  scopes: Scopes,
  sources: ReadonlyMap<string, SourceText>,
): { readonly masthead: NumberedPart; readonly imprint: NumberedPart } {
  const files = [issue.number.place.file, "data/bulletin.yaml"].flatMap((file) => sources.get(file) ?? []);
  const placeOf = (typed: string): Place =>
    files.flatMap((source) => {
      const at = source.text.indexOf(typed);
      return at < 0 ? [] : source.place(at);
    })[0] ?? issue.number.place;
  const block = (text: string, place: Place, computed?: Computed): Block => ({
    kind: "paragraph",
    text,
    computed: computed === undefined ? [] : [computed],
    place: () => place,
  });
  /** `typed`: what the data has of it, where that is not all. */
  const plain = (text: string | undefined, typed = text): Block[] =>
    text === undefined || typed === undefined ? [] : [block(text, placeOf(typed))];
  /** The number in it is 本期.期号 or the like. */
  const counted = (text: string | undefined, fact: string): Block[] => {
    if (text === undefined) return [];
    const value = scopes.of(issue)?.facts.get("本期")?.get(fact);
    const digits = /\d+/.exec(text);
    if (value?.kind !== "figure" || digits === null) return plain(text);
    const [start, end] = [digits.index, digits.index + digits[0].length];
    return [block(text, placeOf(text), { start, end, expression: `本期.${fact}`, figure: value.figure })];
  };
  const part = (title: string, blocks: readonly Block[]): NumberedPart => ({
    title,
    slug: undefined,
    numbers: blocks.flatMap(numbersOfBlock),
  });
  const { marking, copyNumber, scope, name, number, serial, issuer, date } = view.masthead;
  const { recipients, contacts, copies } = view.imprint;
  const dated = { start: 0, end: date.length, expression: "本期.日期", figure: undefined };
  return {
    masthead: part("报头", [
      ...plain(marking),
      ...plain(copyNumber, copyNumber?.replace(/^0+/, "")),
      ...plain(scope),
      ...plain(name),
      ...counted(number, "期号"),
      ...counted(serial, "总期号"),
      ...plain(issuer),
      block(date, issue.date.place, dated),
    ]),
    imprint: part("版记", [
      ...recipients.flatMap(({ text }) => plain(text)),
      ...contacts.flatMap(({ label, value }) => plain(`${label}：${value}`, value)),
      ...plain(copies, "共印"),
    ]),
  };
}
