/** Random edits of a Word file, made on its XML by plain text work as Word, WPS or a careless program would leave them: nothing of the product's. */

import { SaxesParser } from "saxes";
import { escaped } from "../docx.ts";
import type { Random } from "../random.ts";
import { shown } from "./accepted.ts";

export interface Edited {
  /** What was done, for the test's message. */
  readonly what: string;
  readonly xml: string;
}

const authors = [
  { name: "李主任", date: "2020-11-09T10:00:00Z" },
  { name: "王科长", date: "2020-11-09T11:00:00Z" },
] as const;
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
  /** One edit is of one author. */
  #author: (typeof authors)[number] = authors[0];

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
      () => this.#dropSeveral(xml),
      () => this.#dropTable(xml),
      () => this.#thinkAgain(xml),
      () => this.#newLine(xml),
      () => this.#note(xml),
      () => this.#look(xml),
      () => this.#wrap(xml),
      () => this.#commentOver(xml),
      () => this.#bare(xml),
    ];
    this.#author = this.#random.pick(authors);
    for (;;) {
      const edited = this.#random.pick(kinds)();
      // What stands in something else is not cut well by plain text work: then another edit.
      if (isWellFormed(edited.xml)) return edited;
    }
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

  /** Paragraphs one behind the other, over the end of an article too. */
  #dropSeveral(xml: string): Edited {
    const all = this.#paragraphs(xml, isText);
    const at = this.#random.below(all.length);
    const most = all.slice(at, at + 2 + this.#random.below(4));
    const some = most.filter((_, index) => xml.includes(most.slice(0, index + 1).join("")));
    return {
      what: `drop ${some.map((one) => `“${shown(one)}”`).join("")}`,
      xml: some.reduce((before, one) => this.#swap(before, one, this.#dropped(one, "del")), xml),
    };
  }

  #dropTable(xml: string): Edited {
    const tables = (xml.match(/<w:tbl>(?:(?!<\/w:tbl>)[\s\S])*<\/w:tbl>/g) ?? []).filter((one) =>
      /_b\d+r\d+c\d+_/.test(one),
    );
    if (tables.length === 0) return this.#insert(xml);
    const table = this.#random.pick(tables);
    const what = `drop the table “${shown(table)}”`;
    if (!this.#tracked) return { what, xml: this.#swap(xml, table, "") };
    const gone = table.replace(
      /<w:tr>(?:<w:trPr>([\s\S]*?)<\/w:trPr>)?/g,
      (_, inside: string | undefined) => `<w:tr><w:trPr>${inside ?? ""}<w:del${this.#signature()}/></w:trPr>`,
    );
    return { what, xml: this.#swap(xml, table, gone) };
  }

  /** Inserted by one and deleted again by the other; and words put in within what another put in. */
  #thinkAgain(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const at = this.#random.below(shown(target).length + 1);
    const { before, behind } = this.#cut(target, at);
    const again = this.#run("再想想").replaceAll("w:t>", "w:delText>").replaceAll("<w:t ", "<w:delText ");
    const nested = `<w:ins${this.#signature()}>${this.#run("甲")}<w:del${this.#signature()}>${again}</w:del>${this.#run("乙")}</w:ins>`;
    return {
      what: `think again at ${at} of “${shown(target)}”`,
      xml: this.#swap(xml, target, before + nested + behind),
    };
  }

  #newLine(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const at = this.#random.below(shown(target).length + 1);
    const { before, behind } = this.#cut(target, at);
    const line = this.#random.pick(["<w:br/>", "<w:tab/>", '<w:br w:type="page"/>', "<w:cr/>"]);
    const run = `<w:r>${line}</w:r>`;
    const added = this.#tracked ? `<w:ins${this.#signature()}>${run}</w:ins>` : run;
    return { what: `${line} at ${at} of “${shown(target)}”`, xml: this.#swap(xml, target, before + added + behind) };
  }

  #note(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const { before, behind } = this.#cut(target, this.#random.below(shown(target).length + 1));
    const note = `<w:r><w:${this.#random.pick(["foot", "end"])}noteReference w:id="2"/></w:r>`;
    const added = this.#tracked ? `<w:ins${this.#signature()}>${note}</w:ins>` : note;
    return { what: `a note in “${shown(target)}”`, xml: this.#swap(xml, target, before + added + behind) };
  }

  /** The words stay and look otherwise: raised, crossed out, hidden, in colour, tracked or not. */
  #look(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const from = this.#random.below(shown(target).length);
    const { before, behind } = this.#cut(target, from + 1);
    const inner = this.#cut(`${before}</w:p>`, from);
    const looks = ["<w:strike/>", "<w:vanish/>", '<w:color w:val="FF0000"/>'];
    const change = this.#tracked ? `<w:rPrChange${this.#signature()}><w:rPr/></w:rPrChange>` : "";
    const look = `<w:rPr>${this.#random.pick(looks)}${change}</w:rPr>`;
    const changed = inner.behind
      .replace(/<\/w:p>$/, "")
      .replace(/<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?/g, `<w:r>${look}`);
    return {
      what: `${look} at ${from} of “${shown(target)}”`,
      xml: this.#swap(xml, target, inner.before + changed + behind),
    };
  }

  /** As programs wrap what they know: controls, smart tags, links, marks of spelling. */
  #wrap(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml));
    const wraps = [
      (run: string) => `<w:smartTag w:uri="u" w:element="e">${run}</w:smartTag>`,
      (run: string) => `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`,
      (run: string) => `<w:hyperlink w:anchor="x">${run}</w:hyperlink>`,
      (run: string) =>
        `<w:proofErr w:type="spellStart"/>${run.replace("<w:r>", '<w:r w:rsidR="00A1">')}<w:proofErr w:type="spellEnd"/>`,
    ];
    const wrap = this.#random.pick(wraps);
    const changed = target.replace(/<w:r>(?:(?!<\/w:r>)[\s\S])*<\/w:r>/, wrap);
    return { what: `wrap the first run of “${shown(target)}”`, xml: this.#swap(xml, target, changed) };
  }

  /** From one paragraph into another, with words put in at its beginning. */
  #commentOver(xml: string): Edited {
    const all = this.#paragraphs(xml);
    const at = this.#random.below(all.length - 1);
    const [one = "", other = ""] = all.slice(at, at + 2);
    const id = ++this.#id;
    const first = this.#cut(this.#put(one, 0, "请改："), 0);
    const end = this.#cut(other, this.#random.below(shown(other).length + 1));
    const closed = `${end.before}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>${end.behind}`;
    const opened = `${first.before}<w:commentRangeStart w:id="${id}"/>${first.behind}`;
    return {
      what: `a comment from “${shown(one)}” to “${shown(other)}”`,
      xml: this.#swap(this.#swap(xml, one, opened), other, closed),
    };
  }

  /** A program drops the marks of a paragraph, and a word is changed in it. */
  #bare(xml: string): Edited {
    const target = this.#random.pick(this.#paragraphs(xml, isText));
    const bare = target.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, "");
    const at = this.#random.below(shown(bare).length + 1);
    return {
      what: `“全” at ${at} of “${shown(target)}” without its marks`,
      xml: this.#swap(xml, target, this.#put(bare, at, "全")),
    };
  }

  #overCells(xml: string): Edited {
    const cells = this.#paragraphs(xml, (one) => /_b\d+r\d+c\d+_/.test(one));
    if (cells.length < 2) return this.#insert(xml);
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
    if (rows.length === 0) return this.#insert(xml);
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
    const { name, date } = this.#author;
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

function isWellFormed(xml: string): boolean {
  const parser = new SaxesParser();
  let isFine = true;
  parser.on("error", () => (isFine = false));
  parser.write(xml).close();
  return isFine;
}

function isText(paragraph: string): boolean {
  return /_b\d+_[0-9a-f]{8}/.test(paragraph);
}
