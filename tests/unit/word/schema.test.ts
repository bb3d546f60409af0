/** The table that Word files are held to sees what it is there to see. */

import { beforeAll, expect, test } from "vitest";
import { WordIssue } from "../../support/word/issue.ts";
import { schemaFaults } from "../../support/word/schema.ts";

let parts: Map<string, Uint8Array>;
beforeAll(async () => {
  parts = await new WordIssue(
    "---\n标题: 甲\n栏目: 信访件情况\n---\n\n正文。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n",
  ).parts();
});

const faults: readonly (readonly [what: string, part: string, from: string | RegExp, to: string, said: string])[] = [
  [
    "a rule for line distances that the standard does not know",
    "word/styles.xml",
    'w:lineRule="exact"',
    'w:lineRule="exactly"',
    "exactly",
  ],
  [
    "properties in the wrong order",
    "word/document.xml",
    /(<w:pStyle [^>]*\/>)(<w:keepNext\/>|<w:spacing [^>]*\/>)/,
    "$2$1",
    "stands too late",
  ],
  ["an element of no standard", "word/document.xml", "<w:p>", "<w:p><w:para/>", "w:para does not belong there"],
  ["an attribute that must be there", "word/document.xml", / w:fldCharType="begin"/, "", "no fldCharType"],
  ["a length that is no number", "word/document.xml", /w:linePitch="\d+"/, 'w:linePitch="29.6"', "29.6"],
  [
    "a cell that does not end with a paragraph",
    "word/document.xml",
    /<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p><\/w:tc>/,
    "</w:tc>",
    "w:tc",
  ],
  [
    "two bookmarks of one name",
    "word/document.xml",
    /(w:name="_jb_\d+_title_\w+")([\s\S]*)w:name="[^"]*"/,
    "$1$2$1",
    "twice",
  ],
  ["a style that is not there", "word/document.xml", 'w:pStyle w:val="text"', 'w:pStyle w:val="txt"', "no style txt"],
  [
    "a part without a content type",
    "[Content_Types].xml",
    /<Override [^>]*footer1[^>]*>/,
    "",
    "footer1.xml: only a default",
  ],
  [
    "a type for a part that is not there",
    "[Content_Types].xml",
    "/word/footer1.xml",
    "/word/footer9.xml",
    "footer9.xml: typed",
  ],
  [
    "a relationship that leads nowhere",
    "word/_rels/document.xml.rels",
    "styles.xml",
    "style.xml",
    "style.xml is not there",
  ],
  ["a reference without relationship", "word/document.xml", /r:id="rId\d+"/, 'r:id="rId99"', "rId99 leads nowhere"],
  ["a date that is none", "docProps/core.xml", /T00:00:00Z/, "", "is no date"],
];

test.each(faults)("%s is a fault", (_, part, from, to, said) => {
  expect(schemaFaults(parts)).toEqual([]);
  const xml = Buffer.from(parts.get(part) ?? "").toString("utf8");
  const changed = xml.replace(from, to);
  expect(changed).not.toBe(xml);
  expect(schemaFaults(new Map(parts).set(part, Buffer.from(changed))).join("\n")).toContain(said);
});
