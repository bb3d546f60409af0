/** The elements in paragraphs (w:p), between paragraphs, and in the properties of paragraphs (w:pPr). */

import { carried, each, inert, isOn, isShaded, reported } from "./fate.ts";
import type { Vocabulary } from "./fate.ts";

const mark = inert("只是标记，本身没有文字");
const ownSetting = inert("简报有自己的版式");

const ranges = each(
  "w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd w:permStart w:permEnd w:proofErr " +
    "w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd " +
    "w:customXmlMoveFromRangeStart w:customXmlMoveFromRangeEnd w:customXmlMoveToRangeStart w:customXmlMoveToRangeEnd " +
    "w14:customXmlConflictInsRangeStart w14:customXmlConflictInsRangeEnd w14:customXmlConflictDelRangeStart w14:customXmlConflictDelRangeEnd",
  mark,
);

/** Elements with the same treatment in paragraphs and between them. */
const anywhere: Vocabulary = {
  ...each("w:ins w:del w:moveFrom w:moveTo w14:conflictIns w14:conflictDel", carried("修订，另行列出")),
  ...each("w:bookmarkStart w:bookmarkEnd", carried("认出送审稿的段落")),
  ...each("w:commentRangeStart w:commentRangeEnd", carried("批注逐条列出")),
  "w:sdt": carried("里面的文字；没有填写的提示"),
  "w:sdtContent": carried("里面的文字"),
  "w:sdtPr": carried("见 controlProperties"),
  "w:sdtEndPr": inert("控件末尾的格式"),
  "w:customXml": carried("里面的文字"),
  "w:customXmlPr": mark,
  "mc:AlternateContent": carried("其中认识的一种"),
  "m:oMath": carried("能写成一行的写成文字，别的提示"),
  "m:oMathPara": carried("能写成一行的写成文字，别的提示"),
  ...ranges,
};

export const paragraphContents: Vocabulary = {
  ...anywhere,
  "w:pPr": carried("见 paragraphProperties"),
  "w:r": carried("见 runContents"),
  "w:hyperlink": carried("文字；网址另行提示"),
  "w:fldSimple": carried("域的结果"),
  "w:smartTag": carried("里面的文字"),
  "w:smartTagPr": mark,
  "w:dir": carried("里面的文字；从右向左排的提示"),
  "w:bdo": carried("里面的文字；从右向左排的提示"),
  "w:subDoc": reported("子文档没有带入，请打开它另行导入"),
};

export const bodyContents: Vocabulary = {
  ...anywhere,
  "w:p": carried("段落"),
  "w:tcPr": carried("见 cellProperties"),
  "w:tbl": carried("表格"),
  "w:altChunk": carried("插入的整个文件另行提示"),
  "w:sectPr": inert("纸张、分栏；页眉页脚另行提示"),
};

/** The properties of content controls (w:sdtPr). */
export const controlProperties: Vocabulary = {
  "w:showingPlcHdr": carried("没有填写的提示文字不带入，列出原文"),
  "w:docPartObj": carried("自动目录不带入，列出原文"),
  "w:docPartList": carried("自动目录不带入，列出原文"),
  ...each("w:alias w:tag w:id w:lock w:temporary w:placeholder w:dataBinding w:label w:tabIndex w:rPr", mark),
  ...each(
    "w:equation w:comboBox w:date w:dropDownList w:picture w:richText w:text w:citation w:group w:bibliography",
    mark,
  ),
  ...each("w14:checkbox w15:color w15:appearance w15:dataBinding w15:repeatingSection w15:repeatingSectionItem", mark),
  ...each("w15:webExtensionLinked w15:webExtensionCreated", mark),
};

export const paragraphProperties: Vocabulary = {
  "w:pStyle": carried("标题按样式认"),
  "w:numPr": carried("编号算成文字"),
  "w:outlineLvl": carried("小标题"),
  "w:jc": carried("居中、居右"),
  "w:ind": carried("落款按缩进认"),
  "w:rPr": carried("段落标记的修订"),
  "w:framePr": carried("首字下沉的并入正文，别的图文框提示"),
  "w:pBdr": reported("段落的边框没有带入", ({ children }) =>
    children.some((line) => typeof line !== "string" && isOn(line)),
  ),
  "w:shd": reported("段落的底纹没有带入", isShaded),
  "w:bidi": reported("从右向左排的段落，请核对次序", isOn),
  "w:textDirection": reported(
    "竖排的文字改成了横排",
    ({ attributes }) => !/^(?:lrTb|lrTbV|tb)$/.test(attributes["w:val"] ?? "tb"),
  ),
  "w:pPrChange": reported("格式的修订不带入（稿件里没有格式）"),
  "w:sectPr": inert("纸张、分栏；页眉页脚另行提示"),
  ...each("w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:contextualSpacing w:mirrorIndents", ownSetting),
  ...each("w:spacing w:tabs w:adjustRightInd w:snapToGrid w:textAlignment w:textboxTightWrap", ownSetting),
  ...each("w:suppressLineNumbers w:suppressAutoHyphens w:suppressOverlap", ownSetting),
  ...each("w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN", ownSetting),
  ...each("w:divId w:cnfStyle w15:collapsed", mark),
};
