/** Prints all issues, then writes the site that tells of them. */

import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Archive } from "../model/archive.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { EnvironmentError } from "../problem/environment-error.ts";
import { forgetFaces, roleTerms } from "../print/index.ts";
import type { OutputFolder } from "../publish/output-folder.ts";
import { warmEleventy } from "../site/render.ts";
import type { BuiltIssue } from "../view/issue-view.ts";
import type { Prepared } from "./prepare.ts";
import { printAll } from "./print-all.ts";
import type { Printing, PrintOutcome } from "./print-all.ts";
import type { PrintedIssue } from "./print-issue.ts";
import type { Talk } from "./progress.ts";
import type { IssueMemory } from "./issue-memory.ts";
import { writeSite } from "./site-files.ts";
import { printedBy, writeEditions } from "./write-editions.ts";
import type { EarlierPdfs } from "./write-editions.ts";
import type { StandingFiles } from "./standing-files.ts";

interface AssemblyWish {
  readonly strictFonts: boolean;
  readonly earlier: EarlierPdfs;
  readonly standing: StandingFiles;
  readonly memory: IssueMemory | undefined;
}

/** Writes the whole site into the staging folder, unless some issue could not be printed. */
export async function assemble(
  prepared: Prepared,
  archive: Archive,
  target: OutputFolder,
  printing: Printing,
  { strictFonts, earlier, standing, memory }: AssemblyWish,
): Promise<PrintOutcome & { readonly remarks: readonly string[] }> {
  const editions = new Map<Issue, Edition>();
  let reported = false;
  const used = (faces: PrintedIssue["faces"]): void => {
    if (!reported) reportFaces(faces, strictFonts, printing.talk);
    reported = true;
  };
  const isThere = (built: BuiltIssue, key: string): boolean => {
    const edition = built.view.internal ? undefined : standing.edition(key);
    if (edition === undefined || !standing.takeOver(editionFiles(built), key, target)) return false;
    used(edition.faces);
    standing.noteEdition(key, edition);
    editions.set(built.issue, editionOf(edition));
    return true;
  };
  const outcome = await printAll(
    prepared.issues,
    { ...printing, isThere, onWait: warmEleventy },
    (built, printed, key) => {
      used(printed.faces);
      const { view, issue } = built;
      if (view.internal) {
        const file = target.writeInternal(view.pdfName, printed.pdf);
        return `第 ${view.number} 期是内部资料，不上网站：${file}，${printed.pages} 页`;
      }
      target.write(`${view.path}${view.pdfName}`, printed.pdf);
      target.write(`${view.path}print.html`, Buffer.from(printed.preview));
      copyPictures(built, prepared, target);
      const edition = { pages: printed.pages, bytes: printed.pdf.length, sha256: printed.sha256 };
      editions.set(issue, edition);
      standing.note(editionFiles(built), key);
      standing.noteEdition(key, {
        ...edition,
        faces: printed.faces.map(({ role, source, standIn }) => ({ role, source, standIn })),
      });
      const contents = printed.contentsLast
        ? "（首页放不下目录，排在了文末；不要目录，可在 issue.yaml 写“目录: 否”）"
        : "";
      return `第 ${view.number} 期：${view.path}${view.pdfName}，${printed.pages} 页${contents}`;
    },
  );
  // The browser ends while the site is made; who opened it waits for that.
  printing.printer.close().catch(() => undefined);
  forgetFaces();
  if (outcome.problems.length > 0 || outcome.failures.length > 0) return { ...outcome, remarks: [] };
  const by = await printedBy();
  const old = await writeSite(archive, prepared, editions, target, { standing, memory, by });
  return { ...outcome, remarks: writeEditions(prepared, archive, { editions, earlier, by, old }, target) };
}

/** What of an issue's files its PDF's key determines. */
function editionFiles({ view, pictures }: BuiltIssue): string[] {
  const names = new Set([view.pdfName, "print.html", ...pictures.map(({ source }) => source)]);
  return [...names].map((name) => view.path + name);
}

function editionOf({ pages, bytes, sha256 }: Edition): Edition {
  return { pages, bytes, sha256 };
}

function copyPictures({ view, issue, pictures }: BuiltIssue, prepared: Prepared, target: OutputFolder): void {
  for (const { source } of pictures) {
    const to = path.join(target.staging, view.path, source);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(prepared.root.absolute(`${issue.folder}/${source}`), to);
  }
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
