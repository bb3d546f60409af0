/** What one finding masks no other may print. */

import { expect, test } from "vitest";
import { problemList } from "../../../../src/desk/preview-pages.ts";
import { githubReport, gitlabReport, jsonReport } from "../../../../src/base/problem/machine-report.ts";
import { PersonalTexts } from "../../../../src/base/problem/personal.ts";
import { error, warning } from "../../../../src/base/problem/problem.ts";
import type { Problem } from "../../../../src/base/problem/problem.ts";
import { report } from "../../../../src/base/problem/report.ts";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { checkPrivacyText } from "../../../../src/check/privacy/check.ts";
import { proofread } from "../../../../src/check/proofread/index.ts";
import { articleOf } from "../../check/proofread/reading.ts";
import { growth } from "../../../support/processor-time.ts";

const body =
  "截止11月7日，张某（电话１３８７４６１２３４５，住址阳光小区３栋2单元５０１室）反映，共２１５件。\n\n另见。\n";
const source = new SourceText("a.md", body);
const place = source.place(0);
const elsewhere: Problem[] = [
  error("joined-lines", source.place(body.indexOf("另见")), "上一段“电话13874612345，住址……”没有写完"),
  warning("title-twice", place, "与“13874612345”同名", "改掉“１３８７４６１２…”"),
];
const problems = [...checkPrivacyText(source, 0, body.length), ...proofread(articleOf(source.text)), ...elsewhere];
const sources = new Map([[source.file, source]]);

test.each([
  ["text", report(problems, sources)],
  ["json", jsonReport(problems)],
  ["github", githubReport(problems)],
  ["gitlab", gitlabReport(problems)],
  ["preview", problemList(problems, sources)],
])("%s shows no digits of a telephone and no door, whichever finding quotes them", (format, shown) => {
  const half = shown.normalize("NFKC");
  for (const private_ of ["13874", "461234", "501", "2单元"]) expect(half).not.toContain(private_);
  // What is not personal stays, the finding itself too.
  expect(half).toContain("138****2345");
  expect(shown).toContain("用了全角字符“２１５”");
  expect(shown).toContain("改为半角的“***********”");
  expect(shown).toContain("上一段“电话***********，住址……”没有写完");
  if (format === "text") expect(shown).toContain("另见");
});

test("a line shown in full is masked where it holds something personal, and only there", () => {
  const personal = new PersonalTexts(problems);
  expect(personal.line("a.md", 1, "（电话13874612345）共215件")).toBe("（电话***********）共215件");
  expect(personal.line("a.md", 3, "另见。")).toBe("另见。");
  expect(personal.line("b.md", 1, "13874612345")).toBe("13874612345");
});

test("what thousands of personal texts in one file cost grows as they do", () => {
  const digits = (at: number): string => String(13800000000 + at * 7919);
  const report = (length: number): void => {
    const many = Array.from({ length }, (_, at): Problem => ({
      ...error("private-mobile", { file: "a.md", line: 1 + (at % 3), column: at }, "疑似"),
      sensitive: digits(at),
    }));
    const quoting = many.map((problem, at) => warning("x", problem.place, `“${digits(at)}与${digits(at + 1)}”`));
    expect(githubReport([...many, ...quoting])).not.toMatch(/138\d{8}/);
  };
  expect(growth(report, 1000)).toBeLessThan(9);
});
