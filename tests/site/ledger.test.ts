/** The ledger as the second way in: issue 15 comes out of 215 synthetic cases as it does out of typed counts. */

import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import type { Prepared } from "../../src/build/prepare.ts";
import { example, product, Sandbox } from "../support/cli.ts";
import { mainText, missingInOrder, withoutSpace } from "../support/text.ts";
import { issue15FromLedger, syntheticCases, toCsv, toYaml } from "../support/synthetic-ledger.ts";

const counts = "content/issues/2020-15/counts.yaml";
const sandboxes: Sandbox[] = [];
afterEach(() => {
  for (const sandbox of sandboxes.splice(0)) sandbox.dispose();
});

/** The example bulletin, its issue 15 counted from these ledger files. */
function withLedger(files: Readonly<Record<string, string>>, list = Object.keys(files).join("、")): Sandbox {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.write("data/tallies.yaml", `${sandbox.read("data/tallies.yaml")}\n台账:\n  文件: ${list}\n`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(sandbox.path(`data/${name}`)), { recursive: true });
    sandbox.write(`data/${name}`, text);
  }
  sandbox.write(counts, issue15FromLedger);
  return sandbox;
}

/** All that issue 15 says, page and print. */
function textOf({ issues, problems }: Prepared): unknown {
  expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  const view = issues.find((issue) => issue.view.id === "2020-15")?.view;
  return view?.sections.map((section) => section.articles.map((article) => [article.title, article.html]));
}

const typed = textOf(prepare(example));

describe("issue 15 from a ledger of 215 synthetic cases", () => {
  test("says word for word what it says from typed counts", () => {
    expect(textOf(prepare(withLedger({ "ledger.csv": toCsv(syntheticCases()) }).root))).toEqual(typed);
  });

  test("says it without a single warning of the ledger's own", () => {
    const { problems } = prepare(withLedger({ "ledger.csv": toCsv(syntheticCases()) }).root);
    expect(problems).toEqual(prepare(example).problems);
  });

  test("says the same a year later, when more cases have come and the open ones are closed", () => {
    const later = syntheticCases({ later: true });
    expect(later.length).toBeGreaterThan(215);
    const before = new Map(syntheticCases().map((item) => [item.number, JSON.stringify(item.closed)]));
    expect(later.filter((item) => before.get(item.number) !== JSON.stringify(item.closed)).length).toBeGreaterThan(100);
    expect(textOf(prepare(withLedger({ "ledger.csv": toCsv(later) }).root))).toEqual(typed);
  });

  test("reads YAML as it reads CSV, and several files or a folder as one ledger", () => {
    const cases = syntheticCases();
    expect(textOf(prepare(withLedger({ "ledger.yaml": toYaml(cases) }).root))).toEqual(typed);
    const halves = { "ledger/1.csv": toCsv(cases.slice(0, 100)), "ledger/2.yaml": toYaml(cases.slice(100)) };
    expect(textOf(prepare(withLedger(halves, "ledger").root))).toEqual(typed);
    expect(textOf(prepare(withLedger(halves, "[ledger/1.csv, ledger/2.yaml]").root))).toEqual(typed);
  });
});

describe("a site built from the ledger", () => {
  const marker = "合成摘要不得上网";
  test("has every character of the bulletin, and nothing of any case's summary", async () => {
    const csv = toCsv(syntheticCases()).replaceAll("合成数据，不是真实的信访件", marker);
    const sandbox = withLedger({ "ledger.csv": csv });
    const { code, stderr } = await sandbox.run("build");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const seed = withoutSpace(readFileSync(path.join(product, "tests/fixtures/issue-15.txt"), "utf8"));
    const page = path.join(sandbox.output, "issues/2020/15/index.html");
    expect(missingInOrder(seed, withoutSpace(mainText(page)))).toBeUndefined();
    const files = readdirSync(sandbox.output, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(3);
    for (const entry of files) {
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      expect(bytes.includes(marker), entry.name).toBe(false);
      expect(bytes.includes(encodeURIComponent(marker)), entry.name).toBe(false);
    }
  });
});

describe("a ledger that is not there", () => {
  test("is an error at the place that names it", () => {
    const sandbox = withLedger({ "ledger.csv": toCsv(syntheticCases()) });
    rmSync(sandbox.path("data/ledger.csv"));
    const { problems } = prepare(sandbox.root);
    expect(problems.filter((problem) => problem.severity === "error")).toMatchObject([
      { code: "missing-file", place: { file: "data/tallies.yaml" } },
    ]);
  });
});
