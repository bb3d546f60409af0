/** A Word file that came back: what was done without a trace and is no change of words is seen too, and told with its words and place. */

import { beforeAll, expect, test } from "vitest";
import { documentXml, extraFile, withDocument, WordIssue } from "../../support/word/issue.ts";

const article = `---
标题: 各县区整改情况
栏目: 信访件情况
---

## 总体情况

甲段说明*责任*分工，共{{交办}}件。

乙段说明进展情况，后面还有几句话。

丙段只有几个字。\\
第二行在这里。

末段。
`;
const by = 'w:id="900" w:author="李主任" w:date="2020-11-09T10:00:00Z"';
const nobody = "没有留痕迹，不知是谁";

const issue = new WordIssue(article);
let sent: Map<string, Uint8Array>;
let paragraphs: string[];
beforeAll(async () => {
  sent = await issue.parts();
  paragraphs = documentXml(sent).match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? [];
});

function paragraphOf(words: string): string {
  const found = paragraphs.find((one) => one.includes(words) && /_jb_[06]_/.test(one));
  if (found === undefined) throw new Error(`no “${words}”`);
  return found;
}

/** Of the file with this XML put for another: who did what where, and why it is not written; the article as it is then. */
async function back(
  ...swaps: readonly (readonly [from: string, to: string])[]
): Promise<{ said: string[]; text: string }> {
  const xml = swaps.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, () => to);
  }, documentXml(sent));
  const { findings, files } = await issue.readBack(withDocument(sent, xml));
  const said = findings.map(({ kind, place, near, by: { author }, action, refusal }) =>
    [kind, place === undefined ? near : `${place.line}:${place.column}`, author, action, refusal ?? ""]
      .join(" ")
      .trim(),
  );
  return { said, text: files.get(extraFile) ?? article };
}

const ended = (paragraph: string, kind: string): string =>
  paragraph.replace("</w:pPr>", `<w:rPr><w:${kind} ${by}/></w:rPr></w:pPr>`);
const wrapped = (paragraph: string, kind: string): string =>
  paragraph.replace(/<w:r>[\s\S]*<\/w:r>/, (runs) => `<w:${kind} ${by}>${runs}</w:${kind}>`);
const gone = (paragraph: string): string =>
  ended(wrapped(paragraph, "del"), "del").replaceAll("w:t>", "w:delText>").replaceAll("<w:t ", "<w:delText ");
const behind = (paragraph: string, content: string): string => paragraph.replace("</w:p>", `${content}</w:p>`);
const bare = (paragraph: string): string => paragraph.replace(/<w:bookmark[^>]*>/g, "");

test.each([
  ["a colour", '<w:color w:val="FF0000"/>', "字的颜色"],
  ["a highlight", '<w:highlight w:val="yellow"/>', "突出显示的颜色"],
  ["bold", "<w:b/>", "加粗"],
  ["an underline", '<w:u w:val="single"/>', "下划线"],
  ["another size", '<w:sz w:val="44"/>', "字号"],
  ["another face", '<w:rFonts w:eastAsia="黑体"/>', "字体"],
  ["figures and words moved down a point", '<w:position w:val="-2"/>', "升高或降低的字"],
  ["a ground", '<w:shd w:val="clear" w:fill="FFFF00"/>', "字的底纹"],
  ["dots of emphasis and slant", '<w:i/><w:em w:val="dot"/>', "斜体、着重号"],
])("%s is told", async (_, look, name) => {
  const target = paragraphOf("乙段");
  expect(await back([target, target.replaceAll("<w:r>", `<w:r><w:rPr>${look}</w:rPr>`)])).toEqual({
    said: [`note 10:1 ${nobody} 改了“乙段说明进展情况，后面还有几句话。”的格式（${name}）`],
    text: article,
  });
});

test("what the style says anyway is no change; another style is", async () => {
  const target = paragraphOf("乙段");
  const own = '<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr>';
  expect((await back([target, target.replaceAll("<w:r>", `<w:r>${own}`)])).said).toEqual([]);
  expect((await back([target, target.replace(/<w:pStyle [^>]*>/, '<w:pStyle w:val="Other"/>')])).said).toEqual([
    `note 10:1 ${nobody} 把这一段的样式改成了“Other”`,
  ]);
});

