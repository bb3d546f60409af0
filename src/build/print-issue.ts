/** One issue → its print page and archive PDF. */

import { createHash } from "node:crypto";
import path from "node:path";
import { fontRoles } from "../model/bulletin.ts";
import type { Bulletin, FontRole, PrintOptions } from "../model/bulletin.ts";
import { error } from "../base/problem/problem.ts";
import type { Place, Problem } from "../base/problem/problem.ts";
import { ArchiveError, PrintError, printingTime } from "../output/pdf/index.ts";
import type { EditionJob, FontChoice, FontConfig, Press, PrintedEdition } from "../output/pdf/index.ts";
import type { LayoutSettings, PagePlan } from "../output/pdf/layout/index.ts";
import type { Root } from "../read/load/root.ts";
import { pageCharacters } from "../output/pdf/page-characters.ts";
import { renderPrintPage } from "../output/pdf/print-page.ts";
import { productFolder } from "../base/file/product-folder.ts";
import type { BuiltIssue, IssueView } from "../document/issue-view.ts";
import { sheetOf } from "../document/sheet.ts";
import { span } from "../base/process/progress.ts";
import type { Talk } from "../base/process/progress.ts";
import { picturesDrawnSmaller, printedPictures } from "../output/picture/issue-pictures.ts";
import type { PictureMaker } from "../output/picture/issue-pictures.ts";

/** What is printed and published of an issue. */
export type PrintableIssue = Pick<BuiltIssue, "issue" | "view" | "pictures">;

/** `plan`: how its pages are laid out, from which the site's preview is made. */
export type PrintedIssue = Pick<PrintedEdition, "pdf" | "sha256" | "faces" | "plan">;

export interface PrintContext {
  readonly root: Root;
  readonly bulletin: Bulletin;
  readonly fonts: FontConfig;
  readonly press: Pick<Press, "print">;
  readonly pictures: PictureMaker;
  /** Told when an issue takes long to print. */
  readonly talk?: Talk;
}

/** Milliseconds of printing of which nobody need be told. */
const longPrint = 3000;

/** The fonts an office has configured, files as absolute paths. */
export function fontConfig(bulletin: Bulletin, root: Root): FontConfig {
  return Object.fromEntries(
    fontRoles.flatMap((role): [FontRole, FontChoice][] => {
      const choice = bulletin.fonts[role];
      if (choice === undefined) return [];
      if (choice.file !== undefined) return [[role, { file: root.absolute(choice.file) }]];
      return choice.family === undefined ? [] : [[role, { family: choice.family }]];
    }),
  );
}

/** By their names on the page. */
export const printStyles: ReadonlyMap<string, string> = new Map(
  ["assets/chart.css", "assets/print.css"].map((file) => [file, path.join(productFolder, "layouts", file)]),
);

/** Digest of the page that an issue is printed from. */
export function pageDigest(view: IssueView): string {
  return createHash("sha256").update(renderPrintPage(view)).digest("hex");
}

/** Beside the page and its files, what an edition is printed from. */
export function editionJob(
  view: IssueView,
  bulletin: Bulletin,
  fonts: FontConfig,
): Pick<EditionJob, "name" | "fonts" | "layout" | "metadata"> {
  return {
    name: view.id,
    fonts,
    layout: layoutSettings(bulletin.print),
    metadata: {
      title: view.title,
      author: view.masthead.issuer,
      subject: `${view.masthead.name}${view.masthead.number}${view.edition ?? ""}`,
      keywords: bulletin.keywords,
      date: view.isoDate,
      language: "zh-CN",
    },
  };
}

