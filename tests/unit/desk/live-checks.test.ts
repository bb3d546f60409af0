/** The preview says of an issue what `check` says of it. */

import { cpSync, mkdirSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { liveChecks } from "../../../src/desk/live-checks.ts";
import { prepare } from "../../../src/build/prepare.ts";
import { LiveArchive } from "../../../src/desk/live-archive.ts";
import { savedLine } from "../../../src/desk/saved-line.ts";
import { inReadingOrder, oneLine } from "../../../src/base/problem/report.ts";
import { printedFacts } from "../../../src/check/published/printed-facts.ts";
import { draft, publish } from "../record/issue.ts";
import { Sandbox } from "../../support/cli.ts";

const issue = "content/issues/2020-15";
const article = `${issue}/05-信访件情况.md`;
const sandbox = new Sandbox();
const published = new Sandbox();
afterAll(() => {
  sandbox.dispose();
  published.dispose();
});

test("unused files, columns, pictures, typed numbers, sums, wording, privacy and the bulletin's own data", () => {
  const live = new LiveArchive(sandbox.root, liveChecks);
  sandbox.write(`${issue}/06-新稿.md.txt`, "新");
  sandbox.edit(`${issue}/03-零陵污染防治攻坚.md`, "栏目: 立行立改动态", "栏目: 立行立改动太");
  sandbox.edit(`${issue}/counts.yaml`, "来电: 195", "来电: 194");
  sandbox.edit("data/bulletin.yaml", "隐私放行: [（0746）8127713, yzshbdc@163.com]", "隐私放行: [yzshbdc@163.com]");
  sandbox.edit(
    article,
    "### 2. 信访件办理情况",
    "![现场](现场.jpg)\n\n共交办214件，电话13812345678，<b>粗</b>。\n\n### 2. 信访件办理情况",
  );
  live.update([`${issue}/06-新稿.md.txt`, "data/bulletin.yaml"]);
  const checked = inReadingOrder(prepare(sandbox.root).problems).map(oneLine);
  expect(inReadingOrder(live.problems("2020-15")).map(oneLine)).toEqual(checked);
  for (const code of ["unused-file", "strange-column", "breakdown-sum", "missing-picture", "typed-count", "html-tag"])
    expect(checked.join("\n")).toContain(`[${code}]`);
});

test("a save with an error is not called an update", () => {
  const own = new Sandbox();
  const live = new LiveArchive(own.root, liveChecks);
  const save = (file: string, from: string, to: string): string => {
    own.edit(file, from, to);
    live.update([file]);
    return savedLine(live, new Set([file]));
  };
  expect(save(article, "{{交办.截至", "{{交办.截止")).toBe(`有错，见网页：${article}`);
  expect(save(article, "{{交办.截止", "{{交办.截至")).toBe(`已更新：${article}`);
  expect(save("data/bulletin.yaml", "报头:", "报头")).toBe("有错，见网页：data/bulletin.yaml");
  own.dispose();
});

test("a waiver is not called idle while an earlier issue that its rule looks at cannot be read", () => {
  const own = new Sandbox();
  const next = "content/issues/2020-16";
  cpSync(own.path(issue), own.path(next), { recursive: true });
  own.write(`${next}/issue.yaml`, "期号: 16\n日期: 2020-11-09\n");
  own.write(
    `${next}/counts.yaml`,
    `${own.read(`${next}/counts.yaml`)}\n免检:\n  - { 规则: cumulative-step, 问题: “交办”比上期少1件, 原因: 补发 }\n`,
  );
  const idle = (): string[] =>
    new LiveArchive(own.root, liveChecks)
      .problems("2020-16")
      .map(({ code }) => code)
      .filter((code) => code.startsWith("waiver-"));
  expect(idle()).toEqual(["waiver-idle"]);
  own.edit(`${issue}/counts.yaml`, "来电: 195", "来电: [195");
  expect(idle()).toEqual([]);
  own.dispose();
});

test("what differs from what was published, whatever the bulletin's own facts have become", () => {
  const { archive, texts } = prepare(published.root);
  const text = [...texts.values()][0]?.();
  if (archive === undefined || text === undefined) throw new Error("the example is broken");
  mkdirSync(published.path("data/published"));
  published.write("data/published/2020-15.yaml", publish(undefined, draft({ facts: printedFacts(archive), text })));
  published.write("data/published-addresses.txt", "issues/2020/15/index.html\n");
  published.edit("data/bulletin.yaml", "市长朱洪武", "市长某某某");
  const live = new LiveArchive(published.root, liveChecks);
  const told = (): string[] =>
    live
      .problems("2020-15")
      .map(oneLine)
      .filter((line) => line.includes("published-"));
  expect(told()).toEqual([]);
  published.edit(article, "省督察组共向我市", "督察组共向我市");
  live.update([article]);
  expect(told()).toEqual([expect.stringMatching(/^content\/issues\/2020-15\/05-信访件情况\.md:7:1 错误：.*原为“截止/)]);
  const checked = prepare(published.root)
    .problems.map(oneLine)
    .filter((line) => line.includes("published-"));
  expect(told()).toEqual(checked);
  published.write(
    `${issue}/issue.yaml`,
    `${published.read(`${issue}/issue.yaml`)}更正:\n  - { 日期: 2020-11-10, 内容: 多了一字。, 原因: 打错。 }\n`,
  );
  live.update([`${issue}/issue.yaml`]);
  expect(told()).toEqual([]);
  const [corrected] = live.archive?.issues ?? [];
  const history = corrected === undefined ? undefined : live.history(corrected);
  expect(history).toMatchObject({ number: 2, corrections: [{ what: "多了一字。" }], earlier: [{ number: 1 }] });
});
