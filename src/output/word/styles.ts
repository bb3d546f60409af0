/** Named styles by role. */

import { AlignmentType, LineRuleType } from "docx";
import type { ICharacterStyleOptions, IParagraphStyleOptions } from "docx";
import type { FontRole } from "../../model/bulletin.ts";
import { sizes } from "../../document/sheet.ts";
import { stylePrefix } from "../../base/text/word-marks.ts";
import type { FontNames } from "./fonts.ts";
import { points } from "./geometry.ts";
import type { Geometry } from "./geometry.ts";

export const red = "FF0000";

type Align = "left" | "center" | "right" | "both";

interface StyleSketch {
  readonly name: string;
  readonly font?: FontRole;
  /** Points; the body's when not given. */
  readonly size?: number;
  readonly align?: Align;
  /** Characters that the first line is moved in. */
  readonly firstLine?: number;
  readonly color?: string;
  /** Lines of the grid before and after. */
  readonly before?: number;
  readonly after?: number;
  /** Twips, for lines that do not stand on the grid. */
  readonly line?: number;
  readonly outline?: number;
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
}

const text = { align: "both", firstLine: 2 } as const;
const foot = { size: sizes.foot, line: points(22) } as const;

const sketches = {
  text: { name: "正文", ...text },
  marking: { name: "密级", font: "黑体" },
  scope: { name: "刊名范围", font: "小标宋", align: "center", color: red },
  name: { name: "刊名", font: "小标宋", align: "center", color: red },
  number: { name: "期号", align: "center" },
  issuer: { name: "编发单位" },
  rule: { name: "线", size: 1, line: 20 },
  contentsTitle: { name: "目录标题", font: "黑体", align: "center", keepNext: true },
  contentsItem: { name: "目录" },
  column: { name: "栏目", font: "黑体", outline: 0, keepNext: true },
  title: {
    name: "标题",
    font: "小标宋",
    align: "center",
    after: 1,
    outline: 1,
    keepNext: true,
    keepLines: true,
  },
  subtitle: { name: "副标题", font: "楷体", align: "center", keepNext: true },
  note: { name: "按语", font: "楷体", ...text },
  heading0: { name: "小标题", font: "黑体", ...text, outline: 2, keepNext: true },
  heading1: { name: "一级标题", font: "黑体", ...text, outline: 2, keepNext: true },
  heading2: { name: "二级标题", font: "楷体", ...text, outline: 3, keepNext: true },
  heading3: { name: "三级标题", ...text, outline: 4, keepNext: true },
  heading4: { name: "四级标题", ...text, outline: 5, keepNext: true },
  letterTitle: { name: "信函标题", font: "黑体", align: "center", before: 1, after: 1, keepNext: true },
  salutation: { name: "称谓" },
  signature: { name: "落款", keepLines: true },
  credit: { name: "供稿", align: "right" },
  quotation: { name: "引文", font: "楷体", ...text },
  centred: { name: "居中", align: "center" },
  item: { name: "列表", ...text },
  picture: { name: "图片", align: "center", keepNext: true },
  caption: { name: "图题", font: "楷体", size: sizes.foot, align: "center", line: points(22) },
  tableTitle: { name: "表题", font: "楷体", size: sizes.foot, align: "center", line: points(22), keepNext: true },
  tableUnit: { name: "表单位", size: 12, align: "right", line: points(18), keepNext: true },
  tableHead: { name: "表头", font: "黑体", size: 12, align: "center", line: points(17) },
  tableText: { name: "表文", size: 12, align: "center", line: points(17) },
  tableNote: { name: "表注", size: 12, line: points(17) },
  imprint: { name: "版记", ...foot },
  folio: { name: "页码", font: "宋体", size: sizes.foot, line: points(sizes.foot) },
} as const satisfies Record<string, StyleSketch>;

export type StyleId = keyof typeof sketches;

/** Styles whose lines do not stand on the grid of 22. */
export const offGrid: readonly StyleId[] = [
  "scope",
  "name",
  ...(Object.keys(sketches) as StyleId[]).filter((id) => "line" in sketches[id] || id === "picture"),
];

/** `headline` is the size of titles, points. */
export function paragraphStyles(fonts: FontNames, geometry: Geometry, headline: number): IParagraphStyleOptions[] {
  return Object.entries<StyleSketch>(sketches).map(([id, sketch]) => {
    const size = id === "title" ? headline : (sketch.size ?? sizes.body);
    const { pitch } = geometry;
    return {
      id,
      name: stylePrefix + sketch.name,
      quickFormat: true,
      run: {
        font: fontOf(fonts[sketch.font ?? "仿宋"]),
        size: size * 2,
        ...(size === sizes.body ? { characterSpacing: -geometry.tighten } : {}),
        ...(sketch.color === undefined ? {} : { color: sketch.color }),
      },
      paragraph: {
        alignment: AlignmentType[alignments[sketch.align ?? "left"]],
        spacing: {
          line: sketch.line ?? pitch,
          // The library's own name for it, "exactly", is none of the standard's (ST_LineSpacingRule).
          lineRule: LineRuleType.EXACT,
          before: (sketch.before ?? 0) * pitch,
          after: (sketch.after ?? 0) * pitch,
        },
        ...(sketch.firstLine === undefined ? {} : { indent: { firstLine: sketch.firstLine * geometry.cell } }),
        ...(sketch.outline === undefined ? {} : { outlineLevel: sketch.outline }),
        ...(sketch.keepNext === true ? { keepNext: true } : {}),
        ...(sketch.keepLines === true ? { keepLines: true } : {}),
      },
    };
  });
}

const alignments = { left: "LEFT", center: "CENTER", right: "RIGHT", both: "BOTH" } as const;

/** For words within a paragraph: 一、 and （一） at its beginning, 按： of a note. */
export function characterStyles(fonts: FontNames): ICharacterStyleOptions[] {
  return [
    { id: "blackWords", name: `${stylePrefix}黑体字`, run: { font: fontOf(fonts.黑体) } },
    { id: "scriptWords", name: `${stylePrefix}楷体字`, run: { font: fontOf(fonts.楷体) } },
  ];
}

/** One face for all scripts: digits and quotation marks too are those of the Chinese face. */
export function fontOf(name: string): { ascii: string; hAnsi: string; eastAsia: string; cs: string; hint: string } {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" };
}
