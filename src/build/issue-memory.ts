/**
 * What was worked out for each issue in an earlier build, used as long as everything that it was worked out from is the same. An issue
 * as loaded rests on its folder, on `data/` and on the product; what it prints, and what is wrong with it, rests besides on what
 * expressions can see of the issues before it: their heads and counts, never their articles.
 */

import { freeze, thaw } from "./cache/freeze.ts";
import type { Json, Shared } from "./cache/freeze.ts";
import { keyOf } from "./cache/cache.ts";
import type { Cache } from "./cache/cache.ts";
import { isPlain } from "./cache/inputs.ts";
import type { Input } from "./cache/inputs.ts";
import { issuesFolder } from "../read/load/load-archive.ts";
import type { LoadIssue } from "../read/load/load-archive.ts";
import { loadIssue } from "../read/load/load-issue.ts";
import type { Root } from "../read/load/root.ts";
import type { Issue } from "../model/issue.ts";
import type { PublishedText } from "../model/issue-record.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { PictureReference } from "../document/markdown/render.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { SourceText } from "../base/problem/source-text.ts";
import type { BuiltIssue, IssueView } from "../document/issue-view.ts";
import type { HeldFigures, SitePart, SiteSource } from "../output/web/site-source.ts";
import type { Scopes } from "../document/scope.ts";
import type { IssueFindings } from "../check/issue-findings.ts";

/** The cache's folders of what was worked out: what every build reads, and what few do. */
const kind = "works";
const detailKind = "details";

interface LoadedHead {
  readonly issue: Json;
  /** Digest of what the expressions of later issues can see of it. */
  readonly seen: string;
  readonly problems: readonly Problem[];
  /** Files that were read for it. */
  readonly sources: readonly string[];
}

interface WorkedHead {
  readonly view: IssueView;
  /** Digest of the view. */
  readonly viewKey: string;
  readonly pictures: readonly PictureReference[];
  readonly findings: IssueFindings;
  readonly isOnRecord: boolean;
  /** Of its `SiteSource`. */
  readonly held: readonly HeldFigures[];
  readonly rows: string;
}

/** Apart, as seldom anybody asks for it. */
interface WorkedDetails {
  readonly text: PublishedText;
  /** `null` where the issue has errors: it is not published, unless somebody waives them. */
  readonly part: SitePart | null;
}

interface Loaded {
  readonly key: string;
  readonly seen: string;
  readonly sources: readonly string[];
}

/** What an issue prints and what is wrong with it. */
export interface WorkedIssue {
  readonly built: BuiltIssue;
  readonly findings: IssueFindings;
  /** Whether its record says just that. */
  readonly isOnRecord: boolean;
  /** What would go on record. */
  readonly text: () => PublishedText;
  readonly site: SiteSource;
}

/** How it is worked out. */
export interface WorkSteps {
  readonly build: () => BuiltIssue;
  readonly judge: (built: BuiltIssue) => Omit<WorkedIssue, "built">;
}

export function inFull({ build, judge }: WorkSteps): WorkedIssue {
  const built = build();
  return { built, ...judge(built) };
}

interface WorkBasis {
  readonly root: Root;
  readonly scopes: Scopes;
  readonly vocabulary: Vocabulary;
  /** What the steps are given besides, as JSON. */
  readonly further: unknown;
}

/** What a build that uses a memory starts from. */
export interface MemoryBasis {
  /** Digest of all that every issue rests on. */
  readonly common: string;
  /** Files below `content` and `data`. */
  readonly inputs: readonly Input[];
  /** Looks again at what lies below a part of the root. */
  readonly again: (part: string) => readonly Input[];
  /** Called for each issue that is not as it was. */
  readonly onChange?: () => void;
}

/** Of one build. What an editor saves while it runs is never remembered under the name of what was there before. */
export class IssueMemory {
  readonly #cache: Cache;
  readonly #basis: MemoryBasis;
  readonly #folders: ReadonlyMap<string, readonly Input[]>;
  readonly #loaded = new Map<Issue, Loaded>();
  readonly #worked = new Map<Issue, string>();
  readonly #viewKeys = new WeakMap<IssueView, string>();
  /** Digest of what was seen of the issues so far. */
  #chain = "";
  /** Whether `data` was still as the basis has it when it had been read. */
  #isSteady: boolean | undefined;

