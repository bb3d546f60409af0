/**
 * Kinds of Word files that others write, each as small as can be and written by hand: whatever changes what a reader sees of it
 * stands in the article, or is told with its words.
 */

import { expect, test } from "vitest";
import { importArticle } from "../../../src/intake/word/article/article.ts";
import { readWord } from "../../../src/intake/word/read/read-word.ts";
import { docx, paragraph, picture, run } from "../../support/docx.ts";
import type { Parts } from "../../support/docx.ts";

const centred = '<w:jc w:val="center"/>';
const title = paragraph(run("标题在此", '<w:sz w:val="44"/>'), centred);
const png = Buffer.from("89504e470d0a1a0a", "hex");
const by = 'w:id="1" w:author="李" w:date="2020-11-01T00:00:00Z"';

const cell = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
const row = (...texts: readonly string[]): string => `<w:tr>${texts.map((text) => cell(text)).join("")}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;
const edge = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const field = (code: string, result?: string): string =>
  `${edge("begin")}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${result === undefined ? "" : edge("separate") + result}${edge("end")}`;
const drawing = (inside: string): string => `<w:r><w:drawing><wp:inline>${inside}</wp:inline></w:drawing></w:r>`;
const box = (content: string): string =>
  `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
const math = (inside: string): string => `<m:oMath>${inside}</m:oMath>`;
const letter = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const level = (format: string, text: string, rest = ""): string =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/>${format.startsWith("<") ? format : `<w:numFmt w:val="${format}"/>`}<w:lvlText w:val="${text}"/>${rest}</w:lvl>`;
const list = (...levels: readonly string[]): Omit<Parts, "body"> => ({
  numbering: `<w:abstractNum w:abstractNumId="1">${levels.join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
});
const item = (text: string, at = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);
/** Words in a line of others. */
const among = (xml: string): string => paragraph(run("前12") + xml + run("56后。"));
/** The figures 34 of this look in a line of others. */
const look = (properties: string, text = "34"): string => among(run(text, properties));
const blip = (inside: string): string =>
  drawing(`<pic:pic><pic:blipFill><a:blip r:embed="rPic0">${inside}</a:blip></pic:blipFill></pic:pic>`);
const media = { media: { "a.png": png } };
const custom = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>';

type Kind = readonly [what: string, xml: string, body: string, told?: string | undefined, parts?: Omit<Parts, "body">];

