/** Builds archives from data as an editor types it, without files. */

import type { Archive } from "../../../../src/model/archive.ts";
import type { Bulletin } from "../../../../src/model/bulletin.ts";
import type { Article, Issue } from "../../../../src/model/issue.ts";
import type { Registry } from "../../../../src/model/registry.ts";
import type { Vocabulary } from "../../../../src/model/vocabulary.ts";
import type { Problem } from "../../../../src/base/problem/problem.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { readArticle } from "../../../../src/read/schema/read-article.ts";
import { readCounts } from "../../../../src/read/schema/read-counts.ts";
import type { Reading } from "../../../../src/read/schema/reading.ts";
import { readRegistry } from "../../../../src/read/schema/read-registry.ts";
import { readVocabulary } from "../../../../src/read/schema/read-vocabulary.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";
import type { LocatedYaml } from "../../../../src/read/source/located-yaml.ts";
import { IssueTallies } from "../../../../src/compute/tally/issue-tallies.ts";
import { readMoment } from "../../../../src/base/text/moment.ts";
import { archiveRules, issueRules } from "../../../../src/check/catalogue.ts";
import { problemsOf } from "../../../../src/check/rule.ts";
import { Subjects } from "../../../../src/check/rules/index.ts";
import { setAside } from "../../../../src/check/set-aside.ts";

function yamlOf(file: string, text: string): LocatedYaml {
  const { yaml, problems } = parseYaml(new SourceText(file, text));
  if (yaml === undefined) throw new Error(problems.map((problem) => problem.message).join("\n"));
  return yaml;
}

function must<T>(reading: Reading<T>): T {
  if (reading.value === undefined) throw new Error(reading.problems.map((problem) => problem.message).join("\n"));
  return reading.value;
}

/** `tallies.yaml` with its registries by file name. */
export function vocabularyOf(text: string, registries: Readonly<Record<string, string>> = {}): Vocabulary {
  const read = new Map<string, Registry>(
    Object.entries(registries).map(([file, list]) => [file, must(readRegistry(yamlOf(file, list)))]),
  );
  return must(readVocabulary(yamlOf("data/tallies.yaml", text), read));
}

export interface TypedIssue {
  /** `2020-15` */
  readonly id: string;
  readonly date: string;
  readonly counts?: string;
  readonly serial?: number;
  /** Bodies of articles. */
  readonly articles?: readonly string[];
}

function issueOf(typed: TypedIssue, vocabulary: Vocabulary): Issue {
  const folder = `content/issues/${typed.id}`;
  const date = readMoment(typed.date);
  if (!date.ok) throw new Error(date.reason);
  const head = `${folder}/issue.yaml`;
  const articles = (typed.articles ?? []).map((body, at): Article =>
    must(readArticle(new SourceText(`${folder}/0${at + 1}.md`, `---\n栏目: 信访件情况\n---\n${body}\n`))),
  );
  return {
    id: typed.id,
    folder,
    year: date.moment.year,
    number: { value: Number(typed.id.split("-")[1]), place: { file: head, line: 1, column: 5 } },
    serial: typed.serial,
    date: { value: date.moment, place: { file: head, line: 2, column: 5 } },
    marking: undefined,
    copyNumber: undefined,
    internal: false,
    dataOnly: false,
    masthead: undefined,
    issuer: undefined,
    contacts: undefined,
    recipients: {},
    copies: undefined,
    corrections: [],
    privacyAllowed: [],
    contents: undefined,
    pictures: new Map(),
    articles,
    counts:
      typed.counts === undefined || typed.counts === ""
        ? undefined
        : must(readCounts(yamlOf(`${folder}/counts.yaml`, typed.counts), vocabulary)),
    countsBroken: false,
    unreadParts: false,
  };
}

export function archiveOf(vocabulary: Vocabulary, ...issues: readonly TypedIssue[]): Archive {
  // The rules do not look at the bulletin's own facts.
  const bulletin = {} as Bulletin;
  const read = issues.map((issue) => issueOf(issue, vocabulary));
  return { bulletin, vocabulary, issues: read.sort((a, b) => sortKey(a) - sortKey(b)), unread: [] };
}

function sortKey({ date: { value }, number }: Issue): number {
  return Date.UTC(value.year, value.month - 1, value.day) * 1000 + number.value;
}

/** What the rules over data find in an archive, and what is waived of it. `talliesOf`: else each issue's own. */
export function run(
  archive: Archive,
  talliesOf = (issue: Issue): IssueTallies | undefined => new IssueTallies(issue.counts, archive.vocabulary),
) {
  const subjects = new Subjects(archive, talliesOf);
  const sifted = archive.issues.map((issue) =>
    setAside(issue, [
      ...problemsOf(issueRules, subjects.of(issue)),
      ...problemsOf(archiveRules, subjects.inArchive(issue)),
    ]),
  );
  return {
    problems: sifted.flatMap(({ problems }) => problems),
    waived: sifted.flatMap(({ waived }) => waived),
  };
}

/** `code line:column message`, for short expectations. */
export function told({ code, place, message }: Problem): string {
  return `${code} ${place.line}:${place.column} ${message}`;
}

export function codes({ problems }: { readonly problems: readonly Problem[] }): string[] {
  return problems.map((problem) => problem.code);
}
