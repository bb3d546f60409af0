/** The elements in tables (w:tbl), rows and cells, and in their properties. */

import { carried, each, inert, isOn, isShaded, reported } from "./fate.ts";
import type { Vocabulary } from "./fate.ts";

const look = inert("简报的表格有自己的样子");
const mark = inert("只是标记，本身没有文字");
const revision = inert("修订，另行列出");

const between: Vocabulary = {
  ...each("w:sdt w:sdtContent w:customXml w:ins w:del w:moveFrom w:moveTo", carried("里面的行和格")),
  ...each("w:sdtPr w:sdtEndPr w:customXmlPr", mark),
  ...each("w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd w:proofErr w:permStart w:permEnd", mark),
  ...each("w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd", mark),
  ...each("w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd", mark),
};

export const tableContents: Vocabulary = {
  ...between,
  "w:tblPr": carried("见 tableProperties"),
  "w:tblGrid": look,
  "w:tr": carried("行"),
};

export const rowContents: Vocabulary = {
  ...between,
  "w:tblPrEx": look,
  "w:trPr": carried("见 rowProperties"),
  "w:tc": carried("格"),
};

export const tableProperties: Vocabulary = {
  "w:bidiVisual": reported("表格的列是从右向左排的，带入的次序相反，请核对", isOn),
  "w:tblCaption": reported("表格的替代文字没有带入", ({ attributes }) => (attributes["w:val"] ?? "") !== ""),
  "w:tblDescription": reported("表格的替代文字没有带入", ({ attributes }) => (attributes["w:val"] ?? "") !== ""),
  "w:tblPrChange": revision,
  ...each("w:tblStyle w:tblpPr w:tblOverlap w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc", look),
  ...each("w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook", look),
};

export const rowProperties: Vocabulary = {
  "w:gridBefore": carried("行首空着的列"),
  "w:gridAfter": carried("行末空着的列"),
  "w:hidden": reported("表格里设为隐藏的行照样带入了，请核对", isOn),
  "w:trHeight": reported(
    "表格里行高压得很小、看不见的行照样带入了，请核对",
    ({ attributes }) => attributes["w:hRule"] === "exact" && Number(attributes["w:val"] ?? "400") < 80,
  ),
  ...each("w:ins w:del", carried("修订，另行列出")),
  "w:trPrChange": revision,
  ...each("w:cnfStyle w:divId w:wBefore w:wAfter w:cantSplit w:tblHeader w:tblCellSpacing w:jc", look),
};

export const cellProperties: Vocabulary = {
  "w:gridSpan": carried("占几列，拆开后空着"),
  "w:vMerge": carried("与上一格合并，拆开后空着"),
  "w:hMerge": carried("与左边一格合并，拆开后空着"),
  ...each("w:cellIns w:cellDel", carried("修订，另行列出")),
  "w:cellMerge": reported("修订里合并或拆开的单元格，请核对"),
  "w:shd": reported("单元格的底纹没有带入", isShaded),
  "w:tcBorders": reported("单元格里的斜线没有带入", ({ children }) =>
    children.some((line) => typeof line !== "string" && /^w:t[lr]2b[lr]$/.test(line.name) && isOn(line)),
  ),
  "w:textDirection": reported(
    "竖排的文字改成了横排",
    ({ attributes }) => !/^(?:lrTb|lrTbV|tb)$/.test(attributes["w:val"] ?? "tb"),
  ),
  "w:tcPrChange": revision,
  ...each("w:cnfStyle w:tcW w:noWrap w:tcMar w:tcFitText w:vAlign w:hideMark w:headers", look),
};