const runs: readonly Kind[] = [
  ["hidden words", look("<w:vanish/>"), "前1256后。", "隐藏的文字没有带入：“34”"],
  ["capitals", look("<w:caps/>", "pm"), "前12PM56后。"],
  ["small capitals", look("<w:smallCaps/>", "pm"), "前12PM56后。"],
  ["dots of emphasis", look('<w:em w:val="underDot"/>'), "前123456后。", "着重号没有带入：“34”"],
  ["words crossed out twice", look("<w:dstrike/>"), "前1256后。", "划掉的字（有删除线）没有带入：“34”"],
  ["strike turned off", look('<w:strike w:val="0"/>'), "前123456后。"],
  ["figures raised", look('<w:position w:val="6"/>'), "前12³⁴56后。"],
  [
    "figures lowered by a point",
    look('<w:position w:val="-2"/>'),
    "前123456后。",
    "升高或降低的字写成了一般的字：“34”",
  ],
  ["a word raised", look('<w:position w:val="6"/>', "注"), "前12注56后。", "升高或降低的字写成了一般的字：“注”"],
  ["a tint of black", look('<w:color w:val="0D0D0D" w:themeColor="text1" w:themeTint="F2"/>'), "前123456后。"],
  [
    "white words",
    look('<w:color w:val="FFFFFF" w:themeColor="background1"/>'),
    "前1256后。",
    "白色的字在白纸上看不见，没有带入：“34”",
  ],
  [
    "the theme's white made grey",
    look('<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="80"/>'),
    "前123456后。",
    "字的颜色没有带入：“34”",
  ],
  [
    "white on a white highlight",
    look('<w:color w:val="FFFFFF"/><w:highlight w:val="white"/>'),
    "前1256后。",
    "白色的字在白纸上看不见，没有带入：“34”",
  ],
  [
    "white on black",
    look('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'),
    "前123456后。",
    "底色上的白字写成了一般的字：“34”",
  ],
  [
    "letters without a fill",
    look("<w14:textFill><w14:noFill/></w14:textFill>"),
    "前1256后。",
    "没有颜色的字看不见，没有带入：“34”",
  ],
  [
    "letters with a white fill",
    look('<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>'),
    "前1256后。",
    "白色的字在白纸上看不见，没有带入：“34”",
  ],
  [
    "letters with the theme's black, as WPS writes them",
    look(
      '<w:color w:val="FF0000"/><w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"/></w14:solidFill></w14:textFill>',
    ),
    "前123456后。",
  ],
  [
    "letters with the theme's black a little lighter, as WPS writes them",
    look(
      '<w:color w:val="262626"/><w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"><w14:lumMod w14:val="85000"/></w14:schemeClr></w14:solidFill></w14:textFill>',
    ),
    "前123456后。",
  ],
  [
    "letters shading from colour to colour",
    look("<w14:textFill><w14:gradFill/></w14:textFill>"),
    "前123456后。",
    "字的颜色没有带入：“34”",
  ],
  ["type of 1 point", look('<w:sz w:val="2"/>'), "前1256后。", "小得看不见的字（1 磅）没有带入：“34”"],
  ["type of 3 points", look('<w:sz w:val="6"/>'), "前123456后。", "小得难以看清的字照样带入了，请核对：“34”"],
  [
    "letters pressed together",
    look('<w:w w:val="5"/>'),
    "前123456后。",
    "压得很窄、难以看清的字照样带入了，请核对：“34”",
  ],
  ["letters a little narrower", look('<w:w w:val="66"/><w:fitText w:val="600" w:id="9"/>'), "前123456后。"],
  [
    "letters one over the other",
    look('<w:spacing w:val="-400"/>'),
    "前123456后。",
    "字距太紧、叠在一起的字照样带入了，请核对：“34”",
  ],
  [
    "two lines in one, in brackets",
    look('<w:eastAsianLayout w:combine="1" w:combineBrackets="round"/>'),
    "前123456后。",
    "双行合一、纵横混排的字排成了一行（外加的括号没有了），请核对：“34”",
  ],
  [
    "across in a column",
    look('<w:eastAsianLayout w:vert="true" w:vertCompress="1"/>'),
    "前123456后。",
    "双行合一、纵横混排的字排成了一行",
  ],
  ["underlined words", look('<w:u w:val="words"/>'), "前123456后。", "下划线没有带入：“34”"],
  [
    "an underlined blank to be filled in",
    look('<w:u w:val="single"/>', "    "),
    "前12    56后。",
    "有下划线的空白（像是待填的）没有带入，请补上",
  ],
  ["from right to left", look("<w:rtl/>"), "前123456后。", "从右向左排的字，请核对次序：“34”"],
  ["letters of a font of symbols", look('<w:rFonts w:ascii="Symbol"/>', "ab"), "前12αβ56后。"],
  [
    "a font of symbols that is not known",
    look('<w:rFonts w:ascii="Wingdings 3"/>'),
    "前12〓〓56后。",
    "有一个符号字体里的字认不出来，写成了“〓”",
  ],
];

