/** Word files edited at random, by other means than the product's: applied is what accepting gives, or nothing is, and why is said. */

import { beforeAll, expect, test } from "vitest";
import { Random } from "../../support/random.ts";
import { documentXml, withDocument, WordIssue } from "../../support/word/issue.ts";
import { acceptedParagraphs } from "../../support/word/accepted.ts";
import { RandomEditor } from "../../support/word/random-edits.ts";
import type { Edited } from "../../support/word/random-edits.ts";

const article = `---
标题: 一篇什么都有的稿件
栏目: 信访件情况
副标题: 以某地为例
供稿: 零陵区委
---

## 加强领导

各级要*认真*落实，共交办{{交办}}件。

一、压实责任

第一段说明责任分工。

第二段说明进展：办结{{办结}}件，占{{办结率}}。

表1 各县区情况
单位：件

| 单位 | 件数 | 说明 |
| --- | --: | --- |
| 零陵区 | {{交办.单位.零陵区}} | 正在办理 |
| 祁阳县 | 2 | 已完成砂场清理 |
| 道县 | 3 | 尚未开工 |

1. 第一项工作
2. 第二项工作

表格之后的一段话。

::: 落款
某某办公室
2020年11月8日
:::
`;

const seeds = 200;

const issue = new WordIssue(article);
let sent: Map<string, Uint8Array>;
beforeAll(async () => {
  sent = await issue.parts();
});

/** What each seed does: one edit, or several of one file. */
const edits: readonly (readonly [what: string, tracked: boolean, count: number])[] = [
  ["one tracked edit", true, 1],
  ["one untracked edit", false, 1],
  ["several tracked edits", true, 4],
  ["several untracked edits", false, 4],
];

test.each(edits)(
  "%s",
  async (_, tracked, most) => {
    let written = 0;
    const count = most === 1 ? seeds / 2 : seeds / 5;
    for (let seed = 0; seed < count; seed++) {
      const random = new Random(seed * 2 + (tracked ? 1 : 0) + (most === 1 ? 0 : 10_000));
      const { what, xml } = edited(documentXml(sent), random, tracked, most === 1 ? 1 : 2 + random.below(most - 1));
      const { findings, files } = await issue.readBack(withDocument(sent, xml));
      const accepted = acceptedParagraphs(xml);
      const refused = findings.filter(({ refusal }) => refusal !== undefined);
      const said = `seed ${seed}: ${what}\n${findings.map(({ action, refusal }) => `${action} — ${refusal ?? "written"}`).join("\n")}`;
      const applied = acceptedParagraphs(documentXml(files.size === 0 ? sent : await issue.parts(files)));
      if (refused.length === 0) expect(applied, said).toEqual(accepted);
      else if (most === 1) expect(files.size, said).toBe(0);
      // Of several edits some may be written: then no number is there that was neither sent nor accepted.
      else expect(strangeNumbers(applied, [...acceptedParagraphs(documentXml(sent)), ...accepted]), said).toEqual([]);
      if (files.size > 0) written++;
    }
    // Most single edits of words can be written.
    expect(written).toBeGreaterThan(count / 4);
  },
  600_000,
);

function edited(xml: string, random: Random, tracked: boolean, count: number): Edited {
  const editor = new RandomEditor(random, tracked);
  let all: Edited = { what: "", xml };
  for (let at = 0; at < count; at++) {
    const next = editor.edit(all.xml);
    all = { what: `${all.what}\n${next.what}`, xml: next.xml };
  }
  return all;
}

function strangeNumbers(texts: readonly string[], known: readonly string[]): string[] {
  const numbers = (all: readonly string[]): string[] => all.flatMap((text) => text.match(/\d+(?:\.\d+)?/g) ?? []);
  const there = new Set(numbers(known));
  return numbers(texts).filter((number) => !there.has(number));
}
