/** What the preview shows at each address. */

import path from "node:path";
import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import { inReadingOrder } from "../base/problem/report.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { publishedFiles } from "../output/picture/issue-pictures.ts";
import type { PagePlan } from "../output/pdf/layout/index.ts";
import { renderPreview } from "../output/pdf/print-page.ts";
import type { PictureMaker } from "../output/picture/issue-pictures.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { momentForms } from "../base/text/moment.ts";
import type { BuiltIssue } from "../document/issue-view.ts";
import type { LiveArchive } from "./live-archive.ts";
import type { PageKind } from "./page-kinds.ts";
import { errorPage, listPage, pdfFrame } from "./preview-pages.ts";
import type { PreviewSource } from "./server.ts";
import { SitePreview } from "./site-preview.ts";

/** Prints one issue; returns the PDF and the print page for the screen, or the problems that prevent it. */
export type PrintForPreview = (
  archive: Archive,
  built: BuiltIssue,
) => Promise<{ readonly pdf: Uint8Array; readonly plan: PagePlan } | readonly Problem[]>;

export class Preview implements PreviewSource {
  readonly #live: LiveArchive;
  readonly #pages: SitePreview;
  readonly #print: PrintForPreview;
  readonly #folder: string;
  readonly #pictures: PictureMaker;
  #site: Promise<Map<string, string>> | undefined;

  constructor(live: LiveArchive, folder: string, print: PrintForPreview, pictures: PictureMaker) {
    this.#pictures = pictures;
    this.#live = live;
    this.#pages = new SitePreview(live);
    this.#folder = folder;
    this.#print = print;
  }

  /** Discards cached pages; call after `LiveArchive.update`. */
  forget(): void {
    this.#site = undefined;
  }

  file(kind: PageKind): string | undefined {
    if (kind.kind === "own") return path.join(productFolder, "layouts/dev", kind.file);
    if (kind.kind === "asset") return path.join(productFolder, "layouts/assets", kind.file);
    return undefined;
  }

  /** Only pictures that the issue shows and that passed its checks. */
  async picture(year: number, number: number, file: string): Promise<Uint8Array | undefined> {
    const issue = this.#issue(year, number);
    const built = issue === undefined ? undefined : this.#live.built(issue);
    const { archive } = this.#live;
    if (built === undefined || archive === undefined) return undefined;
    const found = publishedFiles(built, archive.bulletin).find((each) => each.file === file);
    if (found === undefined) return undefined;
    const original = path.join(this.#folder, ...built.issue.folder.split("/"), ...found.source.split("/"));
    return this.#pictures.of(original, found.wish);
  }

  async page(kind: PageKind): Promise<string | undefined> {
    switch (kind.kind) {
      case "home":
        return this.#home();
      case "issue":
      case "print":
      case "pdf-frame":
        return this.#issuePage(kind);
      case "site":
        return this.#sitePage(kind.path);
      case "picture":
      case "asset":
      case "own":
      case "pdf":
      case "events":
        return undefined;
    }
  }

  async pdf(year: number, number: number): ReturnType<PreviewSource["pdf"]> {
    const found = this.#readable(year, number);
    if (found === undefined || "html" in found) return found;
    const printed = await this.#print(found.archive, found.built);
    return "pdf" in printed
      ? printed
      : { html: errorPage(found.built.view.title, printed, this.#live.sources(found.issue.id)) };
  }

  #issue(year: number, number: number): Issue | undefined {
    return this.#live.archive?.issues.find((issue) => issue.year === year && issue.number.value === number);
  }

  /** The issue if it has no errors, or else a page that lists them. */
  #readable(
    year: number,
    number: number,
  ):
    | {
        readonly archive: Archive;
        readonly issue: Issue;
        readonly built: BuiltIssue;
        readonly problems: readonly Problem[];
      }
    | { readonly html: string }
    | undefined {
    const { archive } = this.#live;
    const issue = this.#issue(year, number);
    const id = issue?.id ?? `${year}-${number}`;
    if (issue === undefined && !this.#live.ids().includes(id)) {
      const shared = this.#live.problems(id);
      return hasErrors(shared) ? { html: errorPage(id, shared, this.#live.sources(id)) } : undefined;
    }
    const problems = this.#live.problems(id);
    const built = issue === undefined ? undefined : this.#live.built(issue);
    if (hasErrors(problems) || archive === undefined || issue === undefined || built === undefined) {
      return { html: errorPage(`${year}年第${number}期`, problems, this.#live.sources(id)) };
    }
    return { archive, issue, built, problems };
  }

  async #issuePage(kind: Extract<PageKind, { kind: "issue" | "print" | "pdf-frame" }>): Promise<string | undefined> {
    const found = this.#readable(kind.year, kind.number);
    if (found === undefined) return undefined;
    if ("html" in found) return found.html;
    const { archive, issue, built, problems } = found;
    const { view } = built;
    const links = [
      { text: "各期", href: "/" },
      { text: "网页", href: `/${view.path}` },
      { text: "版式", href: `/${view.path}print.html` },
      { text: "PDF", href: `/${view.path}pdf.html` },
    ];
    const bar = { links, warnings: inReadingOrder(problems).length };
    if (kind.kind === "pdf-frame") return pdfFrame(view.title, `/${view.path}`, view.pdfName, bar);
    if (kind.kind === "print") {
      const printed = await this.#print(archive, built);
      return "pdf" in printed
        ? renderPreview(view, printed.plan, bar)
        : errorPage(view.title, printed, this.#live.sources(issue.id));
    }
    return this.#pages.ofIssue(archive, issue, built, bar);
  }

  #home(): string {
    const { archive } = this.#live;
    if (archive === undefined) return errorPage("刊物资料", this.#live.problems(""), this.#live.sources(""));
    const listed = this.#live
      .ids()
      .reverse()
      .map((id) => {
        const issue = archive.issues.find((other) => other.id === id);
        if (issue === undefined) return { id, name: id, date: "", path: `/issues/${id.replace("-", "/")}/` };
        return {
          id,
          name: `${issue.year}年第${issue.number.value}期`,
          date: momentForms.年月日(issue.date.value),
          path: `/issues/${issue.year}/${issue.number.value}/`,
        };
      });
    return listPage(archive.bulletin.siteTitle, listed);
  }

  async #sitePage(address: string): Promise<string | undefined> {
    const { archive } = this.#live;
    if (archive === undefined) return errorPage("刊物资料", this.#live.problems(""), this.#live.sources(""));
    this.#site ??= this.#pages.ofSite(archive);
    const pages = await this.#site;
    return pages.get(address === "site.html" ? "index.html" : address);
  }
}