const contents: readonly Kind[] = [
  [
    "a ticked box",
    paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("属实")),
    "☑属实",
    "“☑”多数公文字体里没有，印不出来，请改成“√”",
  ],
  [
    "a reading above its character",
    among(
      "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>líng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>零</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    ),
    "前12零56后。",
    "注音没有带入：“零（líng）”",
  ],
  ["a hyphen that does not break, one that may", among("<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>"), "前12-56后。"],
  [
    "figures at both sides of a tab with dots",
    paragraph(
      `${run("12")}<w:r><w:tab/></w:r>${run("34")}`,
      '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs>',
    ),
    "12　34",
  ],
  ["a new page within a paragraph", among('<w:r><w:br w:type="page"/></w:r>'), "前12\\\n56后。"],
  ["a new column within a paragraph", among('<w:r><w:br w:type="column"/></w:r>'), "前12\\\n56后。"],
  ["a new line in the file itself", among('<w:r><w:t xml:space="preserve">3\n4</w:t></w:r>'), "前123 456后。"],
  ["the page's number", among("<w:r><w:pgNum/></w:r>"), "前1256后。", "自动的页码没有带入"],
  [
    "words turned around",
    among(`<w:bdo w:val="rtl">${run("34")}</w:bdo>`),
    "前123456后。",
    "从右向左排的字，请核对次序：“34”",
  ],
  [
    "words in a smart tag and in custom XML",
    among(
      `<w:smartTag w:element="date"><w:smartTagPr><w:attr w:name="y" w:val="1"/></w:smartTagPr>${run("3")}</w:smartTag><w:customXml w:element="x">${run("4")}</w:customXml>`,
    ),
    "前123456后。",
  ],
  ["a link", among(`<w:hyperlink w:anchor="x" w:tooltip="提示">${run("34")}</w:hyperlink>`), "前123456后。"],
  [
    "a footnote with a mark of its own",
    among('<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'),
    "前12*56后。",
    "脚注没有带入：“注文3件”",
    { footnotes: `<w:footnote w:id="2">${paragraph("注文3件")}</w:footnote>` },
  ],
  ["handwriting", among('<w:r><w:contentPart r:id="x"/></w:r>'), "前1256后。", "手写的墨迹没有带入"],
  [
    "words of another kind of markup",
    among('<z:t xmlns:z="urn:z"><w:t>陌生</w:t></z:t>'),
    "前1256后。",
    "有不认识的内容（z:t）没有带入：“陌生”",
  ],
];

const formulas: readonly Kind[] = [
  [
    "a fraction",
    among(math(`<m:f><m:num>${letter("1")}</m:num><m:den>${letter("2")}</m:den></m:f>`)),
    "前12½56后。",
    "公式写成了一行文字，请核对：“½”",
  ],
  [
    "two numbers one over the other without a bar",
    among(
      math(
        `<m:f><m:fPr><m:type m:val="noBar"/></m:fPr><m:num>${letter("5")}</m:num><m:den>${letter("2")}</m:den></m:f>`,
      ),
    ),
    "前1256后。",
    "公式没有带入：“(5/2)”",
  ],
  [
    "equations one below the other",
    among(math(`<m:eqArr><m:e>${letter("x=1")}</m:e><m:e>${letter("y=2")}</m:e></m:eqArr>`)),
    "前1256后。",
    "公式没有带入：“x=1y=2”",
  ],
  [
    "a sum",
    among(math(`<m:nary><m:sub>${letter("i")}</m:sub><m:sup>${letter("n")}</m:sup><m:e>${letter("x")}</m:e></m:nary>`)),
    "前1256后。",
    "公式没有带入：“i n x”",
  ],
  [
    "a formula partly crossed out",
    among(math(`<m:r><w:rPr><w:strike/></w:rPr><m:t>99</m:t></m:r>${letter("x+1")}`)),
    "前1256后。",
    "公式没有带入：“99x+1”",
  ],
  [
    "a formula partly deleted",
    among(math(`<w:del ${by}>${letter("99")}</w:del>${letter("x+1")}`)),
    "前12x+156后。",
    "公式写成了一行文字，请核对：“x+1”",
  ],
  [
    "a formula with a hidden part",
    among(math(`<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e>${letter("99")}</m:e></m:phant>`)),
    "前1256后。",
    "公式没有带入：“99”",
  ],
  ["an equation field", among(field("EQ \\f(1,2)")), "前12½56后。"],
  [
    "an equation field with two scripts in one place",
    among(field("EQ \\o(\\s\\up 5(2),\\s\\do 5(1))")),
    "前1256后。",
    "域没有结果，没有带入，请补上：“EQ \\o(\\s\\up 5(2),\\s\\do 5(1))”",
  ],
  [
    "an equation field of an array",
    among(field("EQ \\a\\al(12,34)")),
    "前1256后。",
    "域没有结果，没有带入，请补上：“EQ \\a\\al(12,34)”",
  ],
];

