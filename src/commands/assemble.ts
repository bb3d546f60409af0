/** Prints all issues, then writes the site that tells of them. */

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Archive } from "../model/archive.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { EnvironmentError } from "../problem/environment-error.ts";
import type { Problem } from "../problem/problem.ts";
import { roleTerms } from "../print/index.ts";
import type { Face, Printer } from "../print/index.ts";
import type { OutputFolder } from "../publish/output-folder.ts";
import { renderPrintPages } from "../site/render.ts";
import type { BuiltIssue } from "../view/issue-view.ts";
import type { Prepared } from "./prepare.ts";
import { fontConfig, printIssue, readPage } from "./print-issue.ts";
import type { PrintedIssue } from "./print-issue.ts";
import { writeSite } from "./site-files.ts";

/** Print documents on their way to the printer, inside the staging folder until all are printed. */
const printFolder = ".print";

/** Writes the whole site into the staging folder; returns the problems that stopped it. */
export async function assemble(
  prepared: Prepared,
  archive: Archive,
  target: OutputFolder,
  printer: Printer,
  strictFonts: boolean,
  say: (line: string) => void,
): Promise<readonly Problem[]> {
  const { editions, problems } = await printAll(prepared, archive, target, printer, strictFonts, say);
  if (problems.length > 0) return problems;
  await writeSite(archive, prepared, editions, target);
  for (const built of prepared.issues) if (!built.view.internal) copyPictures(built, prepared, target);
  return [];
}

async function printAll(
  prepared: Prepared,
  archive: Archive,
  target: OutputFolder,
  printer: Printer,
  strictFonts: boolean,
  say: (line: string) => void,
): Promise<{ editions: Map<Issue, Edition>; problems: Problem[] }> {
  const documents = path.join(target.staging, printFolder);
  await renderPrintPages(
    prepared.issues.map((built) => built.view),
    documents,
  );
  say(`浏览器：${printer.browser.description}`);
  const context = {
    root: prepared.root,
    bulletin: archive.bulletin,
    printer,
    fonts: fontConfig(archive.bulletin, prepared.root),
  };
  const editions = new Map<Issue, Edition>();
  const problems: Problem[] = [];
  let reported = false;
  for (const built of prepared.issues) {
    const { view } = built;
    const printed = await printIssue(built, readPage(documents, `${view.path}print.html`), "../../../", context);
    if (!("pdf" in printed)) {
      problems.push(...printed);
      continue;
    }
    if (!reported) {
      reported = true;
      reportFaces(printed.faces, strictFonts, say);
    }
    if (view.internal) {
      const file = target.writeInternal(view.pdfName, printed.pdf);
      say(`第 ${view.number} 期是内部资料，不上网站：${file}，${printed.pages} 页`);
    } else {
      target.write(`${view.path}${view.pdfName}`, printed.pdf);
      editions.set(built.issue, edition(printed));
      target.write(`${view.path}print.html`, Buffer.from(printed.preview));
      say(`第 ${view.number} 期：${view.path}${view.pdfName}，${printed.pages} 页`);
    }
  }
  rmSync(documents, { recursive: true });
  return { editions, problems };
}

function edition({ pdf, pages }: PrintedIssue): Edition {
  return { pages, bytes: pdf.length, sha256: createHash("sha256").update(pdf).digest("hex") };
}

function copyPictures({ view, issue, pictures }: BuiltIssue, prepared: Prepared, target: OutputFolder): void {
  for (const { source } of pictures) {
    const to = path.join(target.staging, view.path, source);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(prepared.root.absolute(`${issue.folder}/${source}`), to);
  }
}

function reportFaces(faces: readonly Face[], strict: boolean, say: (line: string) => void): void {
  const standIns = faces.filter((face) => face.standIn);
  for (const face of faces) say(`字体：${roleTerms[face.role]} ← ${face.source}`);
  if (strict && standIns.length > 0) {
    throw new EnvironmentError(
      `代用字体：${standIns.map((face) => roleTerms[face.role]).join("、")}（--strict-fonts 不允许）`,
      "请在 data/bulletin.yaml 的“字体”里写上单位自有的字体。",
    );
  }
}
