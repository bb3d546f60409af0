/** The archive of a running preview: read once; afterwards only saved files are read again. */

import { loadData } from "../read/load/load-data.ts";
import { inOrder, issuesFolder, twins } from "../read/load/load-archive.ts";
import { loadIssue } from "../read/load/load-issue.ts";
import { loadLedger } from "../read/load/load-ledger.ts";
import { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Issue } from "../model/issue.ts";
import { unreadIssue } from "../model/unread.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { Problem } from "../base/problem/problem.ts";
import type { EditionHistory } from "../record/history.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import type { LedgerCounter } from "../read/schema/read-ledger-request.ts";
import { buildIssue } from "../document/issue-view.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import { Scopes } from "../document/scope.ts";

/** An issue's folder as last read. */
interface Reading {
  readonly issue: Issue | undefined;
  readonly root: Root;
}

/** Data on which all issues depend. */
interface SharedData {
  readonly root: Root;
  readonly bulletin: Bulletin | undefined;
  readonly vocabulary: Vocabulary | undefined;
  readonly ledger: LedgerCounter | undefined;
}

/** A readable issue, with everything that its checks need. */
export interface LiveIssue {
  readonly built: BuiltIssue;
  readonly archive: Archive;
  readonly scopes: Scopes;
  /** The issue's own files as last read. */
  readonly root: Root;
  /** The bulletin's data as last read. */
  readonly data: Root;
}

/** Facts about an issue that commands find by reading all issues. */
export interface IssueChecks {
  /** Its problems other than the form of its files. */
  readonly problems: (live: LiveIssue) => readonly Problem[];
  /** Its published editions; `undefined` where it was not published. */
  readonly history: (live: LiveIssue) => EditionHistory | undefined;
}

export class LiveArchive {
  readonly #folder: string;
  readonly #checks: IssueChecks;
  #data: SharedData;
  readonly #readings = new Map<string, Reading>();
  #built = new Map<Issue, BuiltIssue>();
  #scopes: Scopes | undefined;
  #archive: Archive | undefined;

  constructor(folder: string, checks: IssueChecks) {
    this.#folder = folder;
    this.#checks = checks;
    this.#data = this.#readAll();
    this.#assemble();
  }

  /** `undefined` while the bulletin's own data is unusable. */
  get archive(): Archive | undefined {
    return this.#archive;
  }

  get scopes(): Scopes | undefined {
    return this.#scopes;
  }

  /** Rereads saved, added or removed files; paths relative to the root, with `/`. */
  update(files: Iterable<string>): void {
    const folders = new Set<string>();
    let everything = false;
    for (const file of files) {
      const folder = new RegExp(`^${issuesFolder}/[^/]+`).exec(file)?.[0];
      if (folder === undefined) everything = true;
      else folders.add(folder);
    }
    if (everything) this.#data = this.#readAll();
    else for (const folder of folders) this.#read(folder);
    this.#assemble();
  }

  /** The view of an issue, built on the first request after a change. */
  built(issue: Issue): BuiltIssue | undefined {
    if (this.#archive === undefined || this.#scopes === undefined) return undefined;
    const known = this.#built.get(issue) ?? buildIssue(issue, this.#archive, this.#scopes);
    this.#built.set(issue, known);
    return known;
  }

  /** Problems of an issue, or of the data on which all issues depend. `id`: the folder's name. */
  problems(id: string): Problem[] {
    const folder = `${issuesFolder}/${id}`;
    const reading = this.#readings.get(folder);
    const problems = [...this.#data.root.problems, ...(reading?.root.problems ?? [])];
    const live = this.#live(reading);
    if (live === undefined) return problems;
    return [
      ...problems,
      ...twins(live.archive.issues).filter((problem) => problem.place.file.startsWith(`${folder}/`)),
      ...this.#checks.problems(live),
    ];
  }

  /** An issue's editions as shown to readers; empty without corrections. */
  history(issue: Issue): EditionHistory | undefined {
    if (issue.corrections.length === 0) return undefined;
    const live = this.#live(this.#readings.get(issue.folder));
    return live === undefined ? undefined : this.#checks.history(live);
  }

  #live(reading: Reading | undefined): LiveIssue | undefined {
    const [archive, scopes] = [this.#archive, this.#scopes];
    const built = reading?.issue && this.built(reading.issue);
    if (reading === undefined || built === undefined || archive === undefined || scopes === undefined) return undefined;
    return { built, archive, scopes, root: reading.root, data: this.#data.root };
  }

  /** Texts for the excerpts of a report on an issue. */
  sources(id: string): Map<string, SourceText> {
    return new Map([...this.#data.root.sources, ...(this.#readings.get(`${issuesFolder}/${id}`)?.root.sources ?? [])]);
  }

  /** Folder names of all issues, readable or not, newest last. */
  ids(): string[] {
    const known = (this.#archive?.issues ?? []).map((issue) => issue.id);
    const others = [...this.#readings.keys()]
      .map((folder) => folder.slice(issuesFolder.length + 1))
      .filter((id) => !known.includes(id));
    return [...known, ...others.sort()];
  }

  #readAll(): SharedData {
    const root = new Root(this.#folder);
    const { bulletin, vocabulary } = loadData(root);
    const ledger = vocabulary === undefined ? undefined : loadLedger(root, vocabulary);
    this.#data = { root, bulletin, vocabulary, ledger };
    this.#readings.clear();
    for (const { name, isFolder } of root.list(issuesFolder)) if (isFolder) this.#read(`${issuesFolder}/${name}`);
    return this.#data;
  }

  #read(folder: string): void {
    const root = new Root(this.#folder);
    if (!root.exists(folder) || !root.isInside(folder)) {
      this.#readings.delete(folder);
      return;
    }
    const issue = loadIssue(root, folder, this.#data.vocabulary, this.#data.ledger);
    this.#readings.set(folder, { issue, root });
  }

  #assemble(): void {
    const { bulletin, vocabulary } = this.#data;
    this.#built = new Map();
    this.#archive = undefined;
    this.#scopes = undefined;
    if (bulletin === undefined || vocabulary === undefined) return;
    const issues = [...this.#readings.values()].flatMap(({ issue }) => issue ?? []);
    const unread = [...this.#readings].flatMap(([folder, { issue }]) =>
      issue === undefined ? [unreadIssue(folder.slice(issuesFolder.length + 1))] : [],
    );
    this.#archive = { bulletin, vocabulary, issues: inOrder(issues), unread };
    this.#scopes = new Scopes(this.#archive);
  }
}
