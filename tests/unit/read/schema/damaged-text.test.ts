/** A slip in the form of a file (括号、引号、冒号、缩进……) neither hides the wrong values beside it nor makes right ones look wrong. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../../../src/base/problem/problem.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { issueSchema } from "../../../../src/read/schema/issue-schema.ts";
import { readArticle } from "../../../../src/read/schema/read-article.ts";
import { readBulletin } from "../../../../src/read/schema/read-bulletin.ts";
import { readCounts } from "../../../../src/read/schema/read-counts.ts";
import { readRegistry } from "../../../../src/read/schema/read-registry.ts";
import { readVocabulary } from "../../../../src/read/schema/read-vocabulary.ts";
import { readParsed } from "../../../../src/read/schema/reading.ts";
import type { Reading } from "../../../../src/read/schema/reading.ts";
import { validate } from "../../../../src/read/schema/validate.ts";
import { parseYaml } from "../../../../src/read/source/yaml.ts";
import type { LocatedYaml } from "../../../../src/read/source/located-yaml.ts";

const text = (file: string): string =>
  readFileSync(path.resolve(import.meta.dirname, "../../../fixtures/example", file), "utf8");
const located = (content: string, file = "文件.yaml") => parseYaml(new SourceText(file, content));

const registries = new Map(
  ["units.yaml", "categories.yaml"].map((name) => {
    const { value } = readParsed(located(text(`data/${name}`)), readRegistry);
    if (value === undefined) throw new Error(name);
    return [name, value] as const;
  }),
);
const vocabulary = readParsed(located(text("data/tallies.yaml")), (yaml) => readVocabulary(yaml, registries)).value;
if (vocabulary === undefined) throw new Error("data/tallies.yaml");
const known = vocabulary;

const yamlProblems = (content: string, read: (yaml: LocatedYaml) => Reading<unknown>): readonly Problem[] =>
  readParsed(located(content), read).problems;

/** Each kind of file: its text, and all that is wrong with one like it. */
const kinds: Readonly<Record<string, readonly [string, (content: string) => readonly Problem[]]>> = {
  "counts.yaml": [
    text("content/issues/2020-15/counts.yaml"),
    (content) => yamlProblems(content, (yaml) => readCounts(yaml, known)),
  ],
  "tallies.yaml": [
    text("data/tallies.yaml"),
    (content) => yamlProblems(content, (yaml) => readVocabulary(yaml, registries)),
  ],
  "units.yaml": [text("data/units.yaml"), (content) => yamlProblems(content, readRegistry)],
  "bulletin.yaml": [text("data/bulletin.yaml"), (content) => yamlProblems(content, readBulletin)],
  "issue.yaml": [
    "期号: 15\n日期: 2020-11-08\n总期号: 115\n印数: 60\n报:\n  - 省督察组\n  - 省领导小组\n更正:\n  - 日期: 2020-11-10\n    内容: 56 应为 57\n    原因: 笔误\n",
    (content) =>
      yamlProblems(content, (yaml) => ({ value: undefined, problems: validate(issueSchema, yaml).problems })),
  ],
  稿件: [
    "---\n标题: 零陵区打响污染防治攻坚战\n副标题: 九类问题完成整改\n栏目: 立行立改动态\n供稿: 零陵区\n---\n\n正文。\n",
    (content) => readArticle(new SourceText("01-稿.md", content)).problems,
  ],
};