const fields: readonly Kind[] = [
  ["a cross-reference", among(field("REF _Ref1 \\h", run("表1"))), "前12表156后。"],
  [
    "a cross-reference that is not worked out",
    among(field("REF _Ref1 \\h")),
    "前1256后。",
    "域没有结果，没有带入，请补上：“REF _Ref1 \\h”",
  ],
  [
    "a page of the Word file",
    among(field("PAGEREF _Ref1", run("3"))),
    "前12356后。",
    "域里的页码、页数是 Word 文件的，与印出来的不同，请改正：“3”",
  ],
  [
    "how many pages the Word file has",
    among(field("NUMPAGES", run("7"))),
    "前12756后。",
    "域里的页码、页数是 Word 文件的，与印出来的不同，请改正：“7”",
  ],
  ["a day that moves on", among(field('DATE \\@ "yyyy"', run("2020年"))), "前122020年56后。", "日期是自动更新的域"],
  ["the day on which it was saved", among(field("SAVEDATE", run("2020年"))), "前122020年56后。", "日期是自动更新的域"],
  [
    "a name that mail merge would fill in",
    among(field("MERGEFIELD 姓名", run("«姓名»"))),
    "前12«姓名»56后。",
    "邮件合并的域没有填，里面的名称照样带入了，请改正：“«姓名»”",
  ],
  [
    "a caption that counts itself",
    paragraph(run("表") + field("SEQ 表", run("1")) + run(" 情况"), centred) + table(row("县", "数"), row("甲", "1")),
    "表1 情况\n\n| 县 | 数 |\n| --- | --- |\n| 甲 | 1 |",
  ],
  [
    "a result that is hidden",
    among(field("REF x", run("34", "<w:vanish/>"))),
    "前1256后。",
    "隐藏的文字没有带入：“34”",
  ],
  [
    "a field deleted under tracking",
    among(
      `<w:del ${by}>${edge("begin")}<w:r><w:delInstrText> PAGE </w:delInstrText></w:r>${edge("separate")}<w:r><w:delText>3</w:delText></w:r>${edge("end")}</w:del>`,
    ),
    "前1256后。",
  ],
  [
    "a condition with a field in it",
    among(
      `${edge("begin")}<w:r><w:instrText> IF </w:instrText></w:r>${field("MERGEFIELD x", run("1"))}<w:r><w:instrText> = 1 "甲" "乙" </w:instrText></w:r>${edge("separate")}${run("甲")}${edge("end")}`,
    ),
    "前12甲56后。",
  ],
];

const controls: readonly Kind[] = [
  [
    "a box to tick",
    among(control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run("☒"))),
    "前12☒56后。",
    "“☒”多数公文字体里没有，印不出来，请改成“×”或“√”",
  ],
  [
    "a choice not made",
    among(control("<w:showingPlcHdr/><w:dropDownList/>", run("选择一项"))),
    "前1256后。",
    "没有填写的内容控件，里面的提示文字没有带入：“选择一项”",
  ],
  [
    "words bound to data",
    among(control('<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>', run("34"))),
    "前123456后。",
  ],
  [
    "a row in a control that repeats",
    table(row("甲", "1"), control("<w15:repeatingSection/>", control("<w15:repeatingSectionItem/>", row("乙", "3")))),
    "| 甲 | 1 |\n| --- | --- |\n| 乙 | 3 |",
  ],
  [
    "a cell that nobody filled in",
    table(`<w:tr>${cell("甲")}${control("<w:showingPlcHdr/>", cell("请填写数字"))}</w:tr>`, row("乙", "3")),
    "| 甲 |  |\n| --- | --- |\n| 乙 | 3 |",
    "没有填写的内容控件，里面的提示文字没有带入：“请填写数字”",
  ],
  ["a picture in a control", paragraph(control("<w:picture/>", picture("rPic0"))), "![](图1.png)", undefined, media],
];

