/** Prints all issues and writes the site that tells of them, into the folder where it is assembled. */

import { issueKey } from "../model/issue.ts";
import type { Archive } from "../model/archive.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Edition } from "../model/edition.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import type { Talk } from "../base/process/progress.ts";
import { renderPreview } from "../output/pdf/print-page.ts";
import { publishedFiles } from "../output/picture/issue-pictures.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import { SitePictures } from "../release/publish/site-pictures.ts";
import type { Memo } from "./memo.ts";
import type { Prepared } from "./prepare.ts";
import type { PreviousOutput } from "./previous-output.ts";
import type { PrintableIssue, PrintedIssue } from "./print-issue.ts";
import { printAll } from "./print.ts";
import type { Printing, PrintOutcome } from "./print.ts";
import type { Program } from "./program.ts";
import type { IssueResults } from "./results.ts";
import type { SignedEditions } from "./signed-editions.ts";
import { linkFiles } from "./worker/file-thread.ts";
import { otherBytes, printedBy } from "./write-editions.ts";
import type { EarlierPdfs } from "./write-editions.ts";
import { IssueWriter } from "./write-issues.ts";
import { writeSite } from "./write-site.ts";

export interface Writing {
  readonly target: OutputFolder;
  readonly previous: PreviousOutput;
  readonly results: IssueResults;
  readonly memo: Memo;
  readonly program: Program;
  readonly earlier: EarlierPdfs;
  readonly signed: SignedEditions;
  readonly strictFonts: boolean;
}

/** Writes the whole site, unless some issue could not be printed. */
export async function printAndWrite(
  archive: Archive,
  prepared: Prepared<PrintableIssue>,
  printing: Printing,
  writing: Writing,
): Promise<PrintOutcome & { readonly remarks: readonly string[] }> {
  const { target, earlier } = writing;
  const by = await printedBy();
  const files = new IssueWriter(archive, prepared, { ...writing, by });
  const pictures = new SitePictures(printing, target);
  let linked: Promise<void> | undefined;
  try {
    const outcome = await printInto(prepared, printing, writing, { files, pictures });
    // The browser ends while the site is made; who opened it waits for that.
    printing.press.close().catch(() => undefined);
    if (outcome.problems.length > 0 || outcome.failures.length > 0) return { ...outcome, remarks: [] };
    linked = target.takeOverAll(linkFiles);
    // Waited for below, where a fault of it is heard.
    linked.catch(() => undefined);
    await pictures.finish();
    const published = await files.finish();
    await writeSite(archive, prepared, published, writing);
    await linked;
    for (const [address, bytes] of earlier) target.write(address, bytes);
    return { ...outcome, remarks: otherBytes(published, by) };
  } finally {
    await Promise.allSettled([files.idle(), pictures.finish(), linked]);
  }
}

/** Puts the PDF of each issue into its place as soon as it is there. */
function printInto(
  prepared: Prepared<PrintableIssue>,
  printing: Printing,
  { target, previous, signed, strictFonts }: Writing,
  { files, pictures }: { readonly files: IssueWriter; readonly pictures: SitePictures },
): Promise<PrintOutcome> {
  let reported = false;
  const used = (faces: PrintedIssue["faces"]): void => {
    if (!reported) reportFaces(faces, strictFonts, printing.talk);
    reported = true;
  };
  const isThere = (built: PrintableIssue, printKey: string): boolean => {
    const key = signed.key(issueKey(built.issue), printKey);
    const edition = built.view.internal ? undefined : previous.edition(key);
    if (edition === undefined || !previous.takeOver(editionFiles(built, printing.bulletin), key, target)) return false;
    const { faces, ...own } = edition;
    used(faces);
    previous.noteEdition(key, edition);
    files.printed(built, own);
    return true;
  };
  return printAll(prepared.issues, { ...printing, isThere }, (built, printed, printKey) => {
    const { view, issue } = built;
    const { faces, plan, sha256 } = printed;
    const own = signed.of(issueKey(issue), sha256, prepared.texts.get(issue));
    const pdf = own?.pdf ?? printed.pdf;
    used(faces);
    if (view.internal) {
      const file = target.writeInternal(view.pdfName, pdf);
      return `第 ${view.number} 期是内部资料，不上网站：${file}，${plan.pages} 页`;
    }
    target.write(`${view.path}${view.pdfName}`, pdf);
    target.write(`${view.path}print.html`, renderPreview(view, plan));
    pictures.write(built);
    const edition: Edition = own?.edition ?? { pages: plan.pages, bytes: pdf.length, sha256 };
    if (printKey !== undefined) {
      const key = signed.key(issueKey(issue), printKey);
      previous.note(editionFiles(built, printing.bulletin), key);
      previous.noteEdition(key, { ...edition, faces });
    }
    files.printed(built, edition);
    const contents = plan.contentsLast ? "（首页放不下目录，排在了文末；不要目录，可在 issue.yaml 写“目录: 否”）" : "";
    return `第 ${view.number} 期：${view.path}${view.pdfName}，${edition.pages} 页${own === undefined ? "" : "，已签名"}${contents}`;
  });
}

/** What of an issue's files its PDF's key determines. */
function editionFiles(built: PrintableIssue, bulletin: Bulletin): string[] {
  const { view } = built;
  const pictures = publishedFiles(built, bulletin).map(({ file }) => file);
  return [...new Set([view.pdfName, "print.html", ...pictures])].map((name) => view.path + name);
}

function reportFaces(faces: PrintedIssue["faces"], strict: boolean, talk: Talk): void {
  const standIns = faces.filter((face) => face.standIn);
  if (!talk.quiet) for (const face of faces) talk.write(`字体：${face.role} ← ${face.source}\n`);
  if (strict && standIns.length > 0) {
    throw new EnvironmentError(
      `代用字体：${standIns.map((face) => face.role).join("、")}（--strict-fonts 不允许）`,
      "请在 data/bulletin.yaml 的“字体”里写上单位自有的字体。",
    );
  }
}
