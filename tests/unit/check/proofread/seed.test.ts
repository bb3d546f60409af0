import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { checkPrivacy, checkPrivacyText } from "../../../../src/check/privacy/check.ts";
import { applyFixes, proofread } from "../../../../src/check/proofread/index.ts";
import { SEED, SEED_FOOT } from "./fixtures/seed.ts";
import { articleOf } from "./reading.ts";

const source = new SourceText("content/issues/2020-15/01.md", SEED);
const article = articleOf(SEED, SEED.indexOf("---\n", 4) + 4);

/** Each finding as its rule and the characters from there on. */
function found(): string[] {
  return proofread(article).map(({ code, place }) => {
    const at = source.lineStart(place.line) + place.column - 1;
    return `${code}: ${SEED.slice(at, at + 8)
      .split("\n", 1)
      .join("")
      .trim()}`;
  });
}

test("gives warnings only for the seed's real slips", () => {
  expect(found()).toEqual([
    "han-space: 10 月 23",
    "han-space: 8 大专项整治",
    "han-space: 98.9%，全",
    "han-space: 重点信访件",
    "han-space: 200 多亩”",
    "han-space: 重点信访件",
    "han-space: 4 家企业下达",
    "document-number-bracket: [2020]07",
    "han-space: 重点信访件",
    "han-space: 月 4 日，该",
    "incomplete-date: 11 月 10",
    "until-word: 截止 2020",
    "han-space: 2020 年",
    "han-space: 56 件、零陵",
    "han-space: 115 件，水",
    "han-space: 41 件。零陵",
    "han-space: 195 件，来",
    "until-word: 截止 11 月",
    "han-space: 11 月 8",
  ]);
  expect(proofread(article).every(({ severity }) => severity === "warning")).toBe(true);
});

test("finds no personal item where the office's telephone and mail are allowed", () => {
  const allow = ["（0746）8127713", "yzshbdc@163.com"];
  expect(checkPrivacy(article, { allow })).toEqual([]);
  expect(checkPrivacyText(new SourceText("data/foot.yaml", SEED_FOOT), 0, SEED_FOOT.length, { allow })).toEqual([]);
});

test("mends the seed without touching anything but spaces, the bracket of the document number and 截止", () => {
  const { text, skipped } = applyFixes(source, proofread(article));
  expect(skipped).toEqual([]);
  const expected = SEED.replaceAll("截止", "截至").replace("[2020]", "〔2020〕").replaceAll(/[ \n]/g, "");
  expect(text.replaceAll(/[ \n]/g, "")).toBe(expected);
  expect(proofread(articleOf(text, article.bodyStart)).map(({ code }) => code)).toEqual(["incomplete-date"]);
});