const paragraphs: readonly Kind[] = [
  [
    "numbers of headings",
    item("抓落实") + item("抓整改"),
    "### 一、抓落实\n\n### 二、抓整改",
    "自动编号写成了文字，请核对，共 2 处",
    list(level("chineseCounting", "%1、")),
  ],
  [
    "numbers of articles of a rule",
    item("为了规范。"),
    "第一条为了规范。",
    "自动编号写成了文字",
    list(level("chineseCountingThousand", "第%1条")),
  ],
  ["a number right before a figure", item("3件"), "1 3件", "自动编号写成了文字", list(level("decimal", "%1"))],
  ["numbers of three digits", item("甲。"), "001.甲。", "自动编号写成了文字", list(level(custom, "%1."))],
  [
    "numbers of three digits, with others for old programs",
    item("甲。"),
    "001.甲。",
    undefined,
    list(
      level(
        `<mc:AlternateContent><mc:Choice Requires="w14">${custom}</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>`,
        "%1.",
      ),
    ),
  ],
  [
    "numbers in English words",
    item("甲。"),
    "1 甲。",
    "有一种编号（cardinalText）不认识，写成了 1、2、3，请核对",
    list(level("cardinalText", "%1")),
  ],
  [
    "numbers in capitals by their look",
    item("甲。"),
    "A.甲。",
    undefined,
    list(level("lowerLetter", "%1.", "<w:rPr><w:caps/></w:rPr>")),
  ],
  [
    "numbers in white",
    item("甲。"),
    "甲。",
    "隐藏的编号“1.”没有带入",
    list(level("decimal", "%1.", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')),
  ],
  [
    "numbers raised",
    item("甲。"),
    "1 甲。",
    "编号是上标或下标，写成了一般的字",
    list(level("decimal", "%1", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')),
  ],
  ["a bullet that is a word", item("甲。"), "注：甲。", undefined, list(level("bullet", "注："))],
  [
    "a bullet that is a ticked box",
    item("甲。"),
    "☑甲。",
    undefined,
    list(level("bullet", "&#xF0FE;", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')),
  ],
  [
    "a bullet that is a bullet",
    item("甲。"),
    "- 甲。",
    "项目符号不带入，成为列表的一项",
    list(level("bullet", "l", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')),
  ],
  ["a border that is none", paragraph("甲。", '<w:pBdr><w:top w:val="nil"/></w:pBdr>'), "甲。"],
  [
    "a frame by its style",
    paragraph("框里的字", '<w:pStyle w:val="F"/>') + paragraph("正文。"),
    "框里的字\n\n正文。",
    "图文框里的文字在 Word 里另放一处",
    {
      styles:
        '<w:style w:type="paragraph" w:styleId="F"><w:name w:val="F"/><w:pPr><w:framePr w:w="2000"/></w:pPr></w:style>',
    },
  ],
  [
    "a large first letter before a table",
    paragraph("零", '<w:framePr w:dropCap="drop"/>') + table(row("甲", "1"), row("乙", "2")),
    "零\n\n| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |",
  ],
  [
    "a large first letter before a bookmark",
    `${paragraph("零", '<w:framePr w:dropCap="drop"/>')}<w:bookmarkStart w:id="1" w:name="x"/>${paragraph("陵区。")}`,
    "零陵区。",
  ],
  [
    "a heading that is folded",
    paragraph("标题一", '<w:outlineLvl w:val="0"/><w15:collapsed/>') + paragraph("正文。"),
    "### 标题一\n\n正文。",
  ],
  ["two columns", paragraph("左。", '<w:sectPr><w:cols w:num="2"/></w:sectPr>') + paragraph("右。"), "左。\n\n右。"],
  ["a paragraph from right to left", paragraph("甲。", "<w:bidi/>"), "甲。", "从右向左排的段落，请核对次序"],
  [
    "a web page put in whole",
    '<w:altChunk r:id="rOther0"/>',
    "",
    "插入的整个文件没有带进来，请在 Word 里打开另存一次：“另有7件”",
    { others: { "c.html": ["aFChunk", "<html><p>另有7件</p></html>"] } },
  ],
  [
    "an end deleted under tracking",
    paragraph(run("前"), `<w:rPr><w:del ${by}/></w:rPr>`) + paragraph("后。"),
    "前后。",
  ],
];

const tables: readonly Kind[] = [
  [
    "a hidden row",
    table(row("甲", "1"), `<w:tr><w:trPr><w:hidden/></w:trPr>${cell("乙")}${cell("2")}</w:tr>`),
    "| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |",
    "表格里设为隐藏的行照样带入了，请核对：“乙 2”",
  ],
  [
    "a row too low to be seen",
    table(
      row("甲", "1"),
      `<w:tr><w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr>${cell("乙")}${cell("2")}</w:tr>`,
    ),
    "| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |",
    "表格里行高压得很小、看不见的行照样带入了，请核对：“乙 2”",
  ],
  [
    "cells merged downwards",
    table(
      row("甲", "1"),
      `<w:tr>${cell("乙", '<w:vMerge w:val="restart"/>')}${cell("2")}</w:tr>`,
      `<w:tr>${cell(paragraph(""), "<w:vMerge/>")}${cell("3")}</w:tr>`,
    ),
    "| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |\n|  | 3 |",
    "表格有合并的单元格",
  ],
  [
    "words set downwards",
    table(`<w:tr>${cell("乙", '<w:textDirection w:val="tbRlV"/>')}${cell("2")}</w:tr>`, row("3", "4")),
    "| 乙 | 2 |\n| --- | --- |\n| 3 | 4 |",
    "竖排的文字改成了横排：“乙”",
  ],
  [
    "a table in a cell",
    table(
      `<w:tr>${cell(paragraph("外24") + table(row("内", "44"), row("乙", "5")) + paragraph("8"))}${cell("18")}</w:tr>`,
      row("3", "4"),
    ),
    "| 外24　内　44　乙　5　8 | 18 |\n| --- | --- |\n| 3 | 4 |",
    "表格里还有表格，只留下了文字：“外24 内 44 乙 5 8”",
  ],
  [
    "a hidden row of a table in a cell",
    table(
      `<w:tr>${cell(table(row("内", "44"), `<w:tr><w:trPr><w:hidden/></w:trPr>${cell("丙")}</w:tr>`))}${cell("18")}</w:tr>`,
      row("3", "4"),
    ),
    "| 内　44　丙 | 18 |\n| --- | --- |\n| 3 | 4 |",
    "表格里设为隐藏的行照样带入了，请核对：“丙”",
  ],
  [
    "columns from right to left",
    `<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>${row("甲", "1")}${row("乙", "2")}</w:tbl>`,
    "| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |",
    "表格的列是从右向左排的",
  ],
  [
    "words for those who cannot see the table",
    `<w:tbl><w:tblPr><w:tblCaption w:val="各县区"/></w:tblPr>${row("甲", "1")}${row("乙", "2")}</w:tbl>`,
    "| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |",
    "表格的替代文字没有带入：“各县区”",
  ],
  [
    "a cell merged under tracking",
    table(
      `<w:tr>${cell(paragraph(`${run("1")}<w:ins ${by}>${run("2")}</w:ins>`))}${cell("5", `<w:cellMerge ${by} w:vMerge="cont"/>`)}</w:tr>`,
      row("3", "4"),
    ),
    "| 12 | 5 |\n| --- | --- |\n| 3 | 4 |",
    "修订里合并或拆开的单元格，请核对：“5”",
  ],
];

const drawings: readonly Kind[] = [
  [
    "a text box for new and for old programs",
    among(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph("框里3件")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph("框里3件")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    "前1256后。\n\n框里3件",
    "文本框里的文字移到了这一段后面",
  ],
  ["a text box in a text box", among(box(paragraph(run("外") + box(paragraph("内"))))), "前1256后。\n\n外\n\n内"],
  [
    "a table in a text box",
    among(box(table(row("甲", "1"), row("乙", "2")))),
    "前1256后。\n\n| 甲 | 1 |\n| --- | --- |\n| 乙 | 2 |",
  ],
  [
    "words on a canvas",
    among(drawing("<a:txBody><a:p><a:r><a:t>画布字</a:t></a:r></a:p></a:txBody>")),
    "前1256后。",
    "图形里的文字没有带入：“画布字”",
  ],
  [
    "a line across the words",
    among('<w:r><w:pict><v:line from="0,0" to="1,1"/></w:pict></w:r>'),
    "前1256后。",
    "图形没有带入",
  ],
  [
    "a sheet of Excel",
    among(
      '<w:r><w:object><v:shape><v:imagedata r:id="rPic0"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
    ),
    "前1256后。",
    "嵌入的文件（Excel.Sheet.12）没有带入",
    media,
  ],
  [
    "a picture cut",
    paragraph(
      drawing('<pic:pic><pic:blipFill><a:blip r:embed="rPic0"/><a:srcRect l="10000"/></pic:blipFill></pic:pic>'),
    ),
    "![](图1.png)",
    "图片在 Word 里裁剪过",
    media,
  ],
  [
    "a picture cut to a shape",
    paragraph(
      drawing(
        '<pic:pic><pic:blipFill><a:blip r:embed="rPic0"/></pic:blipFill><pic:spPr><a:prstGeom prst="ellipse"/></pic:spPr></pic:pic>',
      ),
    ),
    "![](图1.png)",
    "图片在 Word 里裁剪过",
    media,
  ],
  [
    "a picture made pale",
    paragraph(blip('<a:lum bright="70000"/>')),
    "![](图1.png)",
    "图片在 Word 里调过颜色或效果",
    media,
  ],
  [
    "a picture as it is",
    paragraph(blip('<a:lum bright="0"/><a:alphaModFix amt="100000"/><a:extLst/>')),
    "![](图1.png)",
    undefined,
    media,
  ],
  [
    "a picture that is a link",
    paragraph(drawing('<wp:docPr id="1" name="n"><a:hlinkClick r:id="r"/></wp:docPr><a:blip r:embed="rPic0"/>')),
    "![](图1.png)",
    "图片上的链接没有带入",
    media,
  ],
  [
    "a picture that is elsewhere",
    among(drawing('<a:blip r:link="nope"/>')),
    "前1256后。",
    "图片是链接到别处的，文件里没有，没有带进来",
  ],
  [
    "a hidden picture",
    among(drawing('<wp:docPr id="1" name="n" hidden="1"/><a:blip r:embed="rPic0"/>')),
    "前1256后。",
    "隐藏的图形没有带入",
    media,
  ],
  [
    "ink with a picture of it",
    paragraph(
      '<w:r><mc:AlternateContent><mc:Choice Requires="wpi"><w:drawing/></mc:Choice><mc:Fallback><w:drawing><a:blip r:embed="rPic0"/></w:drawing></mc:Fallback></mc:AlternateContent></w:r>',
    ),
    "![](图1.png)",
    undefined,
    media,
  ],
];

const kinds = { runs, contents, formulas, fields, controls, paragraphs, tables, drawings };

for (const [group, all] of Object.entries(kinds))
  for (const [what, xml, body, told, parts = {}] of all)
    test(`${group}: ${what}`, async () => {
      const { text, remarks } = await imported({ body: title + xml, ...parts });
      expect(text.replace(/^---[\s\S]*?---\n+/, "").trim()).toBe(body);
      if (told !== undefined) expect(remarks.join("\n")).toContain(told);
      else expect(remarks.join("\n")).not.toContain("没有带入");
    });

test.each([
  ["a year", paragraph("2020"), ["2020"]],
  ["a picture", paragraph(drawing("<a:blip r:embed='r1'/>")), ["〔图片〕"]],
  ["a watermark", paragraph('<w:r><w:pict><v:textpath string="机密"/></w:pict></w:r>'), ["〔艺术字〕机密"]],
  ["the page's number", paragraph(run("— ") + field("PAGE", run("1")) + run(" —")), []],
  [
    "page and pages",
    paragraph(run("第") + field("PAGE", run("1")) + run("页，共") + field("NUMPAGES", run("9")) + run("页")),
    [],
  ],
] as const)("a footer with %s", async (_, footer, words) => {
  const { remarks } = await imported({ body: title + paragraph("正文。"), footer });
  expect(remarks).toEqual(words.map((text) => `页脚没有带入：“${text}”`));
});

test.each([
  ["张三", "作者: 张三"],
  ["抓落实 促整改", "作者: 抓落实 促整改"],
])("a short centred line below the title is taken for the author and told: %s", async (line, head) => {
  const { text, remarks } = await imported({ body: title + paragraph(line, centred) + paragraph("正文。") });
  expect(text).toContain(head);
  expect(remarks).toEqual([`标题下面居中的一行写成了作者，请核对：“${line}”`]);
});

async function imported(parts: Parts): Promise<{ text: string; remarks: readonly string[] }> {
  const request = { column: undefined, columns: ["动态"], fallbackTitle: "文件名", taken: [] };
  return importArticle(await readWord(docx(parts)), request);
}
