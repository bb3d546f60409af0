/** Pages of the site as they would be published, nothing printed. */

import type { Archive } from "../model/archive.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { unitDimension, UnitNames } from "../model/naming.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import { firstEdition } from "../record/history.ts";
import { traceIssue } from "../check/issue-numbers.ts";
import type { TracedNumber } from "../check/trace/index.ts";
import { neighboursOf } from "../output/paged-issue.ts";
import { publishedArticles } from "../output/published-issue.ts";
import type { PublishedIssue } from "../output/published-issue.ts";
import { searchContent } from "../output/search/build-index.ts";
import { searchFiles } from "../output/search/search-files.ts";
import { renderTemplates } from "../output/web/eleventy/render.ts";
import { figuresPageView } from "../output/web/figures-page.ts";
import { issuePageView } from "../output/web/issue-page.ts";
import { siteFacts } from "../output/web/site-facts.ts";
import { linkedBodies, measuresIn, sitePart } from "../output/web/site-part.ts";
import type { SitePart } from "../output/web/site-part.ts";
import { hiddenFolders, siteView } from "../output/web/site-view.ts";
import type { LiveArchive } from "./live-archive.ts";
import { markNumbers, stateLine } from "./mark-numbers.ts";
import type { PreviewBar } from "./preview-pages.ts";

/** Showing a page prints nothing, so the download has no size yet. */
const unprinted: Edition = { pages: 0, bytes: 0, sha256: "" };

/** The template of an issue's page; the others form the rest of the site. */
const issueTemplate = "issue.njk";
const otherTemplates = [
  "index",
  "archive",
  "year",
  "figures",
  "earlier",
  "units",
  "unit",
  "statistics",
  "search",
  "data",
  "about",
  "404",
].map((name) => `${name}.njk`);

export class SitePreview {
  readonly #live: LiveArchive;

  constructor(live: LiveArchive) {
    this.#live = live;
  }

  /** Its numbers marked; the bar says how many there are of each state. */
  async ofIssue(archive: Archive, issue: Issue, built: BuiltIssue, bar: PreviewBar): Promise<string | undefined> {
    const site = siteFacts(archive.bulletin);
    const around = this.#published(archive, this.#neighbours(archive, issue));
    const at = around.findIndex((published) => published.issue === issue);
    const shown = around[at];
    if (shown === undefined) return undefined;
    const page = issuePageView(site, shown, this.#part(archive, shown), neighboursOf(around, at));
    const numbers = this.#numbers(archive, issue, built);
    const marked = markNumbers(page, linkedBodies(built, numbers), numbers);
    const previewBar = { ...bar, states: stateLine(numbers, marked.unmarked.length) };
    const issues = [{ ...page, ...marked.view }];
    const pages = await renderTemplates([issueTemplate], { ...site, issues, previewBar });
    return [...pages.values()][0];
  }

  /** All others, by their addresses. */
  async ofSite(archive: Archive): Promise<Map<string, string>> {
    const shown = archive.issues.filter((issue) => !issue.internal && !issue.dataOnly);
    const issues = this.#published(archive, [...shown].reverse());
    const units = unitDimension(archive.vocabulary)?.registry;
    const site = siteFacts(archive.bulletin);
    const figures = issues.map((issue) => figuresPageView(site, issue, this.#part(archive, issue)));
    const pages = await renderTemplates(otherTemplates, { ...siteView(archive, issues), figures });
    const search = searchFiles(searchContent(issues, units)).map(({ path: file, text }) => [file, text] as const);
    return new Map([...pages, ...search]);
  }

  /** The issue with its neighbours, newest first: its page depends on no others. */
  #neighbours(archive: Archive, issue: Issue): Issue[] {
    const shown = archive.issues.filter((other) => !other.dataOnly);
    const at = shown.indexOf(issue);
    return shown.slice(Math.max(0, at - 1), at + 2).reverse();
  }

  #published(archive: Archive, issues: readonly Issue[]): PublishedIssue[] {
    const dimension = unitDimension(archive.vocabulary);
    const names = dimension === undefined ? undefined : new UnitNames(dimension.registry);
    return issues.flatMap((issue) => {
      const built = this.#live.built(issue);
      if (built === undefined) return [];
      const tallies = this.#live.scopes?.of(issue)?.tallies;
      return {
        issue,
        view: built.view,
        tallies: () => tallies,
        measures: measuresIn(tallies, dimension),
        rows: "",
        edition: unprinted,
        articles: publishedArticles(built.view, names),
        history: this.#live.history(issue) ?? firstEdition,
      };
    });
  }

  #part(archive: Archive, { issue, view, tallies }: PublishedIssue): SitePart {
    const built = this.#live.built(issue);
    const numbers = built === undefined ? [] : this.#numbers(archive, issue, built);
    return sitePart(built ?? { issue, view, markups: new Map() }, tallies(), hiddenFolders(archive), numbers);
  }

  #numbers(archive: Archive, issue: Issue, built: BuiltIssue): TracedNumber[] {
    const { scopes } = this.#live;
    return scopes === undefined ? [] : traceIssue(built, archive, scopes, this.#live.sources(issue.id));
  }
}
