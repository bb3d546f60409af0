/** What once went wrong on the way from Word: numbers glued or shifted, text lost or brought back to life. */

import { expect, test } from "vitest";
import { importArticle } from "../../../src/intake/word/article/article.ts";
import { readWord } from "../../../src/intake/word/read/read-word.ts";
import { docx, paragraph, picture, run } from "../../support/docx.ts";
import type { Parts } from "../../support/docx.ts";

const centred = '<w:jc w:val="center"/>';
const title = paragraph(run("标题在此", '<w:sz w:val="44"/>'), centred);
const png = Buffer.from("89504e470d0a1a0a", "hex");

async function imported(
  body: string,
  parts: Omit<Parts, "body"> = {},
): Promise<{ text: string; body: string; remarks: string }> {
  const request = { column: undefined, columns: ["动态"], fallbackTitle: "文件名", taken: [] };
  const { text, remarks } = await importArticle(await readWord(docx({ body, ...parts })), request);
  return { text, body: text.replace(/^---[\s\S]*?---\n+/, "").trim(), remarks: remarks.join("\n") };
}

function cell(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

function row(...texts: readonly string[]): string {
  return `<w:tr>${texts.map((text) => cell(paragraph(text))).join("")}</w:tr>`;
}

function box(content: string): string {
  return `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
}

const edge = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const above = '<w:vertAlign w:val="superscript"/>';
const below = '<w:vertAlign w:val="subscript"/>';

test("scripts are characters of their own, or kept from running into their neighbours", async () => {
  const { body, remarks } = await imported(
    title +
      paragraph(
        run("10") +
          run("-", above) +
          run("2", above) +
          run("克，CO") +
          run("2", below) +
          run("、PM") +
          run("2.5", below) +
          run("达标。"),
      ) +
      paragraph(run("10") + run("4.5", above) + run("个。")),
  );
  expect(body).toBe("10⁻²克，CO₂、PM2.5达标。\n\n10^(4.5)个。");
  expect(remarks).toContain("下标没有同样的字，写成了一般的字，请核对：“2.5”");
  expect(remarks).toContain("上标没有同样的字，写成了“^(…)”，请核对：“^(4.5)”");
});

test("crossed-out text is deleted text: left out and told, from whatever style it comes", async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="删段"/><w:rPr><w:strike/></w:rPr></w:style>' +
    '<w:style w:type="character" w:styleId="C"><w:name w:val="删字"/><w:rPr><w:strike/></w:rPr></w:style>';
  const { body, remarks } = await imported(
    title +
      paragraph(run("共1") + run("8", "<w:strike/>") + run("16", "<w:dstrike/>") + run("4处。")) +
      paragraph(run("整段300万元。"), '<w:pStyle w:val="P"/>') +
      paragraph(run("删") + run("翻回来的字。", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>'),
    { styles },
  );
  expect(body).toBe("共14处。\n\n翻回来的字。");
  expect(remarks).toMatch(
    /^划掉的字（有删除线）没有带入，共 3 处：“816”（“共18164处。”一段）；“整段300万元。”一段；“删”/,
  );
});

test("a break or a new paragraph never makes one number of two", async () => {
  const broken = paragraph(run("12") + "<w:r><w:br/></w:r>" + run("34"));
  const { body, remarks } = await imported(
    title +
      paragraph(run("一、办结215") + "<w:r><w:cr/></w:r>" + run("30件")) +
      `<w:tbl><w:tr>${cell(broken)}${cell(paragraph("三") + paragraph("十"))}</w:tr>${row("甲", "乙")}</w:tbl>`,
  );
  expect(body).toBe("### 一、办结215 30件\n\n| 12 34 | 三 十 |\n| --- | --- |\n| 甲 | 乙 |");
  expect(remarks).toContain("“12⏎34”");
  expect(remarks).toContain("“三⏎十”");
});

test("a text box of a cell stands behind the table, not in the cell's number", async () => {
  const { body } = await imported(
    `${title}<w:tbl><w:tr>${cell(paragraph(run("24") + box(paragraph("框里3件"))))}${cell(paragraph("18"))}</w:tr>${row("5", "5")}</w:tbl>`,
  );
  expect(body).toBe("| 24 | 18 |\n| --- | --- |\n| 5 | 5 |\n\n框里3件");
});

test("what hangs on a title or a caption is carried or told; a caption above a frame stays", async () => {
  const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const { text, remarks } = await imported(
    paragraph(run("标题在此", '<w:sz w:val="44"/>') + note(1) + box(paragraph("内部资料")), centred) +
      paragraph(run("各县区情况") + note(2), centred) +
      `<w:tbl>${row("县", "数")}${row("甲", "1")}</w:tbl>` +
      paragraph(picture("rPic0")) +
      paragraph(run("图1 现场") + note(3), centred) +
      paragraph("整改要求", centred) +
      `<w:tbl>${row("一是加强领导。")}</w:tbl>`,
    {
      media: { "a.png": png },
      footnotes: [1, 2, 3].map((id) => `<w:footnote w:id="${id}">${paragraph(`注${id}`)}</w:footnote>`).join(""),
    },
  );
  expect(text).not.toContain("作者");
  expect(text).toMatch(
    /---\n\n内部资料\n\n表：各县区情况\n\n\|[\s\S]*!\[图1 现场\]\(图1\.png\)\n\n::: 居中\n整改要求\n:::\n\n一是加强领导。\n$/,
  );
  expect(remarks).toMatch(/脚注没有带入，共 3 处：“注1”.*“注2”.*“注3”/);
});

test("a caption below a picture is not the author of the title above it", async () => {
  const { text } = await imported(
    title + paragraph(picture("rPic0")) + paragraph("图1 现场", centred) + paragraph("尾。"),
    {
      media: { "a.png": png },
    },
  );
  expect(text).toContain("\n---\n\n![图1 现场](图1.png)\n\n尾。");
});

test("fields: within one another, over paragraphs, without end, in a cell, cut off by a deletion", async () => {
  const by = 'w:id="1" w:author="李" w:date="2020-11-01T00:00:00Z"';
  const nested =
    edge("begin") +
    code(" EQ \\o\\ac(○,") +
    edge("begin") +
    code("SEQ a") +
    edge("separate") +
    run("3") +
    edge("end") +
    code(") ") +
    edge("end");
  const contents =
    paragraph(edge("begin") + code(" TOC ") + edge("separate") + run("一、甲　1")) +
    paragraph(run("二、乙　2") + edge("end"));
  const removed = `<w:del ${by}>${edge("begin")}<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>${edge("separate")}<w:r><w:delText>9</w:delText></w:r>${edge("end")}</w:del>`;
  const { body, remarks } = await imported(
    title +
      contents +
      paragraph(run("第") + nested + run("项。")) +
      `<w:tbl><w:tr>${cell(paragraph(edge("begin") + code(" =SUM(ABOVE) ") + run("12")))}${cell(paragraph("34"))}</w:tr></w:tbl>` +
      paragraph(run("共") + removed + run("12件") + edge("end") + run("。")) +
      paragraph(edge("begin") + code(" REF x ") + run("见附件。")) +
      paragraph("不能丢。"),
  );
  expect(body).toBe("第③项。\n\n| 12 | 34 |\n| --- | --- |\n\n共12件。\n\n见附件。\n\n不能丢。");
  expect(remarks).toContain("自动目录没有带入：“一、甲　1二、乙　2”".replaceAll("　", " "));
  expect(remarks).toContain("域没有写完整，里面的字照样带入了，请核对，共 2 处");
});

test("charts, diagrams, files put in whole and headers are told with their words and numbers", async () => {
  const values = (name: string, ...texts: readonly string[]): string =>
    `<c:${name}>${texts.map((text) => `<c:pt><c:v>${text}</c:v></c:pt>`).join("")}</c:${name}>`;
  const series = `<c:ser>${values("tx", "交办")}${values("cat", "祁阳", "道县")}${values("val", "24", "5")}</c:ser>`;
  const drawing = (inside: string): string => `<w:r><w:drawing><wp:inline>${inside}</wp:inline></w:drawing></w:r>`;
  const { body, remarks } = await imported(
    title +
      paragraph(run("正文。") + drawing('<c:chart r:id="rOther0"/>') + drawing('<dgm:relIds r:dm="rOther1"/>')) +
      '<w:altChunk r:id="rOther2"/>',
    {
      header:
        paragraph(box(paragraph("内部文件"))) + paragraph('<w:r><w:pict><v:textpath string="机密"/></w:pict></w:r>'),
      others: {
        "chart1.xml": ["chart", `<c:chartSpace>${series}</c:chartSpace>`],
        "data1.xml": ["diagramData", "<dgm:dataModel><a:t>受理</a:t><a:t>办结3日</a:t></dgm:dataModel>"],
        "chunk.html": ["aFChunk", "<html><style>p{}</style><p>另有<b>7</b>件</p></html>"],
      },
    },
  );
  expect(body).toBe("正文。");
  expect(remarks).toContain("图表没有带入：“交办：祁阳 24、道县 5”");
  expect(remarks).toContain("SmartArt 图没有带入：“受理、办结3日”");
  expect(remarks).toMatch(/插入的整个文件没有带进来，请在 Word 里打开另存一次：“另有 7 件”/);
  expect(remarks).toContain("页眉没有带入：“内部文件 〔艺术字〕机密”");
});

test("an expression, a brace or a tag in Word is text in the article, and in its title", async () => {
  const { text } = await imported(
    paragraph(run("{{交办}}件", '<w:sz w:val="44"/>'), centred) + paragraph("集合{1，2}，A<B>C。"),
  );
  expect(text).toContain('标题: "{\\u007b交办}}件"');
  expect(text).toContain("集合\\{1，2}，A\\<B>C。");
});

test("the first letter set large belongs to its paragraph", async () => {
  const { body } = await imported(
    title + paragraph(run("1"), '<w:framePr w:dropCap="drop"/>') + paragraph("2345件已办结。"),
  );
  expect(body).toBe("12345件已办结。");
});

test("a number of a list that is hidden or crossed out is left out and told", async () => {
  const level = (look: string, at: number): string =>
    `<w:abstractNum w:abstractNumId="${at}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>${look}</w:lvl></w:abstractNum>`;
  const numbering =
    level("<w:rPr><w:vanish/></w:rPr>", 1) +
    level("", 2) +
    [1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join("");
  const item = (id: number, text: string, mark = "", look = ""): string =>
    paragraph(
      run(text, look),
      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>${mark === "" ? "" : `<w:rPr>${mark}</w:rPr>`}`,
    );
  const { body, remarks } = await imported(
    title + item(1, "甲项。") + item(2, "乙项。", "<w:strike/>", "<w:strike/>") + item(2, "丙项。"),
    { numbering },
  );
  expect(body).toBe("甲项。\n\n2.丙项。");
  expect(remarks).toContain("隐藏的编号“1.”没有带入");
  expect(remarks).toContain("划掉的编号“1.”没有带入");
});

test("a table's style that crosses out or hides words is told with them", async () => {
  const styles = `<w:style w:type="table" w:styleId="Gone"><w:name w:val="Gone"/><w:tblStylePr w:type="lastRow"><w:rPr><w:strike/></w:rPr></w:tblStylePr></w:style>`;
  const table = `<w:tbl><w:tblPr><w:tblStyle w:val="Gone"/></w:tblPr>${row("县区", "件数")}${row("甲县", "18")}</w:tbl>`;
  const { remarks } = await imported(title + table, { styles });
  expect(remarks).toContain("表格的样式里设了删除线或隐藏，里面的字照样带入了，请核对：“县区｜件数；甲县｜18”");
});

test.each(["SEQ 表 \\* ARABIC", "REF 件数", "=1+2", "NUMPAGES"])(
  "a field without its result is told: %s",
  async (text) => {
    const field = edge("begin") + code(text) + edge("separate") + edge("end");
    const { body, remarks } = await imported(title + paragraph(run("共") + field + run("件。")));
    expect(body).toBe("共件。");
    expect(remarks).toContain("域没有结果，没有带入，请补上");
  },
);
