/** The shape of every format in which issues are given out. `formats.ts` is the list of them. (输出格式) */

import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { IssueView } from "../document/issue-view.ts";
import type { EditionHistory } from "../record/history.ts";
import type { PublishedIssue } from "./published-issue.ts";
import type { PagedIssue } from "./paged-issue.ts";
import type { SiteView } from "./web/site-view.ts";

export interface OutputFormat {
  /** Its folder below `src/output`. */
  readonly name: string;
  /** The addresses that others may have kept: once published they must stay. */
  readonly addresses?: (site: AddressedSite) => readonly string[];
  /** The addresses of the files that `writeIssues` makes of an issue. */
  readonly issueFiles?: (issue: Issue) => readonly string[];
  /** Some issues at a time: all at once would take memory without end. */
  readonly writeIssues?: (issues: readonly PagedIssue[], archive: Archive, folder: SiteFolder) => Promise<void> | void;
  /** What is made of all issues together; comes last. */
  readonly writeSite?: (site: WholeSite, folder: SiteFolder) => Promise<void> | void;
}

export interface AddressedSite {
  readonly vocabulary: Vocabulary;
  /** Internal ones left out. */
  readonly issues: readonly { readonly issue: Issue; readonly view: IssueView }[];
  readonly histories: ReadonlyMap<Issue, EditionHistory>;
}

export interface WholeSite {
  readonly archive: Archive;
  /** Newest first, internal ones left out; their own files are there. */
  readonly published: readonly PublishedIssue[];
  /** What the pages print, which others tell of as well. */
  readonly view: SiteView;
  readonly memory: Memory;
}

/**
 * Gives what was made of the same ingredients by the same program before; else it is made. `maker` is the file that makes it, below
 * the product: what it imports belongs to it.
 */
export interface Memory {
  /** Plain JSON. */
  json<T>(maker: string, ingredients: unknown, make: () => T): T;
  bytes(maker: string, ingredients: unknown, make: () => Promise<Uint8Array>): Promise<Uint8Array>;
}

/** The folder in which the site is put together. Addresses are from its root, with `/`. */
export interface SiteFolder {
  write(address: string, content: Uint8Array | string): void;
  /** A folder of the product. */
  copy(source: string, address: string): void;
}
