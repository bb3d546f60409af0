/** A page a unit: its counts over time and the issues that name it. */

import type { Member } from "../../model/registry.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Figure } from "../../tally/figure.ts";
import { issuePage, unitPage, unitsPage } from "./addresses.ts";
import { asOfText, changeOf, figureText } from "./figure-text.ts";
import type { KeyFigure } from "./key-figures.ts";
import { unitDimension } from "./naming.ts";
import { pageHead } from "./page-head.ts";
import type { PageHead } from "./page-head.ts";
import type { PublishedIssue } from "./published-issue.ts";
import type { SiteFacts } from "./site-facts.ts";
import { trendCharts } from "./trend-charts.ts";
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
  return dimension.registry.members.map((unit) => unitPageView(site, issues, unit, dimension.name, draw));
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
  unit: Member,
  dimension: string,
  draw: DrawChart,
): UnitPageView {
  const counted = issues.map((published) => ({ published, figures: figuresOf(published, unit, dimension) }));
  const withFigures = counted.filter(({ figures }) => figures.size > 0);
  const measures = [...new Set(withFigures.flatMap(({ figures }) => [...figures.keys()]))];
  const [latest, ...earlier] = withFigures;
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
      const before = earlier.find(({ figures }) => figures.has(name));
      const old = before?.figures.get(name);
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
      const word = withFigures.map(({ figures }) => figures.get(name)).find((figure) => figure !== undefined);
      return word === undefined || word.measureWord === "" ? name : `${name}（${word.measureWord}）`;
    }),
    rows: withFigures.slice(0, tableIssues).map(({ published, figures }) => ({
      ...reference(published),
      cells: measures.map((name) => {
        const figure = figures.get(name);
        return figure === undefined ? "—" : figureText(figure);
      }),
    })),
    omitted: Math.max(0, withFigures.length - tableIssues),
    charts: trendCharts(unit.fullName, withFigures, draw),
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

/** Measure → the unit's own figure in an issue. */
function figuresOf(published: PublishedIssue, unit: Member, dimension: string): Map<string, Figure> {
  const found = new Map<string, Figure>();
  for (const measure of published.measures) {
    const parts = published.tallies?.get(measure)?.breakdowns.get(dimension)?.parts;
    const part = parts?.find(({ member }) => member === unit);
    if (part !== undefined) found.set(measure, part.figure);
  }
  return found;
}

function aboutUnit(unit: Member): string {
  return [
    ...(unit.kind === undefined ? [] : [unit.kind]),
    ...(unit.shortName === unit.fullName ? [] : [`简称${unit.shortName}`]),
    ...(unit.aliases.length === 0 ? [] : [`又作${unit.aliases.join("、")}`]),
  ].join("，");
}