const damages: readonly (readonly [string, (line: string) => string])[] = [
  ["an open quotation", (line) => line.replace(/(: |- )(?=\S)/, '$1"')],
  ["an open single quotation", (line) => line.replace(/(: |- )(?=\S)/, "$1'")],
  ["an open bracket", (line) => line.replace(/(: |- )(?=\S)/, "$1[")],
  ["an open brace", (line) => line.replace(/(: |- )(?=\S)/, "$1{ ")],
  ["a bracket too many", (line) => (/[\]}]\s*$/.test(line) ? `${line}]` : line)],
  ["no closing bracket", (line) => line.replace(/[\]}]\s*$/, "")],
  ["no colon", (line) => line.replace(/:(?= |$)/, "")],
  ["a full-width colon", (line) => line.replace(/: ?/, "：")],
  ["no blank behind the colon", (line) => line.replace(/: (?=\S)/, ":")],
  ["a line twice", (line) => (/^\s*[^\s#-][^:]*: \S/.test(line) ? `${line}\n${line}` : line)],
  ["one blank too many", (line) => (line.trim() === "" || line === "---" ? line : ` ${line}`)],
  ["one blank too few", (line) => line.replace(/^ /, "")],
  ["a tab", (line) => line.replace(/^ +/, "\t")],
  ["a second colon", (line) => line.replace(/: (?=\S)/, ": : ")],
  ["an anchor", (line) => line.replace(/(: )(?=\S)/, "$1&")],
  ["an alias", (line) => line.replace(/(: )\S.*/, "$1*名")],
  ["a tag", (line) => line.replace(/(: |- )(?=\S)/, "$1!")],
  ["a percent sign", (line) => line.replace(/(: |- )(?=\S)/, "$1%")],
  ["an at sign", (line) => line.replace(/(: |- )(?=\S)/, "$1@")],
  ["a backtick", (line) => line.replace(/(: |- )(?=\S)/, "$1`")],
  ["a dash in front", (line) => line.replace(/^( *)(?=[^\s#-])/, "$1- ")],
];

describe.each(Object.entries(kinds))("%s", (_, [sound, problemsOf]) => {
  const lines = sound.split("\n");

  test("is sound to begin with", () => {
    expect(problemsOf(sound)).toEqual([]);
  });

  test.each(damages)("%s in any line is one error, at that line or beside it", (_name, damage) => {
    const wrong: unknown[] = [];
    for (const [at, line] of lines.entries()) {
      if (line.trim() === "" || line.startsWith("#")) continue;
      const damaged = damage(line);
      if (damaged === line) continue;
      const problems = problemsOf(lines.with(at, damaged).join("\n"));
      const isOne = problems.length <= 1 && problems.every(({ place }) => Math.abs(place.line - at - 1) <= 1);
      if (!isOne) wrong.push([damaged, problems.map(({ place, code, message }) => `${place.line} ${code} ${message}`)]);
    }
    expect(wrong).toEqual([]);
  });
});

describe("wrong values are told beside a slip of form, whatever the slip and wherever it is", () => {
  const wrong = [
    ["counts.yaml", "    宁远县: 15", "    宁远县: 15件", "number-with-unit"],
    ["counts.yaml", "    来信: 20", "    来信: 二十", "numeral-in-words"],
    ["counts.yaml", "    双牌: 3", "    双排: 3", "unknown-member"],
    ["tallies.yaml", "    百分比: 1", "    百分比: １", "fullwidth-digit"],
    ["units.yaml", "简称: 新田", "检称: 新田", "unknown-key"],
    ["bulletin.yaml", "栏目: [", "栏目: 5 # [", "not-a-list"],
    ["issue.yaml", "印数: 60", "印数: 60份", "number-with-unit"],
    ["稿件", "供稿: 零陵区", "来稿: 零陵区", "unknown-key"],
  ] as const;

  test.each(wrong)("in %s: %s → %s", (kind, from, to, code) => {
    const [sound, problemsOf] = kinds[kind] ?? ["", () => []];
    expect(sound.split(from)).toHaveLength(2);
    const lines = sound.replace(from, to).split("\n");
    const place = lines.findIndex((line) => line.includes(to));
    const missed: string[] = [];
    for (const [name, damage] of damages)
      for (const [at, line] of lines.entries()) {
        // Every line would take a minute.
        if (
          (at - place) % 5 !== 1 ||
          line.trim() === "" ||
          line.startsWith("#") ||
          line === "---" ||
          belongs(lines, at, place)
        )
          continue;
        const damaged = damage(line);
        if (damaged === line) continue;
        const problems = problemsOf(lines.with(at, damaged).join("\n"));
        const shift = damaged.includes("\n") && at < place ? 1 : 0;
        if (!problems.some((problem) => problem.code === code && problem.place.line === place + 1 + shift))
          missed.push(`${name}: ${damaged}`);
      }
    expect(missed).toEqual([]);
  });
});

/** Does the line stand below the damaged one, further in, so that what it belongs to is not known? */
function belongs(lines: readonly string[], damaged: number, line: number): boolean {
  const indent = (at: number): number => /^ */.exec(lines[at] ?? "")?.[0].length ?? 0;
  if (damaged === line) return true;
  const between = lines.slice(damaged + 1, line + 1).map((_, at) => indent(damaged + 1 + at));
  return damaged < line && between.every((width) => width > indent(damaged));
}
