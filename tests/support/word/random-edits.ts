/**
 * Random edits of a Word file, made on its XML by plain text work as Word, WPS or a careless program would leave them: nothing of the
 * product's. The accepted text is walked by itself here as well.
 */

import { escaped } from "../docx.ts";
import type { Random } from "../random.ts";

export interface Edited {
  /** What was done, for the test's message. */
  readonly what: string;
  readonly xml: string;
}

/** Paragraphs in reading order with everything accepted; line breaks, tabs and what text boxes say left out, empty ones too. */
export function acceptedParagraphs(xml: string): string[] {
  const body = xml
    .replace(/<w:txbxContent>[\s\S]*?<\/w:txbxContent>/g, "")
    // Rows and cells that are deleted go whole.
    .replace(/<w:tr(?: [^>]*)?>(?:(?!<\/w:tr>)[\s\S])*?<\/w:tr>/g, (row) =>
      /<w:trPr>(?:(?!<\/w:trPr>)[\s\S])*<w:del /.test(row) ? "" : row,
    )
    .replace(/<w:tc>(?:(?!<\/w:tc>)[\s\S])*?<\/w:tc>/g, (cell) => (/<w:cellDel /.test(cell) ? "" : cell));
  const paragraphs: string[] = [];
  let carried = "";
  for (const match of body.matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>|<\/w:tc>|<w:tbl>/g)) {
    const content = match[1];
    if (content === undefined) {
      // The end of a cell is no paragraph's to lose.
      paragraphs.push(carried);
      carried = "";
      continue;
    }
    const markGone = /<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<w:(?:del|moveFrom) [^>]*\/>/.test(
      /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(content)?.[0] ?? "",
    );
    // Masthead, contents and imprint are made anew of what the articles say.
    if (/_jb_0_/.test(content)) continue;
    const text = carried + shown(content);
    carried = markGone ? text : "";
    if (!markGone) paragraphs.push(text);
  }
  paragraphs.push(carried);
  return paragraphs.filter((text) => text !== "");
}

function shown(content: string): string {
  const kept = content.replace(/<w:(del|moveFrom) [^>]*[^/]>[\s\S]*?<\/w:\1>/g, "");
  return [...kept.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = ""]) => text)
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/[\n\t]/g, "");
}

const authors = [
  { name: "李主任", date: "2020-11-09T10:00:00Z" },
  { name: "王科长", date: "2020-11-09T11:00:00Z" },
];
const phrases = [
  "据悉，",
  "进一步",
  "（略）",
  "[附件]",
  "12",
  "*重要*",
  "全面落实责任",
  "# 号",
  "|",
  "。",
  "3.5亿元",
  "1. 首先",
];

/** `tracked` edits leave their marks; the others do not. */
export class RandomEditor {
  readonly #random: Random;
  readonly #tracked: boolean;
  /** WPS writes no `xml:space`, some programs one run for each character. */
  readonly #plain: boolean;
  #id = 20_000;

  constructor(random: Random, tracked: boolean) {
    this.#random = random;
    this.#tracked = tracked;
    this.#plain = random.next() < 0.3;
  }

  edit(xml: string): Edited {
    const kinds = [
      () => this.#insert(xml),
      () => this.#delete(xml),
      () => this.#replace(xml),
      () => this.#newParagraph(xml),
      () => this.#dropParagraphs(xml),
      () => this.#move(xml),
      () => this.#moveWords(xml),
      () => this.#split(xml),
      () => this.#merge(xml),
      () => this.#overCells(xml),
      () => this.#row(xml),
      () => this.#box(xml),
      () => this.#comment(xml),
      () => this.#overParagraphs(xml),
    ];
    return this.#random.pick(kinds)();
  }

