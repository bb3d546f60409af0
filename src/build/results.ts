/**
 * The issues of a build as loaded and as worked out, or as an earlier build did from the same. An issue as loaded rests on its folder,
 * on `data/` and on the program; what is worked out rests besides on what expressions can see of the issues before it: heads and
 * counts, never articles.
 */

import { freeze, thaw } from "./freeze.ts";
import type { Json, Shared } from "./freeze.ts";
import type { Inputs } from "./inputs.ts";
import { keyOf } from "./memo.ts";
import type { Memo } from "./memo.ts";
import { issueResult, readDetails } from "./work.ts";
import type { IssueResult, WorkBasis, WorkedIssue } from "./work.ts";
import { countsFile, issueFile, loadIssue } from "../read/load/load-issue.ts";
import type { LoadIssue } from "../read/load/load-archive.ts";
import type { Root } from "../read/load/root.ts";
import type { Issue } from "../model/issue.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { buildIssue } from "../document/issue-view.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { SourceText } from "../base/problem/source-text.ts";

/** The memo's names for issues as loaded and as worked out. */
const [loadedKind, resultKind] = ["issues", "results"];

interface LoadedIssue {
  readonly issue: Json;
  readonly problems: readonly Problem[];
  /** Files that were read for it. */
  readonly sources: readonly string[];
}

export class IssueResults {
  readonly #memo: Memo;
  readonly #inputs: Inputs | undefined;
  readonly #common: string;
  readonly #results = new Map<Issue, IssueResult>();
  readonly #keys = new Map<Issue, string>();
  /** Folders that were loaded as `inputs` has them, with the files that have not been read for it this time. */
  readonly #loaded = new Map<string, readonly string[]>();
  /** Digest of what can be seen of the issues so far; `undefined` once that is not known. */
  #seen: string | undefined;
  #isDataSteady: boolean | undefined;

  /** `inputs`: `undefined` where nothing is remembered. `common`: digest of what every issue rests on. */
  constructor(memo: Memo, inputs: Inputs | undefined, common: string) {
    this.#memo = memo;
    this.#inputs = inputs;
    this.#common = common;
    this.#seen = inputs === undefined ? undefined : "";
  }

  /** Whether all of these folders have been loaded before as they are: then hardly anything is to be printed. */
  knows(folders: readonly string[]): boolean {
    const { memo, inputs } = { memo: this.#memo, inputs: this.#inputs };
    return inputs !== undefined && folders.every((folder) => memo.has(loadedKind, this.#loadedKey(folder, inputs)));
  }

  readonly load: LoadIssue = (root, folder, vocabulary, countLedger) => {
    const inputs = this.#inputs;
    const fresh = (): Issue | undefined => loadIssue(root, folder, vocabulary, countLedger);
    // What a ledger counts rests on its cases, far too many to write down with each issue.
    if (inputs === undefined || vocabulary === undefined || vocabulary.ledger !== undefined) return fresh();
    if (!(this.#isDataSteady ??= inputs.areSteady("data"))) return fresh();
    const key = this.#loadedKey(folder, inputs);
    const known = this.#memo.read(loadedKind, key)?.head as LoadedIssue | undefined;
    if (known !== undefined) {
      root.problems.push(...known.problems);
      this.#loaded.set(folder, known.sources);
      return thawed(known.issue, vocabulary, root);
    }
    const before = { problems: root.problems.length, sources: new Set(root.sources.keys()) };
    const issue = fresh();
    const problems = root.problems.slice(before.problems);
    if (issue === undefined || !inputs.areSteady(folder)) return issue;
    this.#loaded.set(folder, []);
    if (hasErrors(problems)) return issue;
    const sources = [...root.sources.keys()].filter((file) => !before.sources.has(file));
    const loaded: LoadedIssue = { issue: freeze(issue, membersOf(vocabulary)), problems, sources };
    this.#memo.write(loadedKind, key, loaded);
    return issue;
  };

  /** To be asked of all issues in their order. */
  readonly work = (issue: Issue, basis: WorkBasis): WorkedIssue => {
    const result = this.#resultOf(issue, basis);
    this.#results.set(issue, result);
    const { view, pictures, findings, isOnRecord } = result;
    return {
      built: { issue, view, pictures },
      findings,
      isOnRecord,
      text: () => readDetails(result).text,
      whole: () => buildIssue(issue, basis.facts, basis.scopes),
    };
  };

  of(issue: Issue): IssueResult {
    const result = this.#results.get(issue);
    if (result === undefined) throw new Error(`issue ${issue.folder} has not been worked out`);
    return result;
  }

  /** Digest of everything that determines the result; `undefined` where that is not known. */
  keyOf(issue: Issue): string | undefined {
    return this.#keys.get(issue);
  }

  #resultOf(issue: Issue, basis: WorkBasis): IssueResult {
    const { scopes, root, record, hidden, facts } = basis;
    const key = this.#keyOf(issue, [record?.seal, hidden, facts.unread]);
    const known = key === undefined ? undefined : this.#memo.read(resultKind, key);
    if (key !== undefined && known !== undefined) {
      this.#keys.set(issue, key);
      // A copy, as the bytes as read hold the head as well.
      return { ...(known.head as Omit<IssueResult, "details">), details: Buffer.from(known.body) };
    }
    const looksAhead = scopes.looksAhead;
    for (const file of this.#loaded.get(issue.folder) ?? []) root.read(file);
    const { details, ...made } = issueResult(issue, basis);
    if (key !== undefined && scopes.looksAhead === looksAhead && this.#inputs?.areSteady(issue.folder) === true) {
      this.#memo.write(resultKind, key, made, details);
      this.#keys.set(issue, key);
    }
    // As it will be read the next time, and without what the making of it holds on to.
    return { ...(JSON.parse(JSON.stringify(made)) as typeof made), details };
  }

  #loadedKey(folder: string, inputs: Inputs): string {
    return keyOf(["issue", this.#common, folder, inputs.of(folder)]);
  }

  /** Also puts the issue to what those after it can see. `further`: what it is worked out from besides. */
  #keyOf({ folder, countsBroken, unreadParts }: Issue, further: unknown): string | undefined {
    const [inputs, before] = [this.#inputs, this.#seen];
    if (inputs === undefined || before === undefined) return undefined;
    if (!this.#loaded.has(folder)) return (this.#seen = undefined);
    const own = inputs.of(folder);
    const head = own.filter(({ file }) => [issueFile, countsFile].some((name) => file === `${folder}/${name}`));
    this.#seen = keyOf([before, folder, head, countsBroken, unreadParts]);
    return keyOf(["result", this.#common, folder, own, before, countsBroken, further]);
  }
}

function thawed(json: Json, vocabulary: Vocabulary, root: Root): Issue {
  return thaw(json, {
    shared: (name) => memberOf(name, vocabulary),
    source: (file) => root.read(file) ?? new SourceText(file, ""),
  }) as Issue;
}

/** Members are compared by identity: those of a remembered issue are the registry's own. */
function membersOf({ dimensions }: Vocabulary): Shared {
  return new Map(
    [...dimensions.values()].flatMap(({ name, registry }) =>
      registry.members.map((member, at): [object, string] => [member, `${at} ${name}`]),
    ),
  );
}

function memberOf(name: string, { dimensions }: Vocabulary): object | undefined {
  const [at = "", ...dimension] = name.split(" ");
  return dimensions.get(dimension.join(" "))?.registry.members[Number(at)];
}
