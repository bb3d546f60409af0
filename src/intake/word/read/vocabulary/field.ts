/** Kinds of fields (ISO 29500-1, 17.16.5), classified by the treatment of their result. */

import { carried, each, inert, reported } from "./fate.ts";
import type { Vocabulary } from "./fate.ts";

const stored = carried("文件里存的结果");
const computed = carried("由域代码算出");
const silent = inert("本来就不显示");

/** Fields whose result can be computed from the instruction if it is not stored. */
const workedOut = "EQ SYMBOL FORMDROPDOWN FORMCHECKBOX FORMTEXT LISTNUM MACROBUTTON GOTOBUTTON QUOTE";
export const computedFields: ReadonlySet<string> = new Set(workedOut.split(" "));

/** Fields with page numbers of the Word file. */
export const pageNumbers: ReadonlySet<string> = new Set(["PAGE", "PAGEREF", "NUMPAGES", "SECTION", "SECTIONPAGES"]);

export const fieldKinds: Vocabulary = {
  ...each(workedOut, computed),
  ...each("REF NOTEREF SEQ STYLEREF HYPERLINK = IF COMPARE INCLUDETEXT INCLUDEPICTURE LINK EMBED SHAPE", stored),
  ...each(
    "MERGEFIELD MERGEREC MERGESEQ ADDRESSBLOCK GREETINGLINE NEXT NEXTIF SKIPIF DATABASE FILLIN CITATION BIBLIOGRAPHY",
    stored,
  ),
  ...each(
    "AUTHOR TITLE SUBJECT KEYWORDS COMMENTS DOCPROPERTY DOCVARIABLE INFO FILENAME FILESIZE TEMPLATE LASTSAVEDBY",
    stored,
  ),
  ...each("USERNAME USERINITIALS USERADDRESS AUTOTEXT AUTOTEXTLIST CREATEDATE EDITTIME REVNUM", stored),
  ...each("NUMWORDS NUMCHARS AUTONUM AUTONUMLGL AUTONUMOUT", stored),
  ...each("XE TC TA RD SET ASK ADVANCE PRINT PRIVATE ADDIN CONTROL HTMLCONTROL", silent),
  ...each([...pageNumbers].join(" "), reported("域里的页码、页数是 Word 文件的，与印出来的不同，请改正")),
  ...each("DATE TIME SAVEDATE PRINTDATE", reported("日期是自动更新的域，带入的是文件里存的那一天，请核对")),
  ...each("TOC", reported("自动目录没有带入")),
  ...each("INDEX TOA", reported("自动索引没有带入")),
  ...each("BARCODE DISPLAYBARCODE MERGEBARCODE", reported("条码没有带入")),
};

/** Fields that always show something, so that an empty result has not been computed yet. */
export const neverEmpty: ReadonlySet<string> = new Set(
  "SEQ REF PAGEREF NOTEREF STYLEREF = PAGE NUMPAGES SECTION SECTIONPAGES AUTONUM AUTONUMLGL AUTONUMOUT".split(" "),
);

/** Fields whose result is omitted. */
export const withoutResult: ReadonlySet<string> = new Set([
  "TOC",
  "INDEX",
  "TOA",
  "BARCODE",
  "DISPLAYBARCODE",
  "MERGEBARCODE",
]);