test("as Word and WPS save a file, there is nothing to tell", async () => {
  // Ids of styles of their own, marks of spelling and saving, runs cut where the cursor was, tags of dates, a bookmark.
  const ids = [...new Set([...documentXml(sent).matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, id = ""]) => id))];
  const renamed = (xml: string): string =>
    ids.reduce((text, id, at) => text.replaceAll(`"${id}"`, () => `"a${at + 3}"`), xml);
  const cut = renamed(documentXml(sent))
    .replace(/<w:p>/g, '<w:p w14:paraId="0A1B2C3D" w:rsidR="00AF1E5B" w:rsidRDefault="00C92A11">')
    .replace(
      /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?)<w:t[^>]*>([^<]{2,})<\/w:t><\/w:r>/g,
      (_, look: string, text: string) =>
        ["rsidR", "rsidRPr"]
          .map((name, at) => {
            const part = at === 0 ? text.slice(0, 1) : text.slice(1);
            return `<w:r w:${name}="00AF1E5B">${look}<w:lastRenderedPageBreak/><w:t xml:space="preserve">${part}</w:t></w:r>`;
          })
          .join('<w:proofErr w:type="spellStart"/>'),
    )
    .replace(/(<\/w:pPr>)/, '$1<w:bookmarkStart w:id="9000" w:name="_GoBack"/><w:bookmarkEnd w:id="9000"/>')
    .replace(
      /<w:r [^>]*>(?:(?!<\/w:r>)[\s\S])*乙<\/w:t><\/w:r>/,
      (run) => `<w:smartTag w:uri="urn:x" w:element="chsdate">${run}</w:smartTag>`,
    );
  expect(cut).toContain("w:smartTag");
  const styles = renamed(Buffer.from(sent.get("word/styles.xml") ?? "").toString());
  const parts = withDocument(sent, cut).set("word/styles.xml", Buffer.from(styles));
  expect((await issue.readBack(parts)).findings).toEqual([]);
});

test("a title deleted alone stays, and the reason is told once; what an article can be without goes", async () => {
  const target = paragraphOf("_title_");
  const { said, text } = await back([target, gone(target)]);
  expect(text).toBe(article);
  expect(said).toEqual([
    "change 2:5 李主任 删去“各县区整改情况” 稿件不能没有标题：要换的，请在稿件里写上新的标题；整篇不登的，把稿件移出这一期的文件夹",
  ]);
  const whole = article.replace("栏目:", '副标题: "以某地为例"\n作者: 张三\n供稿: 零陵区委\n栏目:');
  const other = new WordIssue(whole);
  const parts = await other.parts();
  for (const [words, line] of [
    ["以某地为例", '副标题: "以某地为例"\n'],
    ["张三", "作者: 张三\n"],
    ["零陵区委", "供稿: 零陵区委\n"],
  ] as const) {
    const all = documentXml(parts).match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? [];
    const one = all.find((xml) => xml.includes(words) && xml.includes("_jb_6_")) ?? "";
    const { files } = await other.readBack(
      withDocument(
        parts,
        documentXml(parts).replace(one, () => gone(one)),
      ),
    );
    expect(files.get(extraFile)).toBe(whole.replace(line, ""));
  }
});

test("a new line that came or went is told, and so is a page break", async () => {
  const refusal = "换行没有修订痕迹，请在稿件里手工改（一行的末尾写“\\”是换行）";
  const added = paragraphOf("乙段");
  expect((await back([added, added.replace("进展情况", "进展</w:t><w:br/><w:t>情况")])).said).toEqual([
    `change 10:7 ${nobody} 插入换行 ${refusal}`,
  ]);
  const removed = paragraphOf("丙段");
  expect((await back([removed, removed.replace(/<w:br\/>/, "")])).said).toEqual([
    `change 13:1 ${nobody} 删去换行 ${refusal}`,
  ]);
  expect((await back([added, behind(added, '<w:r><w:br w:type="page"/></w:r>')])).said).toEqual([
    `note 10:18 ${nobody} 插入分页符`,
  ]);
});