  constructor(cache: Cache, basis: MemoryBasis) {
    this.#cache = cache;
    this.#basis = basis;
    this.#folders = byFolder(basis.inputs);
  }

  /** Loads an issue, or remembers how it was loaded. */
  readonly load: LoadIssue = (root, folder, vocabulary, countLedger) => {
    const inputs = this.#folders.get(folder);
    this.#isSteady ??= this.#isAsBefore("data");
    if (!this.#isSteady || vocabulary === undefined || inputs?.every(isPlain) !== true)
      return loadIssue(root, folder, vocabulary, countLedger);
    const key = keyOf(["issue", this.#basis.common, folder, inputs]);
    const kept = this.#cache.get("issues", key)?.head as LoadedHead | undefined;
    if (kept !== undefined) {
      const issue = thaw(kept.issue, {
        shared: (name) => memberOf(name, vocabulary),
        source: (file) => root.read(file) ?? new SourceText(file, ""),
      }) as Issue;
      root.problems.push(...kept.problems);
      this.#loaded.set(issue, { key, seen: kept.seen, sources: kept.sources });
      return issue;
    }
    this.#basis.onChange?.();
    const before = { problems: root.problems.length, sources: new Set(root.sources.keys()) };
    const issue = loadIssue(root, folder, vocabulary, countLedger);
    const problems = root.problems.slice(before.problems);
    // What a ledger counts rests on its cases, far too many to keep with each issue.
    if (issue === undefined || hasErrors(problems) || vocabulary.ledger !== undefined || !this.#isAsBefore(folder))
      return issue;
    const sources = [...root.sources.keys()].filter((file) => !before.sources.has(file));
    const seen = seenOf(issue, vocabulary);
    const head: LoadedHead = { issue: freeze(issue, membersOf(vocabulary)), seen, problems, sources };
    this.#cache.put("issues", key, head);
    this.#loaded.set(issue, { key, seen, sources });
    return issue;
  };

  /** To be asked of all issues in their order. The steps are taken where nothing is remembered, the first again for what is not. */
  work(issue: Issue, { root, scopes, vocabulary, further }: WorkBasis, steps: WorkSteps): WorkedIssue {
    if (vocabulary.ledger !== undefined) return inFull(steps);
    const loaded = this.#loaded.get(issue);
    const key = loaded === undefined ? undefined : keyOf(["work", loaded.key, this.#chain, further]);
    this.#chain = keyOf([this.#chain, loaded?.seen ?? seenOf(issue, vocabulary)]);
    if (loaded === undefined || key === undefined) return inFull(steps);
    const build = (): BuiltIssue => {
      for (const file of loaded.sources) root.read(file);
      return steps.build();
    };
    const read = (): WorkedDetails | undefined => this.#cache.get(detailKind, key)?.head as WorkedDetails | undefined;
    const rest = {
      text: () => read()?.text ?? steps.judge(build()).text(),
      part: () => read()?.part ?? steps.judge(build()).site.part(),
    };
    const kept = this.#cache.get(kind, key)?.head as WorkedHead | undefined;
    if (kept !== undefined) {
      this.#cache.uses(detailKind, key);
      this.#viewKeys.set(kept.view, kept.viewKey);
      this.#worked.set(issue, key);
      return workedAs(issue, kept, build, rest);
    }
    const before = scopes.looksAhead;
    const built = build();
    const judged = steps.judge(built);
    if (scopes.looksAhead > before || !this.#isAsBefore(issue.folder)) return { built, ...judged };
    const { findings, isOnRecord, text, site } = judged;
    const { view, pictures } = built;
    const head: WorkedHead = {
      view,
      viewKey: keyOf(view),
      pictures,
      findings,
      isOnRecord,
      held: site.held(),
      rows: site.rows(),
    };
    const { own, numbers, rules, proof } = findings;
    const part = [own, numbers, rules, proof].some(hasErrors) ? null : site.part();
    this.#cache.put(detailKind, key, { text: text(), part } satisfies WorkedDetails);
    this.#cache.put(kind, key, head);
    this.#worked.set(issue, key);
    // All of it of a thousand issues would not fit into memory.
    return workedAs(issue, head, build, rest);
  }

  /** A text that depends on the ingredients and the product alone; these are plain JSON. */
  recall(kind: string, ingredients: unknown, make: () => string): string {
    const key = keyOf([kind, this.#basis.common, ingredients]);
    const kept = this.#cache.get(kind, key)?.head as string | undefined;
    if (kept !== undefined) return kept;
    const made = make();
    this.#cache.put(kind, key, made);
    return made;
  }

  #isAsBefore(part: string): boolean {
    const before = this.#folders.get(part) ?? this.#basis.inputs.filter(({ file }) => file.startsWith(`${part}/`));
    return keyOf(before.filter(({ file }) => file !== part)) === keyOf(this.#basis.again(part));
  }

  /** `keyOf` a view that is remembered. */
  readonly viewKey = (view: IssueView): string | undefined => this.#viewKeys.get(view);

  /** Digest of everything that determines what an issue prints; `undefined` where that is not known. */
  keyOf(issue: Issue): string | undefined {
    return this.#worked.get(issue);
  }
}

function workedAs(
  issue: Issue,
  head: WorkedHead,
  build: () => BuiltIssue,
  { text, part }: { readonly text: () => PublishedText; readonly part: () => SitePart },
): WorkedIssue {
  const { findings, isOnRecord, held } = head;
  // As bytes they take half the room.
  const rows = Buffer.from(head.rows);
  const site: SiteSource = { held: () => held, rows: () => rows.toString(), part };
  return { built: remembered(issue, head, build), findings, isOnRecord, text, site };
}

/** What is not remembered is built again when it is asked for, and let go when nobody uses it. */
function remembered(issue: Issue, { view, pictures }: WorkedHead, build: () => BuiltIssue): BuiltIssue {
  let held: WeakRef<BuiltIssue> | undefined;
  const whole = (): BuiltIssue => {
    const there = held?.deref();
    if (there !== undefined) return there;
    const built = build();
    held = new WeakRef(built);
    return built;
  };
  return {
    issue,
    view,
    pictures,
    get phrases() {
      return whole().phrases;
    },
    get bodies() {
      return whole().bodies;
    },
    get printedBlocks() {
      return whole().printedBlocks;
    },
    get problems() {
      return whole().problems;
    },
  };
}

function byFolder(inputs: readonly Input[]): Map<string, Input[]> {
  const depth = issuesFolder.split("/").length + 1;
  const folders = new Map<string, Input[]>();
  for (const input of inputs) {
    const folder = input.file.split("/").slice(0, depth).join("/");
    const own = folders.get(folder) ?? [];
    folders.set(folder, own);
    own.push(input);
  }
  return folders;
}

/** Everything but the articles and their pictures. */
function seenOf(issue: Issue, vocabulary: Vocabulary): string {
  return keyOf(freeze({ ...issue, articles: undefined, pictures: undefined }, membersOf(vocabulary)));
}

const named = new WeakMap<Vocabulary, Map<object, string>>();

/** Members are compared by identity: those of a remembered issue are the registry's own. */
function membersOf(vocabulary: Vocabulary): Shared {
  let names = named.get(vocabulary);
  if (names === undefined) {
    const dimensions = [...vocabulary.dimensions.values()];
    names = new Map(
      dimensions.flatMap(({ name, registry }) =>
        registry.members.map((member, at): [object, string] => [member, `${at} ${name}`]),
      ),
    );
    named.set(vocabulary, names);
  }
  return names;
}

function memberOf(name: string, { dimensions }: Vocabulary): object | undefined {
  const [at = "", ...dimension] = name.split(" ");
  return dimensions.get(dimension.join(" "))?.registry.members[Number(at)];
}
