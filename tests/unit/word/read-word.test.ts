import { expect, test } from "vitest";
import { EnvironmentError } from "../../../src/base/problem/environment-error.ts";
import { paragraphsOf } from "../../../src/intake/word/read/model.ts";
import type { WordDocument } from "../../../src/intake/word/read/model.ts";
import { readWord } from "../../../src/intake/word/read/read-word.ts";
import { wordsOf } from "../../../src/intake/word/article/words.ts";
import { docx, paragraph, partsOf, run, zip } from "../../support/docx.ts";

const texts = (document: WordDocument): string[] => paragraphsOf(document.blocks).map(wordsOf);

async function refusal(bytes: Buffer): Promise<string> {
  try {
    await readWord(bytes);
  } catch (fault) {
    if (fault instanceof EnvironmentError) return `${fault.message}。${fault.hint}`;
    throw fault;
  }
  return "";
}

test("runs, tabs, breaks, symbols, fields and notes are text where a page shows text", async () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const document = await readWord(
    docx({
      body:
        paragraph(run("甲") + "<w:r><w:tab/></w:r>" + run("乙") + field) +
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/><w:t>丙</w:t></w:r>') +
        paragraph(run("看得见") + run("看不见", "<w:vanish/>")) +
        paragraph(run("有注") + '<w:r><w:footnoteReference w:id="2"/></w:r>') +
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>",
      footnotes: `<w:footnote w:id="2">${paragraph("注文")}</w:footnote>`,
    }),
  );
  expect(texts(document)).toEqual(["甲　乙12", "✓-丙", "看得见", "有注", "链接"]);
  const note = paragraphsOf(document.blocks)[3]?.inlines.find(({ kind }) => kind === "note");
  expect(note).toMatchObject({ name: "脚注", text: "注文" });
});

