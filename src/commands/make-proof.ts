/** The official PDF of an issue → its draft for signature. */

import type { Printer } from "../output/pdf/index.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import {
  approvalSlip,
  checkList,
  checkPages,
  locateNumbers,
  mergeProof,
  overlayPage,
  printedSegments,
  summaryText,
} from "../review/proof/index.ts";
import type { CheckGroup } from "../review/proof/index.ts";
import { RuleCoverage } from "../check/rules/index.ts";
import { contextOf } from "../check/trace/index.ts";
import type { TracedNumber } from "../check/trace/index.ts";
import { readPdf } from "../verify/index.ts";
import { traceIssue } from "../check/issue-numbers.ts";
import { sheetOf } from "../document/sheet.ts";
import { concerns } from "./open-issue.ts";
import type { OpenIssue } from "./open-issue.ts";
import { fontConfig } from "../build/print-issue.ts";
import type { PrintedIssue } from "../build/print-issue.ts";
import { printPages } from "../build/print-pages.ts";

export interface Proof {
  readonly pdf: Uint8Array;
  /** 共 131 处：…… */
  readonly summary: string;
}

/** @throws EnvironmentError a number of the issue is not found in its print, so that the table would be incomplete */
export async function makeProof(open: OpenIssue, printed: PrintedIssue, printer: Printer): Promise<Proof> {
  const { prepared, archive, issue, built } = open;
  const { view } = built;
  const { bulletin } = archive;
  const groups = await numbersInPrint(open, printed.pdf);
  const warnings = prepared.problems.filter((problem) => problem.severity === "warning" && concerns(problem, issue));
  const waived = prepared.waived.filter((finding) => finding.issue === issue);
  const pictures = built.pictures.map(({ source }) => source);
  const summary = summaryText(groups);
  const sheet = sheetOf(bulletin.print);
  const { left, right } = sheet.margins;
  const context = { fonts: fontConfig(bulletin, prepared.root), printer };
  const print = (name: string, html: string): Promise<Uint8Array> =>
    printPages(`${view.id} ${name}`, html, ["proof.css"], context);
  const odd = print("行号", overlayPage(sheet, left));
  const [slip, check, overOdd, overEven] = await Promise.all([
    print(
      "审签单",
      approvalSlip({
        slip: bulletin.approval,
        view,
        pages: printed.pages,
        numbers: summary,
        findings: `提醒 ${warnings.length} 条，免检 ${waived.length} 条，见数字核对表之后。`,
      }),
    ),
    print("数字核对表", checkPages({ title: view.title, groups, warnings, waived, pictures })),
    odd,
    bulletin.print.mirror ? print("行号", overlayPage(sheet, right)) : odd,
  ]);
  const parts = { bulletin: printed.pdf, slip, check, overlays: [overOdd, overEven] as const };
  return { pdf: await mergeProof({ ...parts, title: `${view.title}（送审稿）` }), summary };
}

/** The rows of the table, with page and line as found in the print. */
export async function numbersInPrint(
  { prepared, archive, scopes, issue, built }: OpenIssue,
  pdf: Uint8Array,
): Promise<CheckGroup[]> {
  const numbers = traceIssue(built, archive, scopes, prepared.root.sources);
  const segments = printedSegments(await readPdf(pdf));
  const located = locateNumbers(numbers, segments);
  if (located.missing.length > 0) throw notFound(located.missing);
  const coverage = new RuleCoverage(archive, issue, (other) => scopes.of(other)?.tallies);
  return checkList(located, segments, sheetOf(archive.bulletin.print), (line) => coverage.rulesOf(line));
}

function notFound(missing: readonly TracedNumber[]): EnvironmentError {
  const lines = missing.map(({ number: { token }, part }) => {
    const { before, text, after } = contextOf(token);
    const { file, line, column } = token.block.place(token.start);
    return `${file}:${line}:${column} ${part.title}：“${before}${text}${after}”`;
  });
  return new EnvironmentError(
    `印出的 PDF 里找不到 ${missing.length} 个数字，核对表会不全，没有做送审稿：\n${lines.join("\n")}`,
    "请先核对 PDF 里这几处印得对不对；印得对的，请把这段话发给维护的人。",
  );
}
