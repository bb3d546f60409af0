/** A Word file that was written is read again, without any office program. */

import { expect, test } from "vitest";
import path from "node:path";
import { loadArchive } from "../../../src/read/load/load-archive.ts";
import { Root } from "../../../src/read/load/root.ts";
import { readTree } from "../../../src/document/tree/read-tree.ts";
import { openZip } from "../../../src/base/file/zip.ts";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { readArticle } from "../../../src/read/schema/read-article.ts";
import { computedBlocks } from "../../../src/document/computed-blocks.ts";
import { buildIssue } from "../../../src/document/issue-view.ts";
import { Scopes } from "../../../src/document/scope.ts";
import { readMarkedUp, issueOf } from "../../../src/review/word-back/marked-up.ts";
import { inlineText, paragraphsOf } from "../../../src/intake/word/read/model.ts";
import { readWord } from "../../../src/intake/word/read/read-word.ts";
import { geometryOf } from "../../../src/output/word/geometry.ts";
import { writeWord } from "../../../src/output/word/write-word.ts";
import { textBlocks } from "../../support/html-text.ts";
import { partsOf } from "../../support/docx.ts";
import { withoutSpace } from "../../support/text.ts";
import { schemaFaults } from "../../support/word/schema.ts";

const body = `---
标题: 一篇什么都有的稿件
栏目: 信访件情况
副标题: 以某地为例
作者: 某某某
供稿: 零陵区委
按语: 编者按：值得一读。
---

一、加强领导。各级要*认真*落实 \\*原样\\* &amp; 其他。

（一）压实责任

表1 各县区情况
单位：件

| 单位 | 件数 |
| :-- | --: |
| 零陵区 | {{交办.单位.零陵区}} |
| 乙\\|丙 | 2 |

1. 第一项
2. 第二项

- 甲项

> 引文

![图1 现场](missing.png)

::: 表格 单位 × 交办、办结
:::

::: 落款
某某办
2020年11月8日
:::
`;

function issueWith(text: string) {
  const root = new Root(path.resolve(import.meta.dirname, "../../fixtures/example"));
  const archive = loadArchive(root);
  const issue = archive?.issues.find(({ id }) => id === "2020-15");
  const article = readArticle(new SourceText("content/issues/2020-15/06-全.md", text)).value;
  if (archive === undefined || issue === undefined || article === undefined) throw new Error("no issue");
  const whole = { ...issue, articles: [...issue.articles, article] };
  const scope = new Scopes(archive).of(issue);
  const built = buildIssue(whole, archive, new Scopes({ ...archive, issues: [whole] }));
  const views = built.view.sections.flatMap((section) => section.articles);
  const articles = whole.articles.flatMap((one, at) => {
    const view = views.find(({ slug }) => slug === one.slug);
    const blocks = readTree(one.source, one.bodyStart, scope, computedBlocks);
    return view === undefined ? [] : [{ view, number: at + 1, blocks }];
  });
  return {
    whole,
    scope,
    request: { view: built.view, bulletin: archive.bulletin, articles, picture: () => undefined },
  };
}

test("every kind of block is there with the text of the page; read back, nothing was changed", async () => {
  const { whole, scope, request } = issueWith(body);
  const { bytes, missingPictures } = await writeWord(request);
  expect(missingPictures).toEqual(["missing.png"]);
  expect(schemaFaults(await partsOf(bytes))).toEqual([]);
  const document = await readWord(bytes);
  const text = withoutSpace(
    paragraphsOf(document.blocks)
      .map(({ inlines }) => inlineText(inlines))
      .join(""),
  );
  for (const { view } of request.articles)
    expect(text).toContain(
      withoutSpace(view.titleLines.join("") + (view.subtitle === undefined ? "" : `——${view.subtitle}`)),
    );
  for (const { view } of request.articles)
    for (const block of textBlocks(view.html)) expect(text).toContain(withoutSpace(block));
  expect(issueOf(document)).toBe("2020-15");
  expect(await readMarkedUp(document, whole, request.view, scope)).toEqual({ findings: [], files: new Map() });
});

test("below a table stands as much room as in the PDF, and below nothing else", async () => {
  const { bytes } = await writeWord(issueWith(body).request);
  const zip = await openZip(bytes, { entries: 100, part: 1e7, total: 1e8 });
  const xml = (await zip.read("word/document.xml"))?.toString("utf8") ?? "";
  const gap = geometryOf({ profile: "gb33476", evenImprint: false, mirror: false, compact: false }).belowTable;
  // 1 mm and the lead of a line: some 3 mm.
  expect(gap / 56.7).toBeGreaterThan(2.5);
  expect(gap / 56.7).toBeLessThan(4);
  const tables = [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>(<w:p>.*?<\/w:p>)/g)];
  const after = tables.flatMap(([, table = "", paragraph]) => (table.includes('"tableText"') ? (paragraph ?? "") : []));
  expect(after.length).toBeGreaterThanOrEqual(2);
  for (const paragraph of after)
    expect(Number(/w:before="(\d+)"/.exec(paragraph)?.[1] ?? 0), paragraph).toBeGreaterThanOrEqual(gap);
  expect(xml.split(`w:before="${gap}"`).length - 1).toBeLessThanOrEqual(after.length);
});

test("the same bytes every time", async () => {
  const [first, second] = [await writeWord(issueWith(body).request), await writeWord(issueWith(body).request)];
  expect(first.bytes.equals(second.bytes)).toBe(true);
});
