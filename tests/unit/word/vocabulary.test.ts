/**
 * The list of what may stand in a Word file (src/intake/word/read/vocabulary), entry by entry: a small file with the element, and what
 * the list promises of it. What is not in the list is told of, with its words.
 */

import { describe, expect, test } from "vitest";
import { importArticle } from "../../../src/intake/word/article/article.ts";
import { readWord } from "../../../src/intake/word/read/read-word.ts";
import type { Vocabulary } from "../../../src/intake/word/read/vocabulary/fate.ts";
import { fieldKinds } from "../../../src/intake/word/read/vocabulary/field.ts";
import {
  bodyContents,
  controlProperties,
  paragraphContents,
  paragraphProperties,
} from "../../../src/intake/word/read/vocabulary/paragraph.ts";
import { runContents, runProperties } from "../../../src/intake/word/read/vocabulary/run.ts";
import {
  cellProperties,
  rowContents,
  rowProperties,
  tableContents,
  tableProperties,
} from "../../../src/intake/word/read/vocabulary/table.ts";
import { docx, paragraph, run } from "../../support/docx.ts";
import type { Parts } from "../../support/docx.ts";

interface Outcome {
  readonly body: string;
  readonly remarks: readonly string[];
}

const title = paragraph("标题在此", '<w:jc w:val="center"/>');

async function outcome(body: string, parts: Omit<Parts, "body"> = {}): Promise<Outcome> {
  const document = await readWord(docx({ body: title + body, ...parts }));
  const article = await importArticle(document, {
    ...{ column: undefined, columns: ["动态"], fallbackTitle: "文件名", taken: [] },
  });
  return { body: article.text.replace(/^---[\s\S]*?---\n+/, "").trim(), remarks: article.remarks };
}

/** Where an element of a context stands, with words around it and in it. */
const settings: Readonly<Record<string, (xml: string) => string>> = {
  runContents: (xml) => paragraph(`${run("前12")}<w:r>${xml}</w:r>${run("34后。")}`),
  runProperties: (xml) => paragraph(run("前") + run("正文34", xml) + run("后。")),
  paragraphContents: (xml) => paragraph(run("前12") + xml + run("34后。")),
  paragraphProperties: (xml) => paragraph(run("正文一段。"), xml) + paragraph("后一段。"),
  bodyContents: (xml) => paragraph("前一段。") + xml + paragraph("后一段。"),
  controlProperties: (xml) =>
    `<w:sdt><w:sdtPr>${xml}</w:sdtPr><w:sdtContent>${paragraph("控件里的字。")}</w:sdtContent></w:sdt>`,
  tableContents: (xml) => `<w:tbl>${xml}${row("县区", "件数")}${row("祁阳", "24")}</w:tbl>`,
  tableProperties: (xml) => `<w:tbl><w:tblPr>${xml}</w:tblPr>${row("县区", "件数")}${row("祁阳", "24")}</w:tbl>`,
  rowContents: (xml) => `<w:tbl>${row("县区", "件数")}<w:tr>${xml}${cell("祁阳")}${cell("24")}</w:tr></w:tbl>`,
  rowProperties: (xml) =>
    `<w:tbl>${row("县区", "件数")}<w:tr><w:trPr>${xml}</w:trPr>${cell("祁阳")}${cell("24")}</w:tr></w:tbl>`,
  cellProperties: (xml) => `<w:tbl>${row("县区", "件数")}<w:tr>${cell("祁阳")}${cell("24", xml)}</w:tr></w:tbl>`,
  fieldKinds: (xml) => paragraph(run("前") + xml + run("后。")),
};

function cell(text: string, properties = ""): string {
  return `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${paragraph(text)}</w:tc>`;
}

function row(...texts: readonly string[]): string {
  return `<w:tr>${texts.map((text) => cell(text)).join("")}</w:tr>`;
}

