/** The official PDF of an issue → its draft for signature. */

import { EnvironmentError } from "../../base/problem/environment-error.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import { traceIssue } from "../../check/issue-numbers.ts";
import { RuleCoverage } from "../../check/rules/index.ts";
import type { WaivedFinding } from "../../check/set-aside.ts";
import { contextOf } from "../../check/trace/index.ts";
import type { TracedNumber } from "../../check/trace/index.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import type { Scopes } from "../../document/scope.ts";
import { sheetOf } from "../../document/sheet.ts";
import type { Archive } from "../../model/archive.ts";
import { readPdf } from "../../verify/index.ts";
import { checkList } from "./check-list.ts";
import type { CheckGroup } from "./check-list.ts";
import { checkPages, summaryText } from "./check-pages.ts";
import { locateNumbers } from "./locate-numbers.ts";
import { mergeProof } from "./merge.ts";
import { overlayPage } from "./overlay.ts";
import { printedSegments } from "./printed-segments.ts";
import { approvalSlip } from "./slip.ts";

/** An issue with all that there is to say of it. */
export interface ProofIssue {
  readonly archive: Archive;
  readonly scopes: Scopes;
  readonly built: BuiltIssue;
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly warnings: readonly Problem[];
  readonly waived: readonly WaivedFinding[];
}

export interface Proof {
  readonly pdf: Uint8Array;
  /** 共 131 处：…… */
  readonly summary: string;
}

/**
 * `print` makes a PDF of a page of ours, styled by `proof.css`. @throws EnvironmentError a number of the issue is not found in its
 * print, so that the table would be incomplete
 */
export async function makeProof(
  proofIssue: ProofIssue,
  printed: { readonly pdf: Uint8Array; readonly pages: number },
  print: (name: string, html: string) => Promise<Uint8Array>,
): Promise<Proof> {
  const { archive, built, warnings, waived } = proofIssue;
  const { view } = built;
  const { bulletin } = archive;
  const groups = await numbersInPrint(proofIssue, printed.pdf);
  const pictures = built.pictures.map(({ source }) => source);
  const summary = summaryText(groups);
  const sheet = sheetOf(bulletin.print);
  const { left, right } = sheet.margins;
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
  { archive, scopes, built, sources }: Pick<ProofIssue, "archive" | "scopes" | "built" | "sources">,
  pdf: Uint8Array,
): Promise<CheckGroup[]> {
  const numbers = traceIssue(built, archive, scopes, sources);
  const segments = printedSegments(await readPdf(pdf));
  const located = locateNumbers(numbers, segments);
  if (located.missing.length > 0) throw notFound(located.missing);
  const coverage = new RuleCoverage(archive, built.issue, (other) => scopes.of(other)?.tallies);
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