test("a frame is no text of the article", async () => {
  const target = paragraphOf("乙段");
  const frame = '<w:framePr w:w="2000" w:wrap="around"/>';
  const words = "<w:r><w:t>框里的话</w:t></w:r>";
  const framed = `<w:p><w:pPr>${frame}<w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:ins ${by}>${words}</w:ins></w:p>`;
  const tracked = await back([target, framed + target]);
  expect(tracked.text).toBe(article);
  expect(tracked.said[0]).toBe(
    "change 10:1 李主任 插入“框里的话〔图文框里的字〕” 图文框里的字不能自动带入，请在稿件里手工改",
  );
  const untracked = await back([target, `<w:p><w:pPr>${frame}</w:pPr>${words}</w:p>${target}`]);
  expect(untracked.said).toEqual([
    `change “总体情况”下面“框里的话”一段 ${nobody} 插入“框里的话” 这一段不是发出去的文件里的，找不到对应的稿件，请手工加`,
  ]);
  const moved = await back([target, target.replace(/(<w:pStyle [^>]*>)/, `$1${frame}`)]);
  expect(moved.said).toEqual([`note 10:1 ${nobody} 把这一段放进了图文框，在正文旁边另放一处`]);
});

test("WordArt and text boxes are told in masthead and imprint as in the text", async () => {
  const shape = (inside: string): string =>
    `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">${inside}</v:shape></w:pict></w:r>`;
  const art = shape('<v:textpath string="加急办理"/>');
  const box = shape("<v:textbox><w:txbxContent><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:txbxContent></v:textbox>");
  const [head, text, foot] = ["_name_", "乙段", "_contacts_"].map(paragraphOf) as [string, string, string];
  const { said } = await back([head, behind(head, art + box)], [text, behind(text, art)], [foot, behind(foot, box)]);
  expect(said).toEqual([
    `note “工作简报”一段 ${nobody} 放了艺术字“加急办理”`,
    `note “工作简报”一段 ${nobody} 在文本框里写了“请核实”`,
    `note 10:18 ${nobody} 放了艺术字“加急办理”`,
    expect.stringMatching(/^note .*“联系电话：.*”一格 没有留痕迹，不知是谁 在文本框里写了“请核实”$/),
  ]);
});

test("a paragraph moved keeps what it was typed as, with what was changed on the way", async () => {
  const source = paragraphOf("甲段");
  const goal = paragraphOf("末段");
  const arrived = bare(ended(wrapped(source, "moveTo"), "moveTo"));
  const left = ended(wrapped(source, "moveFrom"), "moveFrom");
  const typed = "甲段说明*责任*分工，共{{交办}}件。\n\n";
  const as = (paragraph: string): string => article.replace(typed, "").replace("末段。", `${paragraph}末段。`);
  expect((await back([source, left], [goal, arrived + goal])).text).toBe(as(typed));
  const changed = arrived.replace(
    "分工",
    `分工</w:t></w:r><w:ins ${by}><w:r><w:t>明确</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`,
  );
  expect((await back([source, left], [goal, changed + goal])).text).toBe(as(typed.replace("分工", "分工明确")));
});

test("a computed number is never moved as typed words", async () => {
  const source = paragraphOf("甲段");
  const goal = paragraphOf("末段");
  const number = /<w:r>(?:(?!<\/w:r>)[\s\S])*?215[\s\S]*?<\/w:r>/.exec(source)?.[0] ?? "";
  const all = source.slice(source.indexOf("<w:r>"), source.lastIndexOf("</w:r>") + 6);
  expect(all).toContain(number);
  // All but the first word, cut and pasted behind another paragraph.
  const first = all.indexOf("分工");
  const open = '<w:r><w:t xml:space="preserve">';
  const rest = open + all.slice(first);
  const cut = source.replace(
    all,
    () =>
      `${all.slice(0, first)}</w:t></w:r>${wrapped(rest, "del").replaceAll("w:t>", "w:delText>").replaceAll("<w:t ", "<w:delText ")}`,
  );
  const { said, text } = await back([source, cut], [goal, behind(goal, `<w:ins ${by}>${rest}</w:ins>`)]);
  expect(text).toBe(article);
  expect(said.at(-1)).toContain("“215”是由数据算出的，移到别处会变成写死的字，请在稿件里连同 {{交办}} 手工移动");
});

test("an article deleted as a whole, tracked or not, stays, and the reason is told", async () => {
  const own = paragraphs.filter((one) => one.includes("_jb_6_"));
  const reason = `整篇都删去了，程序不删稿件；这一篇不登的，请把 ${extraFile} 移出这一期的文件夹`;
  const tracked = await back(...own.map((one) => [one, gone(one)] as const));
  expect(tracked.text).toBe(article);
  expect(tracked.said.length).toBeGreaterThan(5);
  for (const one of tracked.said) expect(one).toContain(reason);
  const untracked = await back(...own.map((one) => [one, ""] as const));
  expect(untracked).toEqual({
    said: [`change 1:1 ${nobody} 删去整篇“各县区整改情况” ${reason}`],
    text: article,
  });
});