  #paragraphs(xml: string, filter: (paragraph: string) => boolean = () => true): string[] {
    return (xml.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g) ?? []).filter(
      (one) => /_jb_[1-9]\d*_[a-z]/.test(one) && shown(one).length > 1 && filter(one),
    );
  }

  #insert(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const text = this.#random.pick(phrases);
    const at = this.#random.below(shown(target).length + 1);
    return {
      what: `insert “${text}” at ${at} of “${shown(target)}”`,
      xml: this.#swap(xml, target, this.#put(target, at, text)),
    };
  }

  #delete(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const from = this.#random.below(shown(target).length);
    const to = from + 1 + this.#random.below(Math.min(12, shown(target).length - from));
    return {
      what: `delete ${from}–${to} of “${shown(target)}”`,
      xml: this.#swap(xml, target, this.#take(target, from, to)),
    };
  }

  #replace(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const from = this.#random.below(shown(target).length);
    const to = from + 1 + this.#random.below(Math.min(6, shown(target).length - from));
    const text = this.#random.pick(phrases);
    const what = `“${text}” for ${from}–${to} of “${shown(target)}”`;
    return { what, xml: this.#swap(xml, target, this.#take(this.#put(target, to, text), from, to)) };
  }

  #newParagraph(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const text = `${this.#random.pick(phrases)}新的一段${this.#random.pick(phrases)}`;
    const behind = this.#random.next() < 0.5;
    const added = this.#paragraph(text, !behind);
    const next = behind ? (this.#tracked ? this.#markEnd(target, "ins") : target) + added : added + target;
    return {
      what: `new paragraph ${behind ? "behind" : "before"} “${shown(target)}”`,
      xml: this.#swap(xml, target, next),
    };
  }

  #dropParagraphs(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    return { what: `drop “${shown(target)}”`, xml: this.#swap(xml, target, this.#dropped(target, "del")) };
  }

  #move(xml: string): Edited {
    const [source, goal] = this.#random.shuffled(this.#paragraphs(xml, isText));
    if (source === undefined || goal === undefined) return this.#insert(xml);
    const asMove = this.#random.next() < 0.5;
    const added = this.#tracked
      ? this.#paragraph(shown(source), true, asMove ? "moveTo" : "ins")
      : // Cut and pasted: bookmarks go along, or do not.
        this.#random.next() < 0.5
        ? source
        : this.#paragraph(shown(source), false);
    const without = this.#swap(xml, source, this.#dropped(source, asMove ? "moveFrom" : "del"));
    return { what: `move “${shown(source)}” before “${shown(goal)}”`, xml: this.#swap(without, goal, added + goal) };
  }

  #moveWords(xml: string): Edited {
    const [source, goal] = this.#random.shuffled(this.#paragraphs(xml));
    if (source === undefined || goal === undefined) return this.#insert(xml);
    const from = this.#random.below(shown(source).length);
    const to = Math.min(shown(source).length, from + 4 + this.#random.below(12));
    const words = shown(source).slice(from, to);
    const at = this.#random.below(shown(goal).length + 1);
    const asMove = this.#random.next() < 0.5;
    const without = this.#swap(xml, source, this.#take(source, from, to, asMove ? "moveFrom" : "del"));
    const what = `move “${words}” from “${shown(source)}” into ${at} of “${shown(goal)}”`;
    return { what, xml: this.#swap(without, goal, this.#put(goal, at, words, asMove ? "moveTo" : "ins")) };
  }

  #split(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const at = this.#random.below(shown(target).length + 1);
    const { before, behind } = this.#cut(target, at);
    const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(target)?.[0] ?? "";
    const first = `${before}</w:p>`;
    return {
      what: `split at ${at} “${shown(target)}”`,
      xml: this.#swap(xml, target, `${this.#tracked ? this.#markEnd(first, "ins") : first}<w:p>${properties}${behind}`),
    };
  }

  #merge(xml: string): Edited {
    const pairs = [
      ...xml.matchAll(/(<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>)(?=(<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>))/g),
    ].filter(([, one = "", other = ""]) => [one, other].every((each) => /_jb_[1-9]\d*_[a-z]/.test(each)));
    const [, one = "", other = ""] = this.#random.pick(pairs);
    const what = `merge “${shown(one)}” with “${shown(other)}”`;
    if (this.#tracked) return { what, xml: this.#swap(xml, one, this.#markEnd(one, "del")) };
    const joined = one.replace(/<\/w:p>$/, "") + other.replace(/^<w:p>(?:<w:pPr>[\s\S]*?<\/w:pPr>)?/, "");
    return { what, xml: this.#swap(xml, one + other, joined) };
  }

  /** From within one paragraph into the next. */
  #overParagraphs(xml: string): Edited {
    const all = this.#paragraphs(xml);
    const at = this.#random.below(all.length - 1);
    const one = all[at] ?? "";
    const other = all[at + 1] ?? "";
    if (!xml.includes(one + other)) return this.#delete(xml);
    const from = this.#random.below(shown(one).length);
    const to = 1 + this.#random.below(shown(other).length);
    const first = this.#take(one, from, shown(one).length);
    const second = this.#take(other, 0, to);
    const what = `delete from ${from} of “${shown(one)}” to ${to} of “${shown(other)}”`;
    const joined = this.#tracked
      ? this.#markEnd(first, "del") + second
      : first.replace(/<\/w:p>$/, "") + second.replace(/^<w:p>(?:<w:pPr>[\s\S]*?<\/w:pPr>)?/, "");
    return { what, xml: this.#swap(xml, one + other, joined) };
  }

  #overCells(xml: string): Edited {
    const cells = this.#paragraphs(xml, (one) => /_b\d+r\d+c\d+_/.test(one));
    const at = this.#random.below(cells.length - 1);
    const [one = "", other = ""] = cells.slice(at, at + 2);
    const cleared = this.#swap(xml, one, this.#take(one, 0, shown(one).length));
    return {
      what: `delete the cells “${shown(one)}” and “${shown(other)}”`,
      xml: this.#swap(cleared, other, this.#take(other, 0, shown(other).length)),
    };
  }

  #row(xml: string): Edited {
    const rows = (xml.match(/<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g) ?? []).filter((row) =>
      /_b\d+r\d+c\d+_/.test(row),
    );
    const row = this.#random.pick(rows);
    const out = this.#random.next() < 0.5;
    const words = shown(row);
    if (!this.#tracked) {
      const copy = row.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, "");
      return {
        what: `${out ? "delete" : "copy"} the row “${words}”`,
        xml: this.#swap(xml, row, out ? "" : row + copy),
      };
    }
    const mark = `<w:${out ? "del" : "ins"}${this.#signature()}/>`;
    const marked = row.replace(
      /<w:tr>(?:<w:trPr>([\s\S]*?)<\/w:trPr>)?/,
      (_, inside: string | undefined) => `<w:tr><w:trPr>${inside ?? ""}${mark}</w:trPr>`,
    );
    if (out) return { what: `delete the row “${words}”`, xml: this.#swap(xml, row, marked) };
    const copy = marked.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, "");
    return { what: `insert a row like “${words}”`, xml: this.#swap(xml, row, row + copy) };
  }

  #box(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const at = this.#random.below(shown(target).length + 1);
    const { before, behind } = this.#cut(target, at);
    const added = this.#tracked ? `<w:ins${this.#signature()}>${box}</w:ins>` : box;
    return { what: `a box at ${at} of “${shown(target)}”`, xml: this.#swap(xml, target, before + added + behind) };
  }

  #comment(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const at = this.#random.below(shown(target).length + 1);
    const { before, behind } = this.#cut(target, at);
    const id = ++this.#id;
    const added = `<w:commentRangeStart w:id="${id}"/><w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const commented = before + added + behind;
    return {
      what: `a comment and words at ${at} of “${shown(target)}”`,
      xml: this.#swap(xml, target, this.#put(commented, at, "请改", "ins")),
    };
  }

  #swap(xml: string, from: string, to: string): string {
    const at = xml.indexOf(from);
    if (at < 0) throw new Error("the paragraph is gone");
    return xml.slice(0, at) + to + xml.slice(at + from.length);
  }

  #signature(): string {
    const { name, date } = this.#random.pick(authors);
    return ` w:id="${++this.#id}" w:author="${name}" w:date="${date}"`;
  }

  #run(text: string): string {
    const runs = this.#plain ? [...text] : [text];
    return runs
      .map((part) => `<w:r><w:t${this.#plain ? "" : ' xml:space="preserve"'}>${escaped(part)}</w:t></w:r>`)
      .join("");
  }

  /** `closed`: its end is new as well. */
  #paragraph(text: string, closed: boolean, kind: "ins" | "moveTo" = "ins"): string {
    if (!this.#tracked) return `<w:p>${this.#run(text)}</w:p>`;
    const signature = this.#signature();
    const end = closed ? `<w:pPr><w:rPr><w:${kind}${signature}/></w:rPr></w:pPr>` : "";
    return `<w:p>${end}<w:${kind}${signature}>${this.#run(text)}</w:${kind}></w:p>`;
  }

  #dropped(paragraph: string, kind: "del" | "moveFrom"): string {
    if (!this.#tracked) return "";
    return this.#markEnd(this.#take(paragraph, 0, shown(paragraph).length, kind), kind);
  }

  #markEnd(paragraph: string, kind: "ins" | "del" | "moveFrom"): string {
    const mark = `<w:rPr><w:${kind}${this.#signature()}/></w:rPr>`;
    return paragraph.includes("</w:pPr>")
      ? paragraph.replace("</w:pPr>", `${mark}</w:pPr>`)
      : paragraph.replace("<w:p>", `<w:p><w:pPr>${mark}</w:pPr>`);
  }

  #put(paragraph: string, at: number, text: string, kind: "ins" | "moveTo" = "ins"): string {
    const { before, behind } = this.#cut(paragraph, at);
    const run = this.#run(text);
    return before + (this.#tracked ? `<w:${kind}${this.#signature()}>${run}</w:${kind}>` : run) + behind;
  }

  /** Without the characters, or with them struck out under tracking. Runs between them that say nothing stay. */
  #take(paragraph: string, from: number, to: number, kind: "del" | "moveFrom" = "del"): string {
    const { before, behind } = this.#cut(paragraph, to);
    const inner = this.#cut(`${before}</w:p>`, from);
    const middle = inner.behind.replace(/<\/w:p>$/, "");
    const changed = middle.replace(/<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/g, (run) => {
      if (!/<w:t[ >]/.test(run)) return run;
      if (!this.#tracked) return "";
      const text = kind === "del" ? run.replaceAll("w:t>", "w:delText>").replaceAll("<w:t ", "<w:delText ") : run;
      return `<w:${kind}${this.#signature()}>${text}</w:${kind}>`;
    });
    return inner.before + changed + behind;
  }

  /** Two halves of a paragraph at that offset of its text, between two runs. */
  #cut(paragraph: string, offset: number): { readonly before: string; readonly behind: string } {
    let seen = 0;
    let end = /^<w:p>(?:<w:pPr>[\s\S]*?<\/w:pPr>)?(?:<w:bookmarkStart[^>]*\/>)*/.exec(paragraph)?.[0].length ?? 0;
    if (offset === 0) return { before: paragraph.slice(0, end), behind: paragraph.slice(end) };
    for (const match of paragraph.matchAll(
      /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?)((?:(?!<\/w:r>)[\s\S])*)<\/w:r>/g,
    )) {
      const [run, look = "", content = ""] = match;
      const text = shown(run);
      if (text === "" || seen + text.length < offset) {
        seen += text.length;
        continue;
      }
      end = match.index + run.length;
      if (seen + text.length === offset) return { before: paragraph.slice(0, end), behind: paragraph.slice(end) };
      if (!/^<w:t(?: [^>]*)?>[^<]*<\/w:t>$/.test(content)) break;
      const part = (words: string): string => `<w:r>${look}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
      const at = offset - seen;
      return {
        before: paragraph.slice(0, match.index) + part(text.slice(0, at)),
        behind: part(text.slice(at)) + paragraph.slice(end),
      };
    }
    // Words in tabs or breaks are not cut: behind the run then.
    return { before: paragraph.slice(0, end), behind: paragraph.slice(end) };
  }
}

function isText(paragraph: string): boolean {
  return /_b\d+_[0-9a-f]{8}/.test(paragraph);
}