/** Prints one issue. Pictures that cannot be decoded, and characters that no face draws, are returned as problems instead. */
export async function printIssue(
  built: PrintableIssue,
  context: PrintContext,
): Promise<PrintedIssue | readonly Problem[]> {
  const { view } = built;
  const { root, bulletin, fonts } = context;
  // Without pictures it is handed over at once.
  const none = { printed: [], problems: [] };
  const { printed: pictures, problems } = built.pictures.length === 0 ? none : await printedPictures(built, context);
  if (problems.length > 0) return problems;
  const job: EditionJob = {
    ...editionJob(view, bulletin, fonts),
    html: renderPrintPage(view),
    characters: pageCharacters(view),
    files: new Map([
      ...pictures.map(({ file, bytes }): [string, Uint8Array | string] => [file, bytes]),
      ...printStyles,
    ]),
  };
  const time = printingTime(job.html, job.files);
  if (time > longPrint && context.talk?.quiet === false)
    context.talk.write(`第 ${view.number} 期内容很多，排版、打印大约要 ${span(time / 1000)}，请稍候\n`);
  const printed = await printFitted(job, context, (plan) => picturesDrawnSmaller(built, plan, context));
  if ("undrawable" in printed) return printed.undrawable.map((character) => undrawableProblem(character, built, root));
  const { pdf, sha256, faces, plan } = printed;
  return { pdf, sha256, faces, plan };
}

/** Prints once more where pictures were drawn smaller to fill a page: with fewer pixels, so that their resolution stays as it was. */
async function printFitted(
  job: EditionJob,
  { press }: PrintContext,
  smaller: (plan: PagePlan) => Promise<ReadonlyMap<string, Uint8Array>>,
): ReturnType<PrintContext["press"]["print"]> {
  const printed = await press.print(job);
  const pictures = "undrawable" in printed ? new Map<string, Uint8Array>() : await smaller(printed.plan);
  return pictures.size === 0 ? printed : press.print({ ...job, files: new Map([...job.files, ...pictures]) });
}

/** Prints one issue; what is said is the reason why the browser could not, and what to do about it. @throws EnvironmentError */
export async function tryToPrint(
  built: PrintableIssue,
  context: PrintContext,
): Promise<PrintedIssue | readonly Problem[] | string> {
  try {
    return await printIssue(built, context);
  } catch (fault) {
    const failure = fault instanceof ArchiveError ? new PrintError(built.view.id, fault.message) : fault;
    if (failure instanceof PrintError && failure.words !== undefined)
      return [error("does-not-fit", placeOf(failure.words, built, context.root), failure.reason, failure.hint)];
    if (failure instanceof PrintError) return `${failure.message}\n改法：${failure.hint}`;
    throw fault;
  }
}

function layoutSettings(options: PrintOptions): LayoutSettings {
  const { height, pitch, lead } = sheetOf(options);
  return { pageHeight: height, pitch, leadBottom: lead.bottom, evenImprint: options.evenImprint };
}

/** Where the editor typed what is printed so, whatever marks stand between; the issue where it was computed. */
function placeOf(words: string, { issue }: PrintableIssue, root: Root): Place {
  const signs = words.match(/[\p{L}\p{N}]/gu) ?? [...words];
  const codes = signs.map((sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
  const typed = new RegExp(codes.join("[^\\p{L}\\p{N}]*"), "u");
  const data = ["issue.yaml", "counts.yaml"].map((name) => `${issue.folder}/${name}`);
  const texts = [
    ...issue.articles.map((article) => article.source),
    ...data.filter((file) => root.exists(file)).flatMap((file) => root.read(file) ?? []),
    ...root.sources.values(),
  ];
  for (const source of texts) {
    const found = typed.exec(source.text);
    if (found !== null) return source.place(found.index);
  }
  return { file: issue.folder, line: 1, column: 1 };
}

function undrawableProblem(character: string, built: PrintableIssue, root: Root): Problem {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return error(
    "undrawable-character",
    placeOf(character, built, root),
    `字体里没有“${character}”（U+${code}）这个字`,
    "请核对是不是打错了；确是这个字的，请在 data/bulletin.yaml 的“字体”里换一种收了它的字体。",
  );
}
