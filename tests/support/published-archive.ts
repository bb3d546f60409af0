/** A small bulletin of three published issues, each of which rests on the ones before it in every way there is. */

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { draftHead } from "../../src/build/write-editions.ts";
import { prepare } from "../../src/build/prepare.ts";
import { textDigest } from "../../src/record/digest.ts";
import { nextRecord } from "../../src/record/next-record.ts";
import { publishedAddresses } from "../../src/output/published-addresses.ts";
import { addressRecord } from "../../src/record/address-record.ts";

const data = {
  "data/bulletin.yaml": `报头:
  刊名: 督察信访专报
编发单位: 青川市督察协调联络组
栏目: [每日情况]
`,
  "data/units.yaml": `- { 全称: 东城区, 性质: 县区 }
- { 全称: 西城区, 性质: 县区 }
- { 全称: 平山县, 性质: 县区 }
`,
  "data/tallies.yaml": `分组:
  单位:
    登记: units.yaml
指标:
  转办:
  累计转办:
    累计自: 转办
  累计办结:
    属于: 累计转办
  重复件:
    属于: 累计转办
  实有件:
    算式: 累计转办 - 重复件
`,
};

/** Batches of 20, 22, 24, …; what is closed grows by ten an issue but for what a waiver in the third explains. */
function issueFiles(number: number): Record<string, string> {
  const folder = `content/issues/2025-${number}`;
  const first = number === 1;
  const closed = [8, 18, 16][number - 1] ?? 0;
  return {
    [`${folder}/issue.yaml`]: `期号: ${number}\n总期号: ${100 + number}\n日期: 2025-06-${10 + number}\n`,
    [`${folder}/counts.yaml`]: `转办:
  截至: 2025-06-${9 + number}
  批次: ${number}
  单位:
    东城区: ${9 + number}
    西城区: ${9 + number}
累计办结:
  截至: 2025-06-${9 + number}
  合计: ${closed}
重复件: ${number}
${
  number === 3
    ? `免检:
  - 规则: cumulative-falls
    问题: “累计办结”合计16件，比第2期的18件少了
    原因: 有两件退回重办
`
    : ""
}`,
    [`${folder}/01-情况.md`]: `---
标题: 第${number}批办理情况
栏目: ${number === 1 ? "每日情况" : "每日情形"}
---

本批转办{{转办}}件，累计转办{{累计转办}}件，实有{{实有件}}件。

${
  first
    ? "这是第一期。"
    : `上期转办{{上期.转办}}件，第1期转办{{第1期.转办}}件，第1至${number}批共转办{{第1至${number}批.转办}}件，截至6月${8 + number}日转办{{截至6月${8 + number}日.转办}}件；东城区{{上期.累计转办.单位.东城区}}件。

::: 表格 各期 × 转办、累计转办
标题: 各期情况
:::

::: 图表 趋势 转办
标题: 各期转办
:::`
}
`,
    [`${folder}/02-附图.md`]: `---
标题: 第${number}批现场
栏目: 每日情况
---

东城区立行立改。
`,
  };
}

/** Writes the bulletin below `root` and puts all of it on record as published, as `publish` does. */
export function writePublishedArchive(root: string): void {
  const files = Object.assign({}, data, ...[1, 2, 3].map(issueFiles)) as Record<string, string>;
  for (const [file, text] of Object.entries(files)) write(root, file, text);
  const { archive, issues, histories, texts, ok, problems } = prepare(root);
  if (archive === undefined || !ok) throw new Error(problems.map(({ message }) => message).join("\n"));
  for (const { issue } of issues) {
    const [history, text] = [histories.get(issue), texts.get(issue)];
    if (history === undefined || text === undefined) throw new Error(issue.id);
    const edition = { bytes: 1, pages: 1, sha256: "0".repeat(64) };
    const head = draftHead(issue, history, edition, archive, "Chromium");
    const draft = { ...head, digest: textDigest(text()), text: text() };
    const next = nextRecord(undefined, draft, { date: "2025-06-20", reprint: false });
    if (!("text" in next)) throw new Error(next.kind);
    write(root, `data/published/${issue.id}.yaml`, next.text);
  }
  write(root, addressRecord, `${publishedAddresses(issues, archive.vocabulary, histories).join("\n")}\n`);
}

function write(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