test("a picture that is gone, that is another, or that is new is told", async () => {
  const [one, other] = ["甲图的字节", "乙图的字节"].map((text) => Buffer.from(text)) as [Buffer, Buffer];
  const withPictures = new WordIssue(`${article}\n![图1 现场](甲.png)\n\n![图2 整改后](乙.png)\n`, {
    "甲.png": one,
    "乙.png": other,
  });
  const parts = await withPictures.parts();
  const xml = documentXml(parts);
  const said = async (changed: ReadonlyMap<string, Uint8Array>): Promise<string[]> =>
    (await withPictures.readBack(changed)).findings.map(
      ({ kind, place, near, action }) => `${kind} ${place === undefined ? near : place.line} ${action}`,
    );
  expect(await said(parts)).toEqual([]);
  const pictures = xml.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<w:drawing>[\s\S]*?<\/w:p>/g) ?? [];
  expect(pictures).toHaveLength(2);
  const first = pictures[0] ?? "";
  // The paragraph with its mark, or the picture alone.
  expect(await said(withDocument(parts, xml.replace(first, "")))).toEqual(["change 17 删去图片“图1 现场”"]);
  const emptied = first.replace(/<w:r>[\s\S]*<\/w:r>/, "");
  expect(
    await said(
      withDocument(
        parts,
        xml.replace(first, () => emptied),
      ),
    ),
  ).toEqual(["change 17 删去图片“图1 现场”"]);
  const [media = ""] = [...parts].find(([, bytes]) => one.equals(bytes)) ?? [];
  expect(await said(new Map(parts).set(media, Buffer.from("丙图的字节")))).toEqual([
    "note 17 图片“图1 现场”与发出去的不同：换过，或者另存时压缩过",
  ]);
  const added = first.replace(/<w:bookmark[^>]*>/g, "").replace(/id="\d+"/g, 'id="77"');
  expect(
    await said(
      withDocument(
        parts,
        xml.replace(first, () => added + first),
      ),
    ),
  ).toEqual([expect.stringMatching(/^note .* 放了一张图片$/)]);
});

