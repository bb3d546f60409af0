/** Writes what the formats make of each issue beside its PDF, while others are still being printed. */

import type { Archive } from "../model/archive.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { editionFile } from "../model/addresses.ts";
import { unitDimension, UnitNames } from "../model/naming.ts";
import { firstEdition } from "../record/history.ts";
import { formats } from "../output/formats.ts";
import { neighboursOf } from "../output/paged-issue.ts";
import { publishedArticles } from "../output/published-issue.ts";
import type { PublishedIssue } from "../output/published-issue.ts";
import type { PagedIssue } from "../output/paged-issue.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import { keyOf } from "./memo.ts";
import type { Prepared } from "./prepare.ts";
import type { PreviousOutput } from "./previous-output.ts";
import type { IssueResults } from "./results.ts";
import { readDetails } from "./work.ts";
import type { PrintableIssue } from "./print-issue.ts";
import { draftHead, draftText } from "./write-editions.ts";
import { siteFolder } from "./write-site.ts";

/** Issues whose pages are made at a time. */
const batch = 50;

interface Writing {
  readonly target: OutputFolder;
  readonly previous: PreviousOutput;
  readonly results: IssueResults;
  /** `printedBy` */
  readonly by: string;
}

export class IssueWriter {
  readonly #archive: Archive;
  readonly #prepared: Prepared<PrintableIssue>;
  readonly #writing: Writing;
  /** Newest first, internal ones left out. */
  readonly #shown: readonly PrintableIssue[];
  readonly #places: ReadonlyMap<Issue, number>;
  readonly #names: UnitNames | undefined;
  readonly #published = new Map<Issue, PublishedIssue>();
  /** Printed, their files still to be made. */
  #waiting: PublishedIssue[] = [];
  #making: Promise<void> | undefined;
  #fault: unknown;

  constructor(archive: Archive, prepared: Prepared<PrintableIssue>, writing: Writing) {
    this.#archive = archive;
    this.#prepared = prepared;
    this.#writing = writing;
    this.#shown = prepared.issues.filter(({ view }) => !view.internal).reverse();
    this.#places = new Map(this.#shown.map(({ issue }, at) => [issue, at]));
    const units = unitDimension(archive.vocabulary)?.registry;
    this.#names = units === undefined ? undefined : new UnitNames(units);
  }

  /** To be called for each issue that has its PDF. */
  printed({ issue, view }: PrintableIssue, edition: Edition): void {
    const { histories, scopes } = this.#prepared;
    const { measures, rows } = this.#writing.results.of(issue);
    const published: PublishedIssue = {
      issue,
      view,
      tallies: () => scopes?.of(issue)?.tallies,
      measures,
      rows,
      edition,
      articles: publishedArticles(view, this.#names),
      history: histories.get(issue) ?? firstEdition,
    };
    this.#published.set(issue, published);
    if (this.#takeOver(published)) return;
    this.#waiting.push(published);
    if (this.#waiting.length >= batch) this.#making ??= this.#make();
  }

  /** Makes what is left when all issues have been printed. Returns them, newest first. */
  async finish(): Promise<PublishedIssue[]> {
    await this.idle();
    while (this.#fault === undefined && this.#waiting.length > 0) await this.#make();
    if (this.#fault !== undefined) throw this.#fault as Error;
    return this.#shown.flatMap(({ issue }) => this.#published.get(issue) ?? []);
  }

  /** Whoever gives up must not take the folder away while something is being written into it. */
  async idle(): Promise<void> {
    await this.#making;
  }

  async #make(): Promise<void> {
    try {
      const issues = this.#waiting.splice(0, batch).map((published) => this.#paged(published));
      const folder = siteFolder(this.#writing.target);
      for (const format of formats) await format.writeIssues?.(issues, this.#archive, folder);
    } catch (fault) {
      this.#fault ??= fault;
    } finally {
      this.#making = undefined;
    }
  }

  /** What the formats make their files from. What would go on record waits beside them. */
  #paged(published: PublishedIssue): PagedIssue {
    const { target, results } = this.#writing;
    const { issue } = published;
    const { text, part } = readDetails(results.of(issue));
    if (part === undefined) throw new Error(`issue ${issue.folder} has errors`);
    target.write(editionFile(issue), draftText(this.#draftHead(published), text));
    return { published, part, around: this.#neighbours(issue) };
  }

  /** Where the issue's own files would come out as they stand; else what they are made from is noted for the next time. */
  #takeOver(published: PublishedIssue): boolean {
    const { previous, results, target } = this.#writing;
    const { issue, edition, history } = published;
    const { number, corrections, earlier } = history;
    const result = results.keyOf(issue);
    if (result === undefined) return false;
    const key = keyOf([
      ...["issue", result, edition, number, corrections, earlier],
      ...[this.#draftHead(published), this.#archive.bulletin, this.#neighbours(issue)],
    ]);
    const files = ownFiles(issue);
    if (previous.takeOver(files, key, target)) return true;
    previous.note(files, key);
    return false;
  }

  #draftHead({ issue, history, edition }: PublishedIssue): ReturnType<typeof draftHead> {
    return draftHead(issue, history, edition, this.#archive, this.#writing.by);
  }

  #neighbours(issue: Issue): ReturnType<typeof neighboursOf> {
    return neighboursOf(this.#shown, this.#places.get(issue) ?? -1);
  }
}

/** What is made of an issue beside its PDF. */
function ownFiles(issue: Issue): string[] {
  return [editionFile(issue), ...formats.flatMap((format) => format.issueFiles?.(issue) ?? [])];
}
