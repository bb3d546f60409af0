/** Tracked changes and comments put into a Word file by plain work on its XML, as another program might: nothing of the product's. */

import { escaped, zip } from "./docx.ts";

interface Author {
  readonly name: string;
  readonly date: string;
}

export interface Change {
  /** Words of the paragraph that tell it from all others. */
  readonly paragraph: string;
  /** The words that are deleted; or, when empty, `after` tells the place. */
  readonly remove?: string;
  /** Insert behind these words, at the paragraph's beginning when empty. */
  readonly after?: string;
  readonly insert?: string;
  /** The paragraph's end is deleted. */
  readonly mark?: "join";
  readonly by: Author;
}

export class TrackedFile {
  readonly #parts: Map<string, string | Uint8Array>;
  #xml: string;
  #id = 9000;
  #comments = "";

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.#parts = new Map(parts);
    this.#xml = Buffer.from(parts.get("word/document.xml") ?? "").toString("utf8");
  }

  change({ paragraph, remove = "", after = "", insert = "", mark, by }: Change): void {
    this.#edit(paragraph, (xml) => {
      let done = xml;
      const added =
        insert === "" ? "" : this.#marked("ins", `<w:r><w:t xml:space="preserve">${escaped(insert)}</w:t></w:r>`, by);
      if (remove !== "") done = this.#around(done, remove, (runs) => this.#deleted(runs, by) + added);
      else if (added !== "" && after === "") done = done.replace(/<w:bookmarkStart|<w:r>/, (start) => added + start);
      else if (added !== "") done = this.#around(done, after, (runs) => runs + added);
      if (mark === "join") done = this.#markEnd(done, "del", by);
      return done;
    });
  }

  /** A new paragraph behind one: its text and its end are inserted. */
  paragraph(paragraph: string, text: string, by: Author): void {
    this.#edit(paragraph, (xml) => {
      const style = /<w:pStyle [^>]*>/.exec(xml)?.[0] ?? "";
      const added = `<w:p><w:pPr>${style}</w:pPr>${this.#marked("ins", `<w:r><w:t>${escaped(text)}</w:t></w:r>`, by)}</w:p>`;
      // As Word does it: the old paragraph's end is the new one, the new paragraph has the old end.
      return this.#markEnd(xml, "ins", by) + added;
    });
  }

  /** A paragraph in front of one, inserted with its end. */
  before(paragraph: string, text: string, by: Author): void {
    this.#edit(paragraph, (xml) => {
      const added = `<w:p>${this.#marked("ins", `<w:r><w:t>${escaped(text)}</w:t></w:r>`, by)}</w:p>`;
      return this.#markEnd(added, "ins", by) + xml;
    });
  }

  /** A whole paragraph deleted. */
  drop(paragraph: string, by: Author): void {
    this.#edit(paragraph, (xml) =>
      this.#markEnd(
        this.#around(xml, textOf(xml), (runs) => this.#deleted(runs, by)),
        "del",
        by,
      ),
    );
  }

  #deleted(runs: string, by: Author): string {
    return this.#marked("del", runs.replaceAll("w:t>", "w:delText>").replaceAll("<w:t ", "<w:delText "), by);
  }

  comment(paragraph: string, words: string, text: string, by: Author): void {
    const id = ++this.#id;
    this.#comments += `<w:comment w:id="${id}" w:author="${by.name}" w:date="${by.date}"><w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p></w:comment>`;
    this.#edit(paragraph, (xml) =>
      this.#around(
        xml,
        words,
        (runs) =>
          `<w:commentRangeStart w:id="${id}"/>${runs}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
      ),
    );
  }

  bytes(): Buffer {
    const parts = new Map(this.#parts);
    parts.set("word/document.xml", this.#xml);
    const comments = Buffer.from(parts.get("word/comments.xml") ?? "").toString("utf8");
    parts.set(
      "word/comments.xml",
      comments.replace(/(<w:comments[^>]*?)(?:\/>|>[\s\S]*<\/w:comments>)/, `$1>${this.#comments}</w:comments>`),
    );
    return zip(parts);
  }

  /** Paragraphs as accepting everything leaves them. */
  accepted(): string[] {
    const settled = this.#xml
      .replace(/<w:del [^>]*[^/]>(?:(?!<\/w:del>)[\s\S])*<\/w:del>/g, "")
      .replace(/<\/w:p>/g, "\n")
      .split("\n")
      .map((part) => (/<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr>/.test(part) ? `${textOf(part)}\u0001` : textOf(part)));
    return settled
      .join("\n")
      .replaceAll("\u0001\n", "")
      .split("\n")
      .filter((text) => text !== "");
  }

  #edit(paragraph: string, change: (xml: string) => string): void {
    const all = this.#xml.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? [];
    const found = all.filter((xml) => textOf(xml).includes(paragraph));
    const [xml] = found;
    if (found.length !== 1 || xml === undefined) throw new Error(`“${paragraph}” stands in ${found.length} paragraphs`);
    this.#xml = this.#xml.replace(xml, () => change(xml));
  }

  #marked(kind: "ins" | "del", runs: string, { name, date }: Author): string {
    return `<w:${kind} w:id="${++this.#id}" w:author="${name}" w:date="${date}">${runs}</w:${kind}>`;
  }

  #markEnd(xml: string, kind: "ins" | "del", { name, date }: Author): string {
    const mark = `<w:rPr><w:${kind} w:id="${++this.#id}" w:author="${name}" w:date="${date}"/></w:rPr>`;
    return xml.includes("</w:pPr>")
      ? xml.replace("</w:pPr>", `${mark}</w:pPr>`)
      : xml.replace("<w:p>", `<w:p><w:pPr>${mark}</w:pPr>`);
  }

  /** Splits the runs at the edges of the words and wraps those that hold them. */
  #around(xml: string, words: string, wrap: (runs: string) => string): string {
    const { before, inside, after } = this.#divided(xml, words);
    return before + wrap(inside) + after;
  }

  #divided(xml: string, words: string): { before: string; inside: string; after: string } {
    const start = textOf(xml).indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not there`);
    const cutAt = (source: string, offset: number): number => {
      // The place in the XML in front of which `offset` characters of text stand, between two runs.
      let seen = 0;
      for (const match of source.matchAll(/<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g)) {
        const length = textOf(match[0]).length;
        if (seen === offset && length > 0) return match.index;
        seen += length;
        if (seen === offset) return match.index + match[0].length;
      }
      throw new Error("no run ends there");
    };
    const split = splitRun(splitRun(xml, start), start + words.length);
    const from = cutAt(split, start);
    // The end is that of the last run of the words, so that what wraps them holds whole runs.
    let to = from;
    let seen = start;
    for (const match of split.matchAll(/<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g)) {
      if (match.index < from || seen >= start + words.length) continue;
      seen += textOf(match[0]).length;
      to = match.index + match[0].length;
    }
    return { before: split.slice(0, from), inside: split.slice(from, to), after: split.slice(to) };
  }
}

/** Makes a run begin at that offset of the text. */
function splitRun(xml: string, offset: number): string {
  let seen = 0;
  for (const match of xml.matchAll(/<w:r>(<w:rPr>.*?<\/w:rPr>)?<w:(t|delText)(?: [^>]*)?>([^<]*)<\/w:\2><\/w:r>/g)) {
    const [run, properties = "", tag = "t", content = ""] = match;
    const text = unescaped(content);
    if (offset > seen && offset < seen + text.length) {
      const part = (words: string): string =>
        `<w:r>${properties}<w:${tag} xml:space="preserve">${escaped(words)}</w:${tag}></w:r>`;
      const parts = part(text.slice(0, offset - seen)) + part(text.slice(offset - seen));
      return xml.slice(0, match.index) + parts + xml.slice(match.index + run.length);
    }
    seen += text.length;
  }
  return xml;
}

export function textOf(xml: string): string {
  return [...xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>/g)]
    .map(([, text = ""]) => unescaped(text))
    .join("");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