function field(code: string, result = "", form = ""): string {
  const char = (type: string, inside = ""): string =>
    `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
  const shown = result === "" ? "" : char("separate") + run(result);
  return `${char("begin", form)}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${shown}${char("end")}`;
}

/** Attributes under which a property says something, where the bare element says too little. */
const values: Readonly<Record<string, string>> = {
  "w:w": 'w:val="5"',
  "w:spacing": 'w:val="-300"',
  "w:em": 'w:val="dot"',
  "w:highlight": 'w:val="yellow"',
  "w:shd": 'w:val="clear" w:fill="FFFF00"',
  "w:bdr": 'w:val="single"',
  "w:effect": 'w:val="shimmer"',
  "w:eastAsianLayout": 'w:combine="1"',
  "w:textDirection": 'w:val="tbRl"',
  "w:trHeight": 'w:hRule="exact" w:val="10"',
  "w:tblCaption": 'w:val="各县区"',
  "w:tblDescription": 'w:val="各县区"',
};

/** Those that say something by what stands in them. */
const insides: Readonly<Record<string, string>> = {
  "w:tcBorders": '<w:tl2br w:val="single"/>',
  "w:pBdr": '<w:top w:val="single"/>',
};

function element(name: string): string {
  return `<${name} ${values[name] ?? ""}>${insides[name] ?? ""}</${name}>`;
}

interface Example {
  readonly xml: string;
  readonly body: string;
  /** Part of a remark that must be there. */
  readonly told?: string;
}

const cells = "| 县区 | 件数 |\n| --- | --- |\n";
const whole = `${cells}| 祁阳 | 24 |`;
const revised = 'w:id="1" w:author="李" w:date="2020-11-01T00:00:00Z"';
const drawing = (inside: string): string => `<w:drawing><wp:inline>${inside}</wp:inline></w:drawing>`;

/** What “carried” means, entry by entry. */
const carriedSo: Readonly<Record<string, Readonly<Record<string, Example>>>> = {
  runContents: {
    "w:rPr": { xml: "<w:rPr><w:b/></w:rPr><w:t>粗</w:t>", body: "前12粗34后。", told: "加粗没有带入" },
    "w:t": { xml: "<w:t>字</w:t>", body: "前12字34后。" },
    "w:delText": { xml: "<w:delText>字</w:delText>", body: "前12字34后。" },
    "w:tab": { xml: "<w:tab/>", body: "前12　34后。" },
    "w:ptab": { xml: "<w:ptab/>", body: "前12　34后。" },
    "w:br": { xml: '<w:br w:type="page"/>', body: "前12\\\n34后。" },
    "w:cr": { xml: "<w:cr/>", body: "前12\\\n34后。" },
    "w:noBreakHyphen": { xml: "<w:noBreakHyphen/>", body: "前12-34后。" },
    "w:sym": { xml: '<w:sym w:font="Wingdings" w:char="F082"/>', body: "前12②34后。" },
    "w:ruby": {
      xml: "<w:ruby><w:rt><w:r><w:t>qí</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>祁</w:t></w:r></w:rubyBase></w:ruby>",
      body: "前12祁34后。",
      told: "注音没有带入：“祁（qí）”",
    },
    "w:fldChar": { xml: '<w:fldChar w:fldCharType="begin"/>', body: "前1234后。", told: "域没有写完整" },
    "w:instrText": { xml: "<w:instrText>EQ</w:instrText>", body: "前1234后。" },
    "w:footnoteReference": { xml: '<w:footnoteReference w:id="1"/>', body: "前1234后。", told: "脚注没有带入" },
    "w:endnoteReference": { xml: '<w:endnoteReference w:id="1"/>', body: "前1234后。", told: "尾注没有带入" },
    "w:commentReference": { xml: '<w:commentReference w:id="1"/>', body: "前1234后。" },
    "w:drawing": { xml: drawing(""), body: "前1234后。", told: "图形没有带入" },
    "w:pict": {
      xml: '<w:pict><v:textpath string="喜报"/></w:pict>',
      body: "前1234后。",
      told: "艺术字没有带入：“喜报”",
    },
    "w:object": {
      xml: '<w:object><o:OLEObject ProgID="Excel.Sheet.8"/></w:object>',
      body: "前1234后。",
      told: "嵌入的文件（Excel.Sheet.8）没有带入",
    },
    "mc:AlternateContent": {
      xml: '<mc:AlternateContent><mc:Choice Requires="zz"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent>',
      body: "前12旧34后。",
    },
  },
  runProperties: {
    "w:rStyle": { xml: '<w:rStyle w:val="x"/>', body: "前正文34后。" },
    "w:vertAlign": {
      xml: '<w:vertAlign w:val="superscript"/>',
      body: "前正文34后。",
      told: "上标没有同样的字，写成了一般的字",
    },
    "w:position": { xml: '<w:position w:val="8"/>', body: "前正文34后。", told: "升高或降低的字写成了一般的字" },
    "w:strike": { xml: "<w:strike/>", body: "前后。", told: "划掉的字（有删除线）没有带入：“正文34”" },
    "w:dstrike": { xml: "<w:dstrike/>", body: "前后。", told: "划掉的字（有删除线）没有带入：“正文34”" },
    "w:vanish": { xml: "<w:vanish/>", body: "前后。", told: "隐藏的文字没有带入：“正文34”" },
    "w:caps": { xml: "<w:caps/>", body: "前正文34后。" },
    "w:smallCaps": { xml: "<w:smallCaps/>", body: "前正文34后。" },
    "w:sz": { xml: '<w:sz w:val="2"/>', body: "前后。", told: "小得看不见的字（1 磅）没有带入：“正文34”" },
    "w:color": { xml: '<w:color w:val="FFFFFF"/>', body: "前后。", told: "白色的字在白纸上看不见，没有带入：“正文34”" },
    "w14:textFill": {
      xml: "<w14:textFill><w14:noFill/></w14:textFill>",
      body: "前后。",
      told: "没有颜色的字看不见，没有带入：“正文34”",
    },
    "w:rFonts": { xml: '<w:rFonts w:ascii="Wingdings"/>', body: "前正文〓〓后。", told: "符号字体里的字认不出来" },
    "w:b": { xml: "<w:b/>", body: "前正文34后。", told: "加粗没有带入（公文正文不加粗）：“正文34”" },
    "w:u": { xml: '<w:u w:val="wave"/>', body: "前正文34后。", told: "下划线没有带入：“正文34”" },
  },
  paragraphContents: {
    "w:ins": { xml: `<w:ins ${revised}>${run("新")}</w:ins>`, body: "前12新34后。" },
    "w:del": { xml: `<w:del ${revised}>${run("旧")}</w:del>`, body: "前1234后。" },
    "w:moveFrom": { xml: `<w:moveFrom ${revised}>${run("旧")}</w:moveFrom>`, body: "前1234后。" },
    "w:moveTo": { xml: `<w:moveTo ${revised}>${run("新")}</w:moveTo>`, body: "前12新34后。" },
    "w14:conflictIns": { xml: `<w14:conflictIns ${revised}>${run("新")}</w14:conflictIns>`, body: "前12新34后。" },
    "w14:conflictDel": { xml: `<w14:conflictDel ${revised}>${run("旧")}</w14:conflictDel>`, body: "前1234后。" },
    ...Object.fromEntries(
      [
        "w:bookmarkStart",
        "w:bookmarkEnd",
        "w:commentRangeStart",
        "w:commentRangeEnd",
        "w:sdtContent",
        "w:sdtPr",
        "w:pPr",
      ].map((name) => [name, { xml: `<${name} w:id="1" w:name="x"/>`, body: "前1234后。" }]),
    ),
    ...Object.fromEntries(
      ["w:sdt", "w:customXml", "w:smartTag", "w:dir", "w:bdo", "w:hyperlink", "w:fldSimple", "mc:AlternateContent"].map(
        (name) => {
          const inside = name === "w:sdt" ? "w:sdtContent" : name === "mc:AlternateContent" ? "mc:Choice" : undefined;
          const words = inside === undefined ? run("字") : `<${inside} Requires="wps">${run("字")}</${inside}>`;
          return [name, { xml: `<${name} w:instr="PAGE">${words}</${name}>`, body: "前12字34后。" }];
        },
      ),
    ),
    "w:r": { xml: run("字"), body: "前12字34后。" },
    "m:oMath": {
      xml: "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath>",
      body: "前1210⁴34后。",
      told: "公式写成了一行文字，请核对：“10⁴”",
    },
    "m:oMathPara": {
      xml: "<m:oMathPara><m:oMath><m:m><m:mr><m:e><m:r><m:t>a</m:t></m:r></m:e></m:mr></m:m></m:oMath></m:oMathPara>",
      body: "前1234后。",
      told: "公式没有带入：“a”",
    },
  },
  paragraphProperties: {
    ...Object.fromEntries(
      ["w:pStyle", "w:numPr", "w:ind", "w:rPr"].map((name) => [
        name,
        { xml: `<${name}/>`, body: "正文一段。\n\n后一段。" },
      ]),
    ),
    "w:outlineLvl": { xml: '<w:outlineLvl w:val="1"/>', body: "### 正文一段。\n\n后一段。" },
    "w:jc": { xml: '<w:jc w:val="center"/>', body: "::: 居中\n正文一段。\n:::\n\n后一段。" },
    "w:framePr": { xml: '<w:framePr w:dropCap="drop"/>', body: "正文一段。后一段。" },
  },
  bodyContents: {
    ...Object.fromEntries(
      ["w:ins", "w:moveTo", "w:sdt", "w:customXml", "mc:AlternateContent", "w:del", "w:moveFrom"].map((name) => {
        const inside = name === "w:sdt" ? "w:sdtContent" : name === "mc:AlternateContent" ? "mc:Choice" : undefined;
        const words =
          inside === undefined ? paragraph("中。") : `<${inside} Requires="wps">${paragraph("中。")}</${inside}>`;
        return [name, { xml: `<${name}>${words}</${name}>`, body: "前一段。\n\n中。\n\n后一段。" }];
      }),
    ),
    ...Object.fromEntries(
      [
        "w:bookmarkStart",
        "w:bookmarkEnd",
        "w:commentRangeStart",
        "w:commentRangeEnd",
        "w:sdtContent",
        "w:sdtPr",
        "w:tcPr",
      ].map((name) => [name, { xml: `<${name} w:id="1"/>`, body: "前一段。\n\n后一段。" }]),
    ),
    ...Object.fromEntries(
      ["w14:conflictIns", "w14:conflictDel"].map((name) => [name, { xml: `<${name}/>`, body: "前一段。\n\n后一段。" }]),
    ),
    "w:p": { xml: paragraph("中。"), body: "前一段。\n\n中。\n\n后一段。" },
    "w:tbl": { xml: `<w:tbl>${row("甲", "乙")}</w:tbl>`, body: "前一段。\n\n| 甲 | 乙 |\n| --- | --- |\n\n后一段。" },
    "w:altChunk": { xml: '<w:altChunk r:id="r9"/>', body: "前一段。\n\n后一段。", told: "插入的整个文件没有带进来" },
    "m:oMath": {
      xml: "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>",
      body: "前一段。\n\na+b\n\n后一段。",
      told: "公式写成了一行文字",
    },
    "m:oMathPara": {
      xml: "<m:oMathPara><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></m:oMathPara>",
      body: "前一段。\n\na+b\n\n后一段。",
    },
  },
  controlProperties: {
    "w:showingPlcHdr": {
      xml: "<w:showingPlcHdr/>",
      body: "",
      told: "没有填写的内容控件，里面的提示文字没有带入：“控件里的字。”",
    },
    "w:docPartObj": {
      xml: '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
      body: "",
      told: "自动目录没有带入：“控件里的字。”",
    },
    "w:docPartList": {
      xml: '<w:docPartList><w:docPartGallery w:val="Table of Contents"/></w:docPartList>',
      body: "",
      told: "自动目录没有带入：“控件里的字。”",
    },
  },
  tableContents: {
    ...Object.fromEntries(
      ["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"].map((name) => [
        name,
        {
          xml: `<${name}>${row("区划", "数")}</${name}>`,
          body: `| 区划 | 数 |\n| --- | --- |\n| 县区 | 件数 |\n| 祁阳 | 24 |`,
        },
      ]),
    ),
    ...Object.fromEntries(
      ["w:del", "w:moveFrom"].map((name) => [name, { xml: `<${name}>${row("区划", "数")}</${name}>`, body: whole }]),
    ),
    "w:tblPr": { xml: "<w:tblPr/>", body: whole },
    "w:tr": { xml: row("区划", "数"), body: `| 区划 | 数 |\n| --- | --- |\n| 县区 | 件数 |\n| 祁阳 | 24 |` },
  },
  tableProperties: {},
  rowContents: {
    ...Object.fromEntries(
      ["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"].map((name) => [
        name,
        {
          xml: `<${name}>${cell("一")}</${name}>`,
          body: "| 县区 | 件数 |  |\n| --- | --- | --- |\n| 一 | 祁阳 | 24 |",
        },
      ]),
    ),
    ...Object.fromEntries(
      ["w:del", "w:moveFrom"].map((name) => [name, { xml: `<${name}>${cell("一")}</${name}>`, body: whole }]),
    ),
    "w:trPr": { xml: "<w:trPr/>", body: whole },
    "w:tc": { xml: cell("一"), body: "| 县区 | 件数 |  |\n| --- | --- | --- |\n| 一 | 祁阳 | 24 |" },
  },
  rowProperties: {
    "w:gridBefore": {
      xml: '<w:gridBefore w:val="1"/>',
      body: "| 县区 | 件数 |  |\n| --- | --- | --- |\n|  | 祁阳 | 24 |",
      told: "表格的行左右不齐",
    },
    "w:gridAfter": {
      xml: '<w:gridAfter w:val="1"/>',
      body: "| 县区 | 件数 |  |\n| --- | --- | --- |\n| 祁阳 | 24 |  |",
      told: "表格的行左右不齐",
    },
    "w:ins": { xml: `<w:ins ${revised}/>`, body: whole },
    "w:del": { xml: `<w:del ${revised}/>`, body: "| 县区 | 件数 |\n| --- | --- |" },
  },
  cellProperties: {
    "w:gridSpan": {
      xml: '<w:gridSpan w:val="2"/>',
      body: "| 县区 | 件数 |  |\n| --- | --- | --- |\n| 祁阳 | 24 |  |",
      told: "表格有合并的单元格",
    },
    "w:vMerge": { xml: "<w:vMerge/>", body: `${cells}| 祁阳 |  |`, told: "合并的单元格里被盖住的字没有带入：“24”" },
    "w:hMerge": { xml: "<w:hMerge/>", body: `${cells}| 祁阳 |  |`, told: "合并的单元格里被盖住的字没有带入：“24”" },
    "w:cellIns": { xml: `<w:cellIns ${revised}/>`, body: whole },
    "w:cellDel": { xml: `<w:cellDel ${revised}/>`, body: `${cells}| 祁阳 |  |` },
  },
  fieldKinds: {
    EQ: { xml: field("EQ \\o\\ac(○,12)"), body: "前⑫后。" },
    SYMBOL: { xml: field('SYMBOL 254 \\f "Wingdings" \\s 12'), body: "前☑后。" },
    FORMDROPDOWN: {
      xml: field(
        "FORMDROPDOWN",
        "",
        '<w:ffData><w:ddList><w:default w:val="1"/><w:listEntry w:val="属实"/><w:listEntry w:val="不属实"/></w:ddList></w:ffData>',
      ),
      body: "前不属实后。",
    },
    FORMCHECKBOX: {
      xml: field(
        "FORMCHECKBOX",
        "",
        '<w:ffData><w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox></w:ffData>',
      ),
      body: "前□后。",
    },
    FORMTEXT: {
      xml: field("FORMTEXT", "", '<w:ffData><w:textInput><w:default w:val="无"/></w:textInput></w:ffData>'),
      body: "前无后。",
      told: "表单里默认的字照样带入了",
    },
    LISTNUM: { xml: field("LISTNUM \\s 3"), body: "前3)后。", told: "域里的编号是推算的" },
    MACROBUTTON: {
      xml: field("MACROBUTTON NoMacro [姓名]"),
      body: "前[姓名]后。",
      told: "点一下才填写的提示文字照样带入了",
    },
    GOTOBUTTON: { xml: field("GOTOBUTTON x 见下页"), body: "前见下页后。", told: "点一下才填写的提示文字照样带入了" },
    QUOTE: { xml: field('QUOTE "引文"'), body: "前引文后。" },
  },
};

const vocabularies: Readonly<Record<string, Vocabulary>> = {
  ...{ runContents, runProperties, paragraphContents, paragraphProperties, bodyContents, controlProperties },
  ...{ tableContents, tableProperties, rowContents, rowProperties, cellProperties, fieldKinds },
};

/** A field with a result; any other element bare, with its words where it may hold some. */
function plainly(context: string, name: string): string {
  if (context === "fieldKinds") return field(name, "12月1日");
  return element(name);
}

describe.each(Object.keys(vocabularies))("%s", (context) => {
  const vocabulary = vocabularies[context] ?? {};
  const setting = settings[context] ?? ((xml: string) => xml);

  test("what is without effect leaves the article as it is without it", async () => {
    const plain = await outcome(setting(""));
    for (const [name, fate] of Object.entries(vocabulary))
      if (fate.kind === "inert") {
        const xml = plainly(context, name);
        const without = context === "fieldKinds" ? await outcome(setting(run("12月1日"))) : plain;
        expect([name, await outcome(setting(xml))]).toEqual([name, without]);
      }
  });

  test("what is told is told, where it applies", async () => {
    for (const [name, fate] of Object.entries(vocabulary))
      if (fate.kind === "reported") {
        const { remarks } = await outcome(setting(plainly(context, name)));
        expect([name, remarks.filter((remark) => remark.startsWith(fate.message))]).toEqual([
          name,
          [expect.any(String)],
        ]);
      }
  });

  test("what is carried stands in the article as promised", async () => {
    const examples = carriedSo[context] ?? {};
    const carried = Object.entries(vocabulary).filter(([, { kind }]) => kind === "carried");
    for (const [name] of carried) {
      const example =
        examples[name] ??
        (context === "fieldKinds" ? { xml: field(name, "12月1日"), body: "前12月1日后。" } : undefined);
      expect([name, example]).not.toEqual([name, undefined]);
      const { body, remarks } = await outcome(setting(example?.xml ?? ""));
      expect([name, body]).toEqual([name, example?.body]);
      if (example?.told !== undefined)
        expect([name, remarks.join("\n")]).toEqual([name, expect.stringContaining(example.told)]);
    }
    expect(Object.keys(examples).filter((name) => vocabulary[name]?.kind !== "carried")).toEqual([]);
  });
});

test.each(Object.keys(settings).filter((context) => !["fieldKinds", "controlProperties"].includes(context)))(
  "in %s an element that is not in the list is told of, with its words",
  async (context) => {
    const contents = context.endsWith("Contents");
    const inside = context === "runContents" ? "<w:t>陌生的字</w:t>" : paragraph("陌生的字");
    const { remarks } = await outcome(settings[context]?.(`<w:strange>${contents ? inside : ""}</w:strange>`) ?? "");
    expect(remarks.join("\n")).toMatch(/有不认识的内容（w:strange）没有带入|有一种格式不认识（w:strange），没有带入/);
    if (contents) expect(remarks.join("\n")).toContain("陌生的字");
  },
);

test("a field of a kind that is not known shows its result; without one it is told with its code", async () => {
  const { body, remarks } = await outcome(
    paragraph(field("STRANGE x", "结果") + run("，") + field("STRANGE y") + run("。")),
  );
  expect(body).toBe("结果，。");
  expect(remarks).toEqual([expect.stringMatching(/^域没有结果，没有带入，请补上：“STRANGE y”/)]);
});
