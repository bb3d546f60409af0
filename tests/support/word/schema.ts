/** Element order and enumerations of ISO/IEC 29500-1 (transitional) for what the Word files use: an own table, not the schema itself. */

import { elements, parseXml } from "../../../src/word/read/xml.ts";
import type { XmlElement } from "../../../src/word/read/xml.ts";

const order: Readonly<Record<string, string>> = {
  pPr: "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  tbl: "tblPr tblGrid tr",
  tr: "tblPrEx trPr tc",
  tblPr:
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  tblBorders: "top left start bottom right end insideH insideV",
  tblCellMar: "top left start bottom right end",
  tcPr: "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark cellIns cellDel cellMerge",
  tcBorders: "top left start bottom right end insideH insideV tl2br tr2bl",
  tcMar: "top left start bottom right end",
  pBdr: "top left bottom right between bar",
  sectPr:
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
  styles: "docDefaults latentStyles style",
  docDefaults: "rPrDefault pPrDefault",
  style:
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
  numbering: "numPicBullet abstractNum num numIdMacAtCleanup",
  abstractNum: "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
  lvl: "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
  font: "altName panose1 charset family notTrueType pitch sig embedRegular",
};

const border = "nil none single double dotted dashed thick";
const anchors = "text margin page";
const values: Readonly<Record<string, string>> = {
  "spacing@lineRule": "auto exact atLeast",
  "jc@val": "start end left right center both distribute",
  "vAlign@val": "top center both bottom",
  "tblLayout@type": "fixed autofit",
  "tblW@type": "nil pct dxa auto",
  "tcW@type": "nil pct dxa auto",
  "fldChar@fldCharType": "begin separate end",
  "docGrid@type": "default lines linesAndChars snapToChars",
  "tab@val": "clear start center end decimal bar num left right",
  "tab@leader": "none dot hyphen underscore heavy middleDot",
  "rFonts@hint": "default eastAsia cs",
  "style@type": "paragraph character table numbering",
  "family@val": "decorative modern roman script swiss auto",
  "pitch@val": "fixed variable default",
  "footerReference@type": "even default first",
  "tblpPr@horzAnchor": anchors,
  "tblpPr@vertAnchor": anchors,
  "tblpPr@tblpYSpec": "inline top center bottom inside outside",
  "pgSz@orient": "portrait landscape",
  "characterSpacingControl@val": "doNotCompress compressPunctuation compressPunctuationAndJapaneseKana",
  ...Object.fromEntries(
    ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => [`${side}@val`, border]),
  ),
};

/** Every fault of the parts below word/, each with its part and element. */
export function schemaFaults(parts: ReadonlyMap<string, Uint8Array>): string[] {
  return [...parts].flatMap(([name, bytes]) =>
    /^word\/[^/]+\.xml$/.test(name) ? faultsOf(parseXml(bytes)).map((fault) => `${name}: ${fault}`) : [],
  );
}

function faultsOf(element: XmlElement): string[] {
  const name = element.name.replace(/^w:/, "");
  const faults: string[] = [];
  const wanted = order[name]?.split(" ");
  let last = -1;
  for (const { name: childName } of wanted === undefined ? [] : elements(element)) {
    const at = wanted?.indexOf(childName.replace(/^w:/, "")) ?? -1;
    if (at < 0 || at < last) faults.push(`${name}: ${childName} stands too late or does not belong there`);
    last = Math.max(last, at);
  }
  for (const [attribute, value] of Object.entries(element.attributes)) {
    const allowed = values[`${name}@${attribute.replace(/^w:/, "")}`];
    if (allowed !== undefined && !allowed.split(" ").includes(value)) faults.push(`${name}@${attribute}: ${value}`);
  }
  return [...faults, ...elements(element).flatMap(faultsOf)];
}
