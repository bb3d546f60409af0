/** The files that each issue has of its own beside its PDF, made while others are still being printed. */

import { keyOf } from "./cache/cache.ts";
import { dataFile, jsonFile } from "../output/data/files.ts";
import type { Archive } from "../model/archive.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import { renderIssuePages } from "../output/web/eleventy/render.ts";
import type { IssueTallies } from "../compute/tally/issue-tallies.ts";
import { editionFile, figuresPage, issuePage } from "../model/addresses.ts";
import { correctionNotice } from "../output/web/corrections.ts";
import { neighboursOf } from "../output/web/issue-page.ts";
import { unitDimension, UnitNames } from "../model/naming.ts";
import { publishedIssue } from "../output/web/published-issue.ts";
import type { PublishedIssue } from "../output/web/published-issue.ts";
import { siteFacts } from "../output/web/site-facts.ts";
import { issuePages } from "../output/web/site-view.ts";
import type { IssueMemory } from "./issue-memory.ts";
import type { Prepared } from "./prepare.ts";
import type { StandingFiles } from "./standing-files.ts";
import { draftHead } from "./write-editions.ts";

/** Issues whose pages are made at a time. */
const batch = 50;

export interface IssueMaking {
  readonly standing: StandingFiles;
  readonly memory: IssueMemory | undefined;
  /** `printedBy` */
  readonly by: string;
}

export class IssueFiles {
  /** Newest first, internal ones left out. */
  readonly issues: readonly PublishedIssue[];
  /** Issues whose own files have all been taken over from the standing site. */
  readonly old = new Set<PublishedIssue>();
  readonly editions = new Map<Issue, Edition>();
  readonly #archive: Archive;
  readonly #target: OutputFolder;
  readonly #wish: IssueMaking;
  readonly #places: ReadonlyMap<Issue, number>;
  /** Printed, their pages still to be made. */
  #waiting: PublishedIssue[] = [];
  #making: Promise<void> | undefined;
  #fault: unknown;

  constructor(archive: Archive, prepared: Prepared, target: OutputFolder, wish: IssueMaking) {
    this.#archive = archive;
    this.#target = target;
    this.#wish = wish;
    const { issues, scopes, histories, sites } = prepared;
    const units = unitDimension(archive.vocabulary)?.registry;
    const names = units === undefined ? undefined : new UnitNames(units);
    this.issues = issues
      .flatMap((built) => {
        const { issue, view } = built;
        const site = sites.get(issue);
        if (view.internal || site === undefined) return [];
        const tallies = (): IssueTallies | undefined => scopes?.of(issue)?.tallies;
        return [publishedIssue(built, tallies, () => this.#edition(issue), names, site, histories.get(issue))];
      })
      .reverse();
    this.#places = new Map(this.issues.map(({ issue }, at) => [issue, at]));
  }

  /** To be told of each issue that has its PDF. */
  printed(issue: Issue, edition: Edition): void {
    this.editions.set(issue, edition);
    const published = this.issues[this.#places.get(issue) ?? -1];
    if (published === undefined || this.#takeOver(published)) return;
    this.#waiting.push(published);
    if (this.#waiting.length >= batch) this.#making ??= this.#make();
  }

  /** Makes what is left when all issues have been printed. */
  async finish(): Promise<void> {
    await this.idle();
    while (this.#fault === undefined && this.#waiting.length > 0) await this.#make();
    if (this.#fault !== undefined) throw this.#fault as Error;
  }

  /** Whoever gives up must not take the folder away while something is being written into it. */
  async idle(): Promise<void> {
    await this.#making;
  }

  async #make(): Promise<void> {
    try {
      const some = this.#waiting.splice(0, batch);
      await renderIssuePages(issuePages(this.#archive, this.issues, some), this.#target.staging);
    } catch (fault) {
      this.#fault ??= fault;
    } finally {
      this.#making = undefined;
    }
  }

  /** Where the issue's own files would come out as they stand; else they are remembered for the next time. */
  #takeOver(published: PublishedIssue): boolean {
    const { standing, memory, by } = this.#wish;
    const { issue, edition, history } = published;
    const printed = memory?.keyOf(issue);
    if (printed === undefined) return false;
    const key = keyOf([
      "pages",
      printed,
      edition,
      correctionNotice(published),
      history.corrections,
      draftHead(issue, history, edition, this.#archive, by),
      siteFacts(this.#archive.bulletin),
      neighboursOf(this.issues, this.#places.get(issue) ?? -1),
    ]);
    const files = ownFiles(published);
    if (standing.takeOver(files, key, this.#target)) {
      this.old.add(published);
      return true;
    }
    standing.note(files, key);
    return false;
  }

  #edition(issue: Issue): Edition {
    const edition = this.editions.get(issue);
    if (edition === undefined) throw new Error(`issue ${issue.folder} has not been printed`);
    return edition;
  }
}

/** What is made of an issue beside its PDF. */
export function ownFiles({ issue }: PublishedIssue): string[] {
  const data = issue.counts === undefined ? [] : [dataFile(issue), jsonFile(issue)];
  return [issuePage(issue), figuresPage(issue), editionFile(issue), ...data];
}
