/** Issue 15 of the example, behind an invented issue 14: what the handbook's examples are told about. */

import { readFileSync } from "node:fs";
import path from "node:path";
import type { CountSheet } from "../../../../src/model/count-sheet.ts";
import type { Issue } from "../../../../src/model/issue.ts";
import type { Frequency } from "../../../../src/model/frequency.ts";
import type { Vocabulary } from "../../../../src/model/vocabulary.ts";
import { placeholders, phrase } from "../../../../src/compute/phrase/phrase.ts";
import { plainText } from "../../../../src/compute/phrase/piece.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { readCounts } from "../../../../src/read/schema/read-counts.ts";
import { readRegistry } from "../../../../src/read/schema/read-registry.ts";
import { readVocabulary } from "../../../../src/read/schema/read-vocabulary.ts";
import { readBulletin } from "../../../../src/read/schema/read-bulletin.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";
import type { LocatedYaml } from "../../../../src/read/source/located-yaml.ts";
import type { Scope } from "../../../../src/compute/tally/scope.ts";
import { Scopes } from "../../../../src/document/scope.ts";

const example = path.resolve(import.meta.dirname, "../../../fixtures/example");

export function yamlOf(text: string, file = "test.yaml"): LocatedYaml {
  const { yaml, problems } = parseYaml(new SourceText(file, text));
  if (yaml === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return yaml;
}

function exampleYaml(file: string): LocatedYaml {
  return yamlOf(readFileSync(path.join(example, file), "utf8"), file);
}

function must<T>(reading: { readonly value: T | undefined; readonly problems: readonly unknown[] }): T {
  if (reading.value === undefined) throw new Error(JSON.stringify(reading.problems, null, 1));
  return reading.value;
}

export function vocabularyOf(text: string, registries: Readonly<Record<string, string>> = {}): Vocabulary {
  const read = Object.entries(registries).map(([name, list]) => [name, must(readRegistry(yamlOf(list)))] as const);
  return must(readVocabulary(yamlOf(text), new Map(read)));
}

export function countsOf(text: string, vocabulary: Vocabulary): CountSheet {
  return must(readCounts(yamlOf(text, "counts.yaml"), vocabulary));
}

export interface TestIssue {
  readonly number: number;
  /** 2020-11-08 */
  readonly date: string;
  readonly counts: CountSheet | undefined;
  readonly dataOnly?: boolean;
  readonly corrections?: Issue["corrections"];
}

/** The scope of each issue, oldest first. */
export function scopesOf(vocabulary: Vocabulary, issues: readonly TestIssue[], frequency?: Frequency): Scope[] {
  const bulletin = { ...must(readBulletin(exampleYaml("data/bulletin.yaml"))), frequency };
  const built = issues.map(({ number, date, counts, corrections = [], dataOnly = false }): Issue => {
    const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
    const place = { file: "issue.yaml", line: 1, column: 1 };
    return {
      id: `${year}-${number}`,
      folder: `content/issues/${year}-${number}`,
      year,
      number: { value: number, place },
      serial: undefined,
      date: { value: { year, month, day }, place },
      marking: undefined,
      copyNumber: undefined,
      internal: false,
      dataOnly,
      masthead: undefined,
      issuer: undefined,
      contacts: undefined,
      recipients: {},
      copies: undefined,
      corrections,
      contents: undefined,
      pictures: new Map(),
      articles: [],
      counts,
      countsBroken: false,
      unreadParts: false,
      privacyAllowed: [],
    };
  });
  const scopes = new Scopes({ bulletin, vocabulary, issues: built, unread: [] });
  return built.map((issue) => scopes.of(issue)).filter((scope) => scope !== undefined);
}

const issue14 = `
交办:
  截至: 2020-10-31
  批次: 1-8
  单位: { 冷水滩区: 50, 零陵区: 32, 东安县: 23, 祁阳县: 22, 道县: 16, 宁远县: 14, 江华: 11, 新田: 7, 江永: 5, 双牌: 4, 市城管局: 4, 蓝山: 4, 经开区: 3, 金洞: 2 }
  共有:
    - 单位: [冷水滩, 零陵, 经开区]
办结:
  截至: 2020-10-31
  合计: 120
`;

const lastYear = `
交办:
  截至: 2019-11-07
  单位: { 零陵区: 90, 冷水滩区: 60, 东安县: 50 }
`;

const correction14 = {
  date: { year: 2020, month: 11, day: 5 },
  what: "冷水滩区的交办件数应为50件",
  why: "漏计一件。",
  withheld: false,
  place: { file: "content/issues/2020-14/issue.yaml", line: 4, column: 5 },
};

export function handbookScope(): Scope {
  const vocabulary = must(
    readVocabulary(
      exampleYaml("data/tallies.yaml"),
      new Map(
        ["units.yaml", "categories.yaml"].map(
          (name) => [name, must(readRegistry(exampleYaml(`data/${name}`)))] as const,
        ),
      ),
    ),
  );
  const counts = must(readCounts(exampleYaml("content/issues/2020-15/counts.yaml"), vocabulary));
  const [, , scope] = scopesOf(vocabulary, [
    { number: 15, date: "2019-11-08", counts: countsOf(lastYear, vocabulary) },
    { number: 14, date: "2020-11-01", counts: countsOf(issue14, vocabulary), corrections: [correction14] },
    { number: 15, date: "2020-11-08", counts },
  ]);
  if (scope === undefined) throw new Error("no scope");
  return scope;
}

/** A text with every `{{…}}` replaced by what it prints. */
export function said(text: string, scope: Scope): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: inner } of placeholders(text).found) {
    result += text.slice(at, start) + plainText(phrase(inner, scope));
    at = end;
  }
  return result + text.slice(at);
}
