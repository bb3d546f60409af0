/** What is remembered of issues gives what working it out afresh gives, whatever is edited, added or taken away in between. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Memo } from "../../../src/build/memo.ts";
import { FileDigests } from "../../../src/build/file-digests.ts";
import { prepareAll } from "../../../src/build/prepare.ts";
import type { Prepared } from "../../../src/build/prepare.ts";
import { Program } from "../../../src/build/program.ts";
import { IssueResults } from "../../../src/build/results.ts";
import { sourcesOf } from "../../../src/build/sources.ts";
import { readDetails } from "../../../src/build/work.ts";
import type { PrintableIssue } from "../../../src/build/print-issue.ts";
import { loadData } from "../../../src/read/load/load-data.ts";
import { Root } from "../../../src/read/load/root.ts";
import { Random } from "../../support/random.ts";
import { writeSyntheticArchive } from "../../support/synthetic-archive.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-memory-"));
const root = path.join(folder, "root");
const memo = new Memo(path.join(folder, "cache"));
const issues = path.join(root, "content/issues");

interface Round {
  readonly prepared: Prepared<PrintableIssue>;
  readonly results: IssueResults;
}

async function remembered(): Promise<Round> {
  const options = { folder: root, output: path.join(folder, "site"), siteUrl: undefined, strictFonts: false };
  const sources = await sourcesOf(options, {}, new FileDigests(new Memo(undefined)), new Program());
  if (sources === undefined) throw new Error("the sources are not known");
  return workedOut(new IssueResults(memo, sources.inputs, sources.common));
}

function workedOut(results: IssueResults): Round {
  const files = new Root(root);
  return { prepared: prepareAll(files, loadData(files), results), results };
}

/** All that a build makes something of. */
function outcome({ prepared, results }: Round): unknown {
  const { archive, issues: shown, scopes, problems, waived, texts, histories } = prepared;
  if (archive === undefined || scopes === undefined) throw new Error("the data is broken");
  return JSON.parse(
    JSON.stringify({
      problems,
      waived: waived.map(({ issue, ...rest }) => ({ ...rest, issue: issue.id })),
      issues: shown.map((each) => {
        const { issue, view, pictures } = each;
        const tallies = scopes.of(issue)?.tallies;
        const figures = tallies?.available().map((name) => {
          const { total, breakdowns } = tallies.get(name) ?? {};
          const parts = [...(breakdowns?.values() ?? [])].flatMap(({ parts: all }) =>
            all.map(({ label, figure }) => [label, figure.value.toFraction()]),
          );
          return [name, total?.value.toFraction(), parts];
        });
        const result = results.of(issue);
        return {
          ...{ issue, view, pictures, result, figures },
          details: readDetails(result),
          text: texts.get(issue)?.(),
          history: histories.get(issue)?.number,
        };
      }),
    }),
  );
}

function edit(file: string, change: (text: string) => string): void {
  const absolute = path.join(root, file);
  writeFileSync(absolute, change(readFileSync(absolute, "utf8")));
}

const rounds = Number(process.env["ROUNDS"] ?? 20);
const names = (): string[] => readdirSync(issues).sort();
let added = 0;

