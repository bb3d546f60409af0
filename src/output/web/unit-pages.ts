/** A page a unit: its counts over time and the issues that name it. */

import type { Member } from "../../model/registry.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { issuePage, unitPage, unitsPage } from "../../model/addresses.ts";
import { asOfText, changeOf, figureText } from "./figure-text.ts";
import type { KeyFigure } from "./key-figures.ts";
import { unitDimension } from "../../model/naming.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { PublishedIssue } from "../published-issue.ts";
import type { SiteFacts } from "./site-facts.ts";
import { chartIssues, trendCharts } from "./trend-charts.ts";
import type { DrawChart, TrendChart } from "./trend-charts.ts";

export interface UnitLink {
  readonly name: string;
  readonly path: string;
  /** How many issues name it. */
  readonly mentions: number;
}

export interface UnitGroup {
  /** 县区, 开发区 …; 其他单位 where the registry does not say. */
  readonly kind: string;
  readonly units: readonly UnitLink[];
}

export interface Reference {
  readonly path: string;
  readonly number: string;
  readonly date: string;
  readonly isoDate: string;
}

export interface UnitRow extends Reference {
  /** One a measure of the table; — where the issue gives none. */
  readonly cells: readonly string[];
}

export interface Mention extends Reference {
  readonly articles: readonly { readonly title: string; readonly slug: string }[];
}

export interface UnitPageView {
  readonly head: PageHead;
  readonly path: string;
  readonly name: string;
  /** 简称零陵；又作…；县区 */
  readonly about: string;
  readonly figures: readonly KeyFigure[];
  readonly figuresFrom: { readonly path: string; readonly number: string } | undefined;
  /** 交办（件） … */
  readonly columns: readonly string[];
  readonly rows: readonly UnitRow[];
  /** How many older issues the table leaves to the data file. */
  readonly omitted: number;
  readonly charts: readonly TrendChart[];
  /** The newest issues that name it, with the articles. */
  readonly mentions: readonly Mention[];
  /** The older ones, by year, without. */
  readonly olderMentions: readonly { readonly year: number; readonly issues: readonly Reference[] }[];
  readonly mentionCount: number;
}

/** A long archive's page stays light: this many issues in the table, and with their headlines. */
const tableIssues = 60;
const mentionIssues = 30;

export interface UnitsView {
  readonly head: PageHead;
  readonly groups: readonly UnitGroup[];
}

export function unitPages(
  site: SiteFacts,
  issues: readonly PublishedIssue[],
  vocabulary: Vocabulary,
  draw: DrawChart,
): UnitPageView[] {
  const dimension = unitDimension(vocabulary);
  if (dimension === undefined) return [];
  return dimension.registry.members.map((unit, place) =>
    unitPageView(site, issues, { unit, place, dimension: dimension.name }, draw),
  );
}

export function unitsView(site: SiteFacts, pages: readonly UnitPageView[], vocabulary: Vocabulary): UnitsView {
  const groups = new Map<string, UnitLink[]>();
  for (const [at, unit] of (unitDimension(vocabulary)?.registry.members ?? []).entries()) {
    const kind = unit.kind ?? "其他单位";
    const group = groups.get(kind) ?? [];
    groups.set(kind, group);
    group.push({ name: unit.fullName, path: unitPage(unit), mentions: pages[at]?.mentionCount ?? 0 });
  }
  return {
    head: pageHead(site, {
      path: unitsPage,
      name: "单位",
      description: `${site.title}涉及的单位：各单位历期数字，以及哪几期提到它。`,
    }),
    groups: [...groups].map(([kind, units]) => ({ kind, units })),
  };
}