const inserted = (words: string): string => `<w:ins ${by}><w:r><w:t>${words}</w:t></w:r></w:ins>`;
const deleted = (words: string): string => `<w:del ${by}><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
const cut = (content: string): string => `</w:t></w:r>${content}<w:r><w:t xml:space="preserve">`;

test("what nobody tracked is told and written beside what was tracked, in one paragraph", async () => {
  const target = paragraphOf("乙段");
  const changed = target
    .replace("进展情况", `最新进展${cut(deleted("情况") + inserted("概况"))}`)
    .replace("几句话。", "12句话。另有3句。");
  const { said, text } = await back([target, changed]);
  expect(text).toBe(
    article.replace("乙段说明进展情况，后面还有几句话。", "乙段说明最新进展概况，后面还有12句话。另有3句。"),
  );
  expect(said).toEqual([
    `change 10:5 ${nobody} 插入“最新”`,
    "change 10:7 李主任 删去“情况”",
    "change 10:9 李主任 插入“概况”",
    `change 10:14 ${nobody} 删去“几”`,
    `change 10:15 ${nobody} 插入“12”`,
    `change 10:18 ${nobody} 插入“另有3句。”`,
  ]);
});

test("a computed number that nobody tracked is refused with its data; the rest of its paragraph is written", async () => {
  const target = paragraphOf("甲段");
  const { said, text } = await back([target, target.replace("215", "216").replace("说明", cut(deleted("说明")))]);
  expect(text).toBe(article.replace("甲段说明*责任*", "甲段*责任*"));
  expect(said).toEqual([
    "change 8:3 李主任 删去“说明”",
    expect.stringMatching(/^change 8:13 没有留痕迹，不知是谁 删去“215” “215”是由数据算出的数，不能直接改，请改数据/),
    expect.stringMatching(/^change 8:19 没有留痕迹，不知是谁 插入“216” “215”是由数据算出的数/),
  ]);
});

test("the title changed with a trace and without one", async () => {
  const target = paragraphOf("_title_");
  const changed = target.replace("各县区", cut(deleted("各县区") + inserted("全市"))).replace("情况", "成效");
  const { said, text } = await back([target, changed]);
  expect(text).toBe(article.replace("各县区整改情况", "全市整改成效"));
  expect(said).toHaveLength(4);
});

test("words that were tracked within words that were not are told, and not written", async () => {
  const target = paragraphOf("乙段");
  const { said, text } = await back([target, target.replace("进展", `最新的${cut(deleted("的进展"))}`)]);
  expect(text).toBe(article);
  expect(said.some((one) => one.includes("插入“最新的的”"))).toBe(true);
  for (const one of said) expect(one).toContain("留了痕迹的改动改在没留痕迹的字上，分不开，请手工改");
});

test("a paragraph that went or moved without a trace holds back nothing else", async () => {
  const [first, second, last] = [paragraphOf("甲段"), paragraphOf("乙段"), paragraphOf("末段")];
  const typed = second.replace("几句话", "15句话");
  const gone = await back([first, ""], [second, typed]);
  expect(gone.text).toBe(article.replace("几句话", "15句话"));
  expect(gone.said.at(-1)).toContain("这些字在文件里不见了，又没有修订痕迹；确实要删的，请在稿件里手工删");
  const moved = await back([first, ""], [second, typed], [last, last + first]);
  expect(moved.text).toBe(article.replace("几句话", "15句话"));
  expect(moved.said).toEqual([
    `change 10:14 ${nobody} 删去“几”`,
    `change 10:15 ${nobody} 插入“15”`,
    `change 8:1 ${nobody} 移来“甲段说明责任分工，共215件。” 这一段挪了地方，又没有修订痕迹，请在稿件里手工移动`,
  ]);
});

test("a new paragraph with a trace beside one that moved without one stands where its neighbour stayed", async () => {
  const [first, last] = [paragraphOf("甲段"), paragraphOf("末段")];
  const fresh = `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr>${inserted("新段。")}</w:p>`;
  const { said, text } = await back([first, ""], [last, last.replace("末段", "尾段") + fresh + first]);
  expect(text).toBe(article.replace("末段。", "尾段。\n\n新段。"));
  expect(said.filter((one) => one.includes("移来"))).toHaveLength(1);
});

test("a paragraph split without a trace loses no words", async () => {
  const target = paragraphOf("乙段");
  const tail = "<w:p><w:r><w:t>后面还有话。</w:t></w:r></w:p>";
  const { said, text } = await back([target, target.replace("，后面还有几句话。", "。") + tail]);
  expect(text).toBe(article);
  expect(said[0]).toContain(
    "这里与“后面还有话。”那一处是连着的，那里写不进去（这一段不是发出去的文件里的，找不到对应的稿件，请手工加），所以这里也没有写",
  );
});

test("read a second time, what was written is said to be in the article, and what was not still can be", async () => {
  const [first, second, third] = [paragraphOf("甲段"), paragraphOf("乙段"), paragraphOf("丙段")];
  const xml = documentXml(sent)
    .replace(first, () => gone(first))
    .replace(second, () => second.replace("进展", cut(deleted("进展") + inserted("完成"))).replace("几句话", "15句话"))
    .replace(third, () => third.replace("几个字", cut(deleted("几个字") + inserted("九个字"))));
  const parts = withDocument(sent, xml);
  const { files } = await issue.readBack(parts);
  const text = files.get(extraFile) ?? "";
  expect(text).toContain("## 总体情况\n\n乙段说明完成情况，后面还有15句话。\n\n丙段只有九个字。");
  const again = await new WordIssue(text).readBack(parts);
  expect(again.files.size).toBe(0);
  expect(again.findings.map(({ action, refusal }) => `${action} ${refusal ?? "写"}`)).toEqual([
    expect.stringMatching(/^删去“甲段.*” 已经写进稿件了$/),
    "删去“进展” 已经写进稿件了",
    "插入“完成” 已经写进稿件了",
    "删去“几个字” 已经写进稿件了",
    "插入“九个字” 已经写进稿件了",
  ]);
  const half = await new WordIssue(article.replace("进展情况", "完成情况")).readBack(
    withDocument(
      sent,
      documentXml(sent).replace(second, () =>
        second
          .replace("进展", cut(deleted("进展") + inserted("完成")))
          .replace("几句话", cut(deleted("几句话") + inserted("一席话"))),
      ),
    ),
  );
  expect(half.files.get(extraFile)).toBe(article.replace("进展情况，后面还有几句话", "完成情况，后面还有一席话"));
});
