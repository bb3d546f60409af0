/** The tree of an article: what it prints, block by block, as the HTML says it. */

import { expect, test } from "vitest";
import type { Block } from "../../../../src/document/tree/tree.ts";
import { readTree } from "../../../../src/document/tree/read-tree.ts";
import { renderBody } from "../../../../src/document/markdown/render.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { written } from "../../../../src/base/text/markup.ts";
import { textBlocks } from "../../../support/html-text.ts";
import { textOfBlock } from "../../../support/content.ts";
import { withoutSpace } from "../../../support/text.ts";

const body = `### 一、加强领导

一、提高站位。各级要*认真*落实，**从严**要求。**落实责任。**各级“**动真格。**”

（一）小标题

第一行
第二行 English
third \\*literal\\* &amp; line\\
硬换行

1. 第一项
2. 第二项

   第二项的第二段

- 无号的

::: 按语
编者按：值得一读。
:::

::: 信函 感谢信

各位同志：

你们辛苦了！

::: 落款
督察组
2020年11月6日
:::

:::

> 引文里的话

表1 各县区情况
单位：件

| 单位 | 件数 |
| :-- | --: |
| 甲 | 1 |
| 乙 | 2 |

![图1　现场](a.png)

结尾
`;

test("every kind of block gives the text of the HTML", () => {
  const source = new SourceText("a.md", body);
  const blocks = readTree(source, 0, undefined);
  const html = written(renderBody(source, 0, undefined).markup());
  expect(withoutSpace(blocks.map(textOfBlock).join(""))).toBe(withoutSpace(textBlocks(html).join("")));
  expect(blocks.map((block) => (block.kind === "text" ? block.role : block.kind))).toEqual([
    ...["heading", "paragraph", "heading", "paragraph", "item", "item", "item", "item", "paragraph", "letter-title"],
    ...["salutation", "paragraph", "signature", "signature", "paragraph", "table", "picture", "paragraph"],
  ]);
});

test("blocks know their lines and what they stand in", () => {
  const source = new SourceText("a.md", body);
  const blocks = readTree(source, 0, undefined);
  const find = (words: string): Block | undefined => blocks.find((block) => textOfBlock(block).includes(words));
  expect(find("第二行")?.lines).toEqual([7, 11]);
  expect(find("督察组")?.within).toEqual(["信函", "落款"]);
  expect(find("值得一读")?.within).toEqual(["按语"]);
  expect(find("引文")?.within).toEqual(["引文"]);
  expect(find("结尾")?.within).toEqual([]);
});
