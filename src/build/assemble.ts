/** Prints all issues, then writes the site that tells of them. */

import type { Archive } from "../model/archive.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Edition } from "../model/edition.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { roleTerms } from "../output/pdf/index.ts";
import type { OutputFolder } from "../release/publish/output-folder.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import type { SignedEditions } from "./signed-editions.ts";
import type { Prepared } from "./prepare.ts";
import { printAll } from "./print-all.ts";
import type { Printing, PrintOutcome } from "./print-all.ts";
import type { PrintedIssue } from "./print-issue.ts";
import type { Talk } from "../base/process/progress.ts";
import type { IssueMemory } from "./issue-memory.ts";
import { publishedFiles } from "../output/picture/issue-pictures.ts";
import { SitePictures } from "../release/publish/site-pictures.ts";
import { IssueFiles } from "./issue-files.ts";
import { writeSite } from "./site-files.ts";
import { printedBy, writeEditions } from "./write-editions.ts";
import type { EarlierPdfs } from "./write-editions.ts";
import { issueKey } from "../check/published/published-records.ts";
import type { StandingFiles } from "./standing-files.ts";

interface AssemblyWish {
  readonly strictFonts: boolean;
  readonly earlier: EarlierPdfs;
  readonly standing: StandingFiles;
  readonly memory: IssueMemory | undefined;
  readonly signed: SignedEditions;
}

/** Writes the whole site into the staging folder, unless some issue could not be printed. */
export async function assemble(
  prepared: Prepared,
  archive: Archive,
  target: OutputFolder,
  printing: Printing,
  { strictFonts, earlier, standing, memory, signed }: AssemblyWish,
): Promise<PrintOutcome & { readonly remarks: readonly string[] }> {
  const by = await printedBy();
  const files = new IssueFiles(archive, prepared, target, { standing, memory, by });
  const pictures = new SitePictures(printing, target);
  let taken: Promise<void> | undefined;
  try {
    const outcome = await printInto(target, { files, pictures }, prepared, printing, {
      strictFonts,
      standing,
      signed,
    });
    // The browser ends while the site is made; who opened it waits for that.
    printing.press.close().catch(() => undefined);
    if (outcome.problems.length > 0 || outcome.failures.length > 0) return { ...outcome, remarks: [] };
    taken = target.takeOverAll();
    // Told of when it is waited for.
    taken.catch(() => undefined);
    await pictures.finish();
    await files.finish();
    await writeSite(archive, prepared, files, target, memory);
    await taken;
    const { editions } = files;
    const old = new Set([...files.old].map(({ issue }) => issue));
    return { ...outcome, remarks: writeEditions(prepared, archive, { editions, earlier, by, old }, target) };
  } finally {
    await Promise.allSettled([files.idle(), pictures.finish(), taken]);
  }
}

/** Puts the PDF of each issue into its place as soon as it is there. */
function printInto(
  target: OutputFolder,
  { files, pictures }: { readonly files: IssueFiles; readonly pictures: SitePictures },
  prepared: Prepared,
  printing: Printing,
  { strictFonts, standing, signed }: Pick<AssemblyWish, "strictFonts" | "standing" | "signed">,
): Promise<PrintOutcome> {
  let reported = false;
  const used = (faces: PrintedIssue["faces"]): void => {
    if (!reported) reportFaces(faces, strictFonts, printing.talk);
    reported = true;
  };
  const isThere = (built: BuiltIssue, printKey: string): boolean => {
    const key = signed.key(issueKey(built.issue), printKey);
    const edition = built.view.internal ? undefined : standing.edition(key);
    if (edition === undefined || !standing.takeOver(editionFiles(built, printing.bulletin), key, target)) return false;
    used(edition.faces);
    standing.noteEdition(key, edition);
    files.printed(built.issue, editionOf(edition));
    return true;
  };
  return printAll(prepared.issues, { ...printing, isThere }, (built, printed, printKey) => {
    used(printed.faces);
    const { view, issue } = built;
    const key = signed.key(issueKey(issue), printKey);
    const own = signed.of(issueKey(issue), printed.sha256, prepared.texts.get(issue));
    const pdf = own?.pdf ?? printed.pdf;
    if (view.internal) {
      const file = target.writeInternal(view.pdfName, pdf);
      return `第 ${view.number} 期是内部资料，不上网站：${file}，${printed.pages} 页`;
    }
    target.write(`${view.path}${view.pdfName}`, pdf);
    target.write(`${view.path}print.html`, Buffer.from(printed.preview));
    pictures.write(built);
    const edition = own?.edition ?? { pages: printed.pages, bytes: pdf.length, sha256: printed.sha256 };
    standing.note(editionFiles(built, printing.bulletin), key);
    standing.noteEdition(key, { ...edition, faces: printed.faces });
    files.printed(issue, edition);
    const contents = printed.contentsLast
      ? "（首页放不下目录，排在了文末；不要目录，可在 issue.yaml 写“目录: 否”）"
      : "";
    return `第 ${view.number} 期：${view.path}${view.pdfName}，${edition.pages} 页${own === undefined ? "" : "，已签名"}${contents}`;
  });
}

/** What of an issue's files its PDF's key determines. */
function editionFiles(built: BuiltIssue, bulletin: Bulletin): string[] {
  const { view } = built;
  const pictures = publishedFiles(built, bulletin).map(({ file }) => file);
  return [...new Set([view.pdfName, "print.html", ...pictures])].map((name) => view.path + name);
}

function editionOf({ pages, bytes, sha256, signature }: Edition): Edition {
  return { pages, bytes, sha256, ...(signature && { signature }) };
}

function reportFaces(faces: PrintedIssue["faces"], strict: boolean, talk: Talk): void {
  const standIns = faces.filter((face) => face.standIn);
  if (!talk.quiet) for (const face of faces) talk.write(`字体：${roleTerms[face.role]} ← ${face.source}\n`);
  if (strict && standIns.length > 0) {
    throw new EnvironmentError(
      `代用字体：${standIns.map((face) => roleTerms[face.role]).join("、")}（--strict-fonts 不允许）`,
      "请在 data/bulletin.yaml 的“字体”里写上单位自有的字体。",
    );
  }
}
