/** A Word file that came back: what belongs together is written whole or not at all, and what is no text is told with its words. */

import { beforeAll, expect, test } from "vitest";
import { documentXml, extraFile, withDocument, WordIssue } from "../../support/word/issue.ts";

const article = `---
标题: 各县区整改情况
栏目: 信访件情况
---

::: 信函 感谢信

各位同志：

你们辛苦了！

:::

甲段说明责任分工。

乙段说明进展情况。

| 县区 | 说明 |
| --- | --- |
| 祁阳县 | 已完成 |
| 道县 | 未开工 |

::: 落款
某某办公室
2020年11月12日
:::

末段。
`;
const by = 'w:id="900" w:author="李主任" w:date="2020-11-09T10:00:00Z"';

const issue = new WordIssue(article);
let sent: Map<string, Uint8Array>;
beforeAll(async () => {
  sent = await issue.parts();
});

function paragraphOf(words: string): string {
  const found = (documentXml(sent).match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? []).find((one) =>
    one.includes(words),
  );
  if (found === undefined) throw new Error(`no “${words}”`);
  return found;
}

/** What is said of the file with this XML put for another, and the article as it is then. */
async function back(
  ...swaps: readonly (readonly [from: string, to: string])[]
): Promise<{ said: string; text: string }> {
  const xml = swaps.reduce((before, [from, to]) => before.replace(from, () => to), documentXml(sent));
  const { findings, files } = await issue.readBack(withDocument(sent, xml));
  expect(files.size === 0 || files.has(extraFile)).toBe(true);
  const said = findings.map(({ action, refusal }) => `${action}（${refusal ?? "写"}）`).join("\n");
  return { said, text: files.get(extraFile) ?? article };
}

const ended = (paragraph: string, kind: string): string =>
  paragraph.replace("</w:pPr>", `<w:rPr><w:${kind} ${by}/></w:rPr></w:pPr>`);
const wrapped = (paragraph: string, kind: string): string =>
  paragraph.replace(/<w:r>[\s\S]*<\/w:r>/, (runs) => `<w:${kind} ${by}>${runs}</w:${kind}>`);

test("a paragraph moved within an article goes at one end and comes at the other", async () => {
  const [one, other] = [paragraphOf("甲段"), paragraphOf("乙段")];
  const goal = ended(wrapped(other.replace(/<w:bookmark[^>]*>/g, ""), "moveTo"), "moveTo");
  const { said, text } = await back([one + other, goal + one + ended(wrapped(other, "moveFrom"), "moveFrom")]);
  expect(said).toBe("移来“乙段说明进展情况。¶”（写）\n移走“乙段说明进展情况。”（写）");
  expect(text).toContain("乙段说明进展情况。\n\n甲段说明责任分工。\n\n|");
});

test("a text box is told with its words, and the paragraph that it hangs on stays", async () => {
  const box =
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>请核实此数</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>';
  const target = paragraphOf("末段");
  const { said, text } = await back([target, target.replace("</w:p>", `${box}</w:p>`)]);
  expect(said).toBe("在文本框里写了“请核实此数”（写）");
  expect(text).toBe(article);
});

test("a paragraph's end deleted at the end of an article or before a table is refused", async () => {
  for (const words of ["末段", "乙段"]) {
    const target = paragraphOf(words);
    const { said, text } = await back([target, ended(target, "del")]);
    expect(said).toMatch(/^删去段落标记（(?:后面是表格|这是一篇的最后一段|下一段|找不到|后面)/);
    expect(text).toBe(article);
  }
});

test("formatting alone and words crossed out are told", async () => {
  const target = paragraphOf("甲段");
  const look = (inside: string): string => target.replace("<w:r>", `<w:r><w:rPr>${inside}</w:rPr>`);
  expect((await back([target, look(`<w:b/><w:rPrChange ${by}><w:rPr/></w:rPrChange>`)])).said).toBe(
    "改了“甲段说明责任分工。”的格式（加粗）（写）",
  );
  const struck = await back([target, look("<w:strike/>")]);
  expect(struck.said).toMatch(/^把“甲段说明责任分工。”划了删除线（字还在文件里，没有删/);
  expect(struck.text).toBe(article);
});

test("rows and cells inserted or deleted are told with their words and not written", async () => {
  const row = (documentXml(sent).match(/<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g) ?? []).find((one) =>
    one.includes("道县"),
  );
  if (row === undefined) throw new Error("no row");
  const tracked = await back([row, row.replace("<w:trPr>", `<w:trPr><w:del ${by}/>`)]);
  expect(tracked).toEqual({
    said: expect.stringMatching(/^删去表格的一行“道县｜未开工”（表格、整行/) as string,
    text: article,
  });
  const untracked = await back([row, ""]);
  expect(untracked).toEqual({
    said: expect.stringMatching(/^删去表格的一行“道县｜未开工”（这些字/) as string,
    text: article,
  });
  const cell = paragraphOf("未开工");
  const column = await back([`</w:tcPr>${cell}`, `<w:cellDel ${by}/></w:tcPr>${cell}`]);
  expect(column).toEqual({ said: expect.stringMatching(/^删去表格的一格“未开工”/) as string, text: article });
});

test("a line of a signature goes with its line, and the signature with both", async () => {
  const [office, day] = [paragraphOf("某某办公室"), paragraphOf("2020年11月12日")];
  const gone = (paragraph: string): string =>
    ended(wrapped(paragraph, "del"), "del").replaceAll("w:t>", "w:delText>").replaceAll("<w:t ", "<w:delText ");
  const one = await back([day, gone(day)]);
  expect(one).toEqual({ said: "删去“2020年11月12日”（写）", text: article.replace("2020年11月12日\n", "") });
  const both = await back([office, gone(office)], [day, gone(day)]);
  expect(both.text).toBe(article.replace("某某办公室\n2020年11月12日\n", ""));
});

test("the typed title of a letter is written where it was typed", async () => {
  const target = (documentXml(sent).match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? []).find(
    (one) => one.includes("letterTitle") && one.includes("_jb_6_"),
  );
  if (target === undefined) throw new Error("no letter");
  const changed = await back([target, target.replace("感谢信", "表扬信")]);
  expect(changed.text).toContain("::: 信函 表扬信");
});