function unitPageView(
  site: SiteFacts,
  issues: readonly PublishedIssue[],
  sought: SoughtUnit,
  draw: DrawChart,
): UnitPageView {
  const { unit } = sought;
  const counted = issues.map((published) => ({ published, own: measuresOf(published, sought) }));
  const withFigures = counted.filter(({ own }) => own.length > 0);
  const measures = [...new Set(withFigures.flatMap(({ own }) => own))];
  const shown = withFigures
    .slice(0, Math.max(tableIssues, chartIssues))
    .map(({ published }) => ({ published, figures: figuresOf(published, sought) }));
  const [latest] = shown;
  const earlier = withFigures.slice(1);
  const naming = issues.filter((published) => published.articles.some(({ units }) => units.has(unit)));
  return {
    head: pageHead(site, {
      path: unitPage(unit),
      name: unit.fullName,
      description: `${unit.fullName}在${site.title}里的历期数字，以及提到它的各期。`,
    }),
    path: unitPage(unit),
    name: unit.fullName,
    about: aboutUnit(unit),
    figures: [...(latest?.figures ?? [])].map(([name, figure]): KeyFigure => {
      const before = earlier.find(({ own }) => own.includes(name));
      const old = figureIn(earlier, name, sought);
      return {
        name,
        value: figureText(figure),
        measureWord: figure.measureWord,
        asOf: asOfText(figure.asOf),
        change:
          before === undefined || old === undefined
            ? undefined
            : changeOf(figure, old, before.published.view.masthead.number),
      };
    }),
    figuresFrom:
      latest === undefined
        ? undefined
        : { path: issuePage(latest.published.issue), number: latest.published.view.masthead.number },
    columns: measures.map((name) => {
      const word = figureIn(withFigures, name, sought);
      return word === undefined || word.measureWord === "" ? name : `${name}（${word.measureWord}）`;
    }),
    rows: shown.slice(0, tableIssues).map(({ published, figures }) => ({
      ...reference(published),
      cells: measures.map((name) => {
        const figure = figures.get(name);
        return figure === undefined ? "—" : figureText(figure);
      }),
    })),
    omitted: Math.max(0, withFigures.length - tableIssues),
    charts: trendCharts(unit.fullName, shown, draw),
    mentions: naming.slice(0, mentionIssues).map((published) => ({
      ...reference(published),
      articles: published.articles
        .filter(({ units }) => units.has(unit))
        .map(({ view }) => ({ title: view.title, slug: view.slug })),
    })),
    olderMentions: byYear(naming.slice(mentionIssues)),
    mentionCount: naming.length,
  };
}

function byYear(issues: readonly PublishedIssue[]): UnitPageView["olderMentions"] {
  const years = new Map<number, Reference[]>();
  for (const published of issues) {
    const { year } = published.view;
    years.set(year, [...(years.get(year) ?? []), reference(published)]);
  }
  return [...years].map(([year, references]) => ({ year, issues: references }));
}

function reference({ issue, view }: PublishedIssue): Reference {
  return {
    path: issuePage(issue),
    number: view.masthead.number,
    date: view.masthead.date,
    isoDate: view.isoDate,
  };
}

interface SoughtUnit {
  readonly unit: Member;
  /** In the registry. */
  readonly place: number;
  readonly dimension: string;
}

/** The measures of which an issue has a figure of the unit's own. */
function measuresOf({ measures }: PublishedIssue, { place }: SoughtUnit): string[] {
  return measures.filter(({ units }) => units.includes(place)).map(({ measure }) => measure);
}

/** Measure → the unit's own figure in an issue. */
function figuresOf(published: PublishedIssue, sought: SoughtUnit): Map<string, Figure> {
  const found = new Map<string, Figure>();
  for (const measure of measuresOf(published, sought)) {
    const figure = figureOf(published, measure, sought);
    if (figure !== undefined) found.set(measure, figure);
  }
  return found;
}

function figureOf({ tallies }: PublishedIssue, measure: string, { unit, dimension }: SoughtUnit): Figure | undefined {
  const parts = tallies()?.get(measure)?.breakdowns.get(dimension)?.parts;
  return parts?.find(({ member }) => member === unit)?.figure;
}

/** Of the newest issue that has one. */
function figureIn(
  issues: readonly { readonly published: PublishedIssue; readonly own: readonly string[] }[],
  measure: string,
  sought: SoughtUnit,
): Figure | undefined {
  const found = issues.find(({ own }) => own.includes(measure));
  return found === undefined ? undefined : figureOf(found.published, measure, sought);
}

function aboutUnit(unit: Member): string {
  return [
    ...(unit.kind === undefined ? [] : [unit.kind]),
    ...(unit.shortName === unit.fullName ? [] : [`简称${unit.shortName}`]),
    ...(unit.aliases.length === 0 ? [] : [`又作${unit.aliases.join("、")}`]),
  ].join("，");
}