const edits: readonly (readonly [what: string, edit: (random: Random) => void])[] = [
  [
    "a word of an article",
    (random) => edit(`content/issues/${pick(random)}/01-稿件.md`, (text) => `${text}\n又补充了一段情况。\n`),
  ],
  [
    "a count",
    (random) =>
      edit(`content/issues/${pick(random)}/counts.yaml`, (text) =>
        text.replace(/(办结:[\s\S]*零陵区: )(\d+)/, (_, head: string, count: string) => `${head}${Number(count) - 1}`),
      ),
  ],
  [
    "a headline that is computed",
    (random) =>
      edit(`content/issues/${pick(random)}/02-稿件.md`, (text) =>
        text.replace(/^标题: .*$/m, "标题: 已交办{{交办}}件"),
      ),
  ],
  [
    "the figures of the issue before",
    (random) =>
      edit(
        `content/issues/${pick(random)}/03-稿件.md`,
        (text) => `${text}\n上期{{上期.交办}}件，比上期{{交办.新增 | 增减}}。\n`,
      ),
  ],
  [
    "the figures of an issue that may not be there",
    (random) => edit(`content/issues/${pick(random)}/03-稿件.md`, (text) => `${text}\n第6期{{第6期.交办}}件。\n`),
  ],
  [
    "a unit's name",
    () =>
      edit("data/units.yaml", (text) =>
        text.replace(/江永县|江永山县/, (name) => (name === "江永县" ? "江永山县" : "江永县")),
      ),
  ],
  [
    "a new issue",
    () => {
      const [last = ""] = names().slice(-1);
      const number = 40 + added++;
      cpSync(path.join(issues, last), path.join(issues, `2021-${number}`), { recursive: true });
      edit(
        `content/issues/2021-${number}/issue.yaml`,
        () => `期号: ${number}\n日期: 2021-05-${10 + added}\n总期号: ${number}\n`,
      );
    },
  ],
  [
    "an issue taken away",
    (random) => {
      if (names().length > 4) rmSync(path.join(issues, pick(random)), { recursive: true });
    },
  ],
  [
    "an issue made internal",
    (random) =>
      edit(`content/issues/${pick(random)}/issue.yaml`, (text) =>
        text.includes("内部") ? text.replace("内部: 是\n", "") : `${text}内部: 是\n`,
      ),
  ],
  [
    "an issue of another date",
    (random) =>
      edit(`content/issues/${pick(random)}/issue.yaml`, (text) =>
        text.replace(
          /日期: 2021-(\d+)-(\d+)/,
          (_, month: string, day: string) => `日期: 2021-${month}-${day === "28" ? "03" : "28"}`,
        ),
      ),
  ],
  ["a file that nothing uses", (random) => writeFileSync(path.join(issues, pick(random), "备注.txt"), "备注")],
  [
    "the number of the copy",
    (random) =>
      edit(
        `content/issues/${pick(random)}/issue.yaml`,
        (text) => `${text.replace(/编号: .*\n/, "")}编号: "00000${random.below(10)}"\n`,
      ),
  ],
  [
    "a column nobody else has",
    (random) => edit(`content/issues/${pick(random)}/04-稿件.md`, (text) => text.replace(/栏目: .*/, "栏目: 经验交留")),
  ],
  [
    "the customary columns",
    () =>
      edit("data/bulletin.yaml", (text) =>
        text.replace(/经验交流, |(?<=栏目: \[)(?!经验)/, (was) => (was === "" ? "经验交流, " : "")),
      ),
  ],
  [
    "an article renamed",
    (random) => {
      const issue = path.join(issues, pick(random));
      const [name = ""] = readdirSync(issue).filter((each) => each.endsWith(".md"));
      renameSync(path.join(issue, name), path.join(issue, name.replace(".md", "改.md")));
      renameSync(path.join(issue, name.replace(".md", "改.md")), path.join(issue, "01-稿件.md"));
    },
  ],
];

function pick(random: Random): string {
  const all = names();
  return all[random.below(all.length)] ?? "";
}

beforeAll(() => writeSyntheticArchive(root, 6, { internalEvery: 4 }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("issues that are remembered", () => {
  test("are not worked out again when another issue's article changes", async () => {
    await remembered();
    const before = memo.count("results");
    edit(`content/issues/${names()[1] ?? ""}/01-稿件.md`, (text) => `${text}\n再补充一段情况。\n`);
    const { prepared, results } = await remembered();
    expect(memo.count("results")).toBe(before + 1);
    expect(prepared.issues.filter(({ issue }) => results.keyOf(issue) !== undefined).length).toBeGreaterThan(3);
  });

  test("are as if worked out afresh after any edits", async () => {
    const random = new Random(Number(process.env["SEED"] ?? 5));
    for (let round = 0; round < rounds; round++) {
      const [what, change] = edits[round < edits.length ? round : random.below(edits.length)] ?? ["", () => undefined];
      change(random);
      const afresh = workedOut(new IssueResults(new Memo(undefined), undefined, ""));
      expect(outcome(await remembered()), `${round}: after ${what}`).toEqual(outcome(afresh));
    }
  });
});
