/** The example issue with one more article, and its Word file, all in memory. */

import path from "node:path";
import { loadArchive } from "../../../src/read/load/load-archive.ts";
import { Root } from "../../../src/read/load/root.ts";
import { readTree } from "../../../src/document/tree/read-tree.ts";
import type { Archive } from "../../../src/model/archive.ts";
import type { Issue } from "../../../src/model/issue.ts";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { readArticle } from "../../../src/read/schema/read-article.ts";
import { computedBlocks } from "../../../src/document/computed-blocks.ts";
import { buildIssue } from "../../../src/document/issue-view.ts";
import { Scopes } from "../../../src/document/scope.ts";
import { readMarkedUp } from "../../../src/review/word-back/marked-up.ts";
import type { MarkedUp } from "../../../src/review/word-back/marked-up.ts";
import { readWord } from "../../../src/intake/word/read/read-word.ts";
import { writeWord } from "../../../src/output/word/write-word.ts";
import { partsOf, zip } from "../docx.ts";
import { schemaFaults } from "./schema.ts";

export const extraFile = "content/issues/2020-15/06-全.md";

export class WordIssue {
  readonly #archive: Archive;
  readonly #issue: Issue;
  readonly #pictures: Readonly<Record<string, Uint8Array>>;

  /** The example issue 2020-15 with an article of this text, and PNG files by their names. */
  constructor(extra: string, pictures: Readonly<Record<string, Uint8Array>> = {}) {
    this.#pictures = pictures;
    const archive = loadArchive(new Root(path.resolve(import.meta.dirname, "../../fixtures/example")));
    const issue = archive?.issues.find(({ id }) => id === "2020-15");
    if (archive === undefined || issue === undefined) throw new Error("no issue");
    this.#archive = archive;
    this.#issue = { ...issue, articles: [...issue.articles, articleOf(extraFile, extra)] };
  }

  /** The parts of its Word file; `files` are articles written anew. */
  async parts(files: ReadonlyMap<string, string> = new Map()): Promise<Map<string, Uint8Array>> {
    const articles = this.#issue.articles.map((article) => {
      const text = files.get(article.file);
      return text === undefined ? article : articleOf(article.file, text);
    });
    const issue = { ...this.#issue, articles };
    const scope = new Scopes(this.#archive).of(this.#issue);
    const { view } = buildIssue(issue, this.#archive, new Scopes({ ...this.#archive, issues: [issue] }));
    const views = view.sections.flatMap((section) => section.articles);
    const contents = articles.flatMap((one, at) => {
      const found = views.find(({ slug }) => slug === one.slug);
      const blocks = readTree(one.source, one.bodyStart, scope, computedBlocks);
      return found === undefined ? [] : [{ view: found, number: at + 1, blocks }];
    });
    const { bulletin } = this.#archive;
    const picture = (source: string) => {
      const bytes = this.#pictures[source];
      return bytes === undefined ? undefined : ({ format: "png", width: 4, height: 3, bytes } as const);
    };
    const { bytes } = await writeWord({ view, bulletin, articles: contents, picture });
    const parts = await partsOf(bytes);
    const faults = schemaFaults(parts);
    if (faults.length > 0) throw new Error(`no valid Word file: ${faults.join("; ")}`);
    return parts;
  }

  async readBack(parts: ReadonlyMap<string, Uint8Array>): Promise<MarkedUp> {
    const scope = new Scopes(this.#archive).of(this.#issue);
    const { view } = buildIssue(this.#issue, this.#archive, new Scopes({ ...this.#archive, issues: [this.#issue] }));
    return readMarkedUp(await readWord(zip(parts)), this.#issue, view, scope);
  }
}

function articleOf(file: string, text: string) {
  const article = readArticle(new SourceText(file, text)).value;
  if (article === undefined) throw new Error(`no article: ${text}`);
  return article;
}

export function documentXml(parts: ReadonlyMap<string, Uint8Array>): string {
  return Buffer.from(parts.get("word/document.xml") ?? "").toString("utf8");
}

export function withDocument(parts: ReadonlyMap<string, Uint8Array>, xml: string): Map<string, Uint8Array> {
  return new Map(parts).set("word/document.xml", Buffer.from(xml));
}
