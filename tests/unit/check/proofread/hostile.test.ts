import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { growth } from "../../../support/processor-time.ts";
import { checkPrivacyText } from "../../../../src/check/privacy/check.ts";
import { applyFixes, proofread } from "../../../../src/check/proofread/index.ts";
import { articleOf } from "./reading.ts";

/** Openings without closings, runs and half matches: each would take hours were a pattern not linear. */
const UNITS = [
  "“",
  "”",
  "(",
  "{{",
  "`",
  "[a](",
  "<!--",
  "—",
  " ",
  "|",
  "1-",
  "138 1234 5678 ",
  "3栋",
  "家住汉1",
  "举报人：",
  "，张三投诉",
  "1380013",
  "1 3 8 ",
  "永州市零陵区环境保护督察",
  "zhang san ",
  "湘M12",
  "（）",
  "①③",
  "①",
  "𝟏",
  "3栋2单元",
  "5组",
  "护照",
  "号码1",
  "加我a1",
];

test.each(UNITS)("reads a run of %j in time that grows as its length does", (unit) => {
  const read = (length: number): void => {
    const source = new SourceText("a.md", `字${unit.repeat(length / unit.length)}字`);
    const problems = proofread(articleOf(source.text));
    expect(problems.length).toBeLessThanOrEqual(2000);
    expect(applyFixes(source, problems).text.length).toBeGreaterThan(0);
    expect(checkPrivacyText(source, 0, source.text.length).length).toBeLessThanOrEqual(2000);
  };
  expect(growth(read, 25_000)).toBeLessThan(9);
});
