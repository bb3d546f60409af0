/** Word files edited at random, by other means than the product's: applied is what accepting gives, or nothing is, and why is said. */

import { beforeAll, expect, test } from "vitest";
import { Random } from "../../support/random.ts";
import { documentXml, withDocument, WordIssue } from "../../support/word/issue.ts";
import { acceptedParagraphs, RandomEditor } from "../../support/word/random-edits.ts";

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

test.each([
  ["tracked", true],
  ["untracked", false],
])(
  "%s edits",
  async (_, tracked) => {
    let written = 0;
    for (let seed = 0; seed < seeds / 2; seed++) {
      const random = new Random(seed * 2 + (tracked ? 1 : 0));
      const { what, xml } = new RandomEditor(random, tracked).edit(documentXml(sent));
      const { findings, files } = await issue.readBack(withDocument(sent, xml));
      const accepted = acceptedParagraphs(xml);
      const refused = findings.filter(({ refusal }) => refusal !== undefined);
      const said = `seed ${seed}: ${what}\n${findings.map(({ action, refusal }) => `${action} — ${refusal ?? "written"}`).join("\n")}`;
      const applied = acceptedParagraphs(documentXml(files.size === 0 ? sent : await issue.parts(files)));
      if (files.size > 0) expect(applied, said).toEqual(accepted);
      if (files.size > 0) expect(refused, said).toEqual([]);
      if (applied.join("\n") !== accepted.join("\n")) expect(refused, said).not.toEqual([]);
      if (files.size > 0) written++;
    }
    // Most single edits of words can be written.
    expect(written).toBeGreaterThan(seeds / 8);
  },
  600_000,
);