test("numbers of lists are computed: formats, levels, restarts, styles, overrides", async () => {
  const level = (at: number, format: string, text: string, more = ""): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const item = (words: string, at: number, id = "1"): string =>
    paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
  const document = await readWord(
    docx({
      numbering:
        `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCountingThousand", "%1、")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimal", "%3.")}${level(3, "decimal", "（%4）")}${level(4, "decimalEnclosedCircleChinese", "%5")}</w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="1">${level(0, "chineseCounting", "第%1条", '<w:pStyle w:val="Item"/>')}${level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>` +
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="7"/></w:lvlOverride></w:num>',
      styles:
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="item"/><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
      body:
        item("甲", 0) +
        item("乙", 1) +
        item("丙", 1) +
        item("丁", 2) +
        item("戊", 3) +
        item("己", 4) +
        item("庚", 0) +
        item("辛", 1) +
        item("壬", 2, "3") +
        item("癸", 2, "3") +
        paragraph("子", '<w:pStyle w:val="Item"/>') +
        item("丑", 1, "2") +
        paragraph("寅", '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    }),
  );
  expect(texts(document)).toEqual([
    ...["一、甲", "（一）乙", "（二）丙", "1.丁", "（1）戊", "①己", "二、庚", "（一）辛", "7.壬", "8.癸"],
    ...["第一条子", "1.1 丑", "寅"],
  ]);
});

test("styles answer through what they are based on", async () => {
  const document = await readWord(
    docx({
      styles:
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="大标题"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="副题"/><w:basedOn w:val="a"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>',
      body: paragraph("题", '<w:pStyle w:val="b"/>') + paragraph("文"),
    }),
  );
  const [title, text] = paragraphsOf(document.blocks);
  expect(title).toMatchObject({ style: "副题", align: "center", outline: 1 });
  expect(title?.inlines[0]).toMatchObject({ bold: false, size: 22 });
  expect(text?.inlines[0]).toMatchObject({ bold: false, size: 10.5 });
});

test("other files are told apart", async () => {
  const compound = (name: string): Buffer =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(name, "utf16le")]);
  expect(await refusal(compound("WordDocument"))).toMatch(/旧格式的 \.doc.*另存为“Word 文档（\.docx）”/);
  expect(await refusal(compound("EncryptedPackage"))).toMatch(/打开密码/);
  expect(await refusal(compound("WpsContent"))).toMatch(/\.wps/);
  expect(await refusal(Buffer.from("%PDF-1.7"))).toMatch(/PDF/);
  expect(await refusal(Buffer.from("{\\rtf1}"))).toMatch(/RTF/);
  expect(await refusal(Buffer.from("<html>"))).toMatch(/网页/);
  expect(await refusal(Buffer.alloc(0))).toMatch(/空的/);
  expect(await refusal(Buffer.from("PK\x03\x04 cut off"))).toMatch(/坏了/);
  expect(await refusal(zip(new Map([["xl/workbook.xml", "<workbook/>"]])))).toMatch(/不是 Word 文档/);
});

test("a bomb, a lying size, ten thousand parts and a DTD are refused", async () => {
  const big = Buffer.alloc(100 * 1024 * 1024, 0x20);
  expect(await refusal(zip(new Map([["word/document.xml", big]])))).toMatch(/特别大的部件/);
  expect(await refusal(zip(new Map([["word/document.xml", big]]), { "word/document.xml": 10 }))).toMatch(/坏了/);
  const many = new Map(Array.from({ length: 10_000 }, (_, at) => [`word/${at}.xml`, "<a/>"]));
  expect(await refusal(zip(many))).toMatch(/部件太多/);
  const bytes = zip(
    new Map([["word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w">&b;</w:document>']]),
  );
  expect(await refusal(bytes)).toMatch(/DTD/);
  expect(await refusal(zip(new Map([["word/document.xml", "<a>".repeat(100_000)]])))).toMatch(/过于复杂/);
});

type Change = (parts: Map<string, Uint8Array>) => void;
const replaced =
  (pattern: RegExp | string, by: string, only = /\.(?:xml|rels)$/): Change =>
  (parts) => {
    for (const [name, bytes] of parts)
      if (only.test(name)) parts.set(name, Buffer.from(Buffer.from(bytes).toString().replaceAll(pattern, by)));
  };
const renamed =
  (from: string, to: string): Change =>
  (parts) => {
    parts.set(to, parts.get(from) ?? new Uint8Array());
    parts.delete(from);
  };

test.each<[string, readonly Change[]]>([
  [
    "in another part",
    [
      replaced("word/document.xml", "word/document2.xml"),
      renamed("word/document.xml", "word/document2.xml"),
      renamed("word/_rels/document.xml.rels", "word/_rels/document2.xml.rels"),
    ],
  ],
  ["at an absolute address", [replaced('"word/document.xml"', '"/word/document.xml"')]],
  [
    "with part names in other case",
    [renamed("word/document.xml", "Word/Document.xml"), renamed("word/styles.xml", "word/Styles.xml")],
  ],
  [
    "with the separators of Windows",
    [renamed("word/document.xml", "word\\document.xml"), renamed("word/styles.xml", "word\\styles.xml")],
  ],
  [
    "in the strict form",
    [
      replaced(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      ),
      replaced(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ),
    ],
  ],
  ["with other prefixes", [replaced(/\bw:/g, "ns0:"), replaced("xmlns:w=", "xmlns:ns0=")]],
  [
    "in UTF-16",
    [
      (parts) =>
        parts.set(
          "word/document.xml",
          Buffer.from(`\ufeff${Buffer.from(parts.get("word/document.xml") ?? "").toString()}`, "utf16le"),
        ),
    ],
  ],
  ["with macros", [(parts) => parts.set("word/vbaProject.bin", Buffer.from("d0cf11e0a1b11ae1", "hex"))]],
  [
    "with a mimetype in front, as packers of ODF write",
    [
      (parts) => {
        const all = [...parts];
        parts.clear();
        parts.set("mimetype", Buffer.from("application/zip"));
        for (const [name, bytes] of all.reverse()) parts.set(name, bytes);
      },
    ],
  ],
])("a text %s is read", async (_, changes) => {
  const styles = '<w:style w:type="character" w:styleId="S"><w:name w:val="S"/><w:rPr><w:strike/></w:rPr></w:style>';
  const parts = await partsOf(
    docx({ body: paragraph(run("共1") + run("8", '<w:rStyle w:val="S"/>') + run("4处")), styles }),
  );
  for (const change of changes) change(parts);
  expect(texts(await readWord(zip(parts)))).toEqual(["共14处"]);
});
