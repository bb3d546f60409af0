import { expect, it } from "vitest";
import { SourceText } from "../../../src/problem/source-text.ts";
import { applyFixes, checkPrivacyText, proofread } from "../../../src/proofread/index.ts";

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
];

it.each(UNITS)("reads a long run of %j within the test's time limit", (unit) => {
  const source = new SourceText("a.md", `字${unit.repeat(100_000 / unit.length)}字`);
  const problems = proofread({ source, bodyStart: 0 });
  expect(problems.length).toBeLessThanOrEqual(2000);
  expect(applyFixes(source, problems).text.length).toBeGreaterThan(0);
  expect(checkPrivacyText(source, 0, source.text.length).length).toBeLessThanOrEqual(2000);
});
