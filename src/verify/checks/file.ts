/** Metadata and structure tree. */

import type { Bulletin } from "../layout/bulletin.ts";
import { isWithin, nearest } from "../model/element.ts";
import type { Element } from "../model/element.ts";
import { at, quote } from "./check.ts";
import type { Check, Outcome, Result } from "./check.ts";

const metadata = { clause: "ISO 14289-1 7", strength: "惯例", severity: "fail" } as const;

export const fileChecks: readonly Check[] = [
  { ...metadata, id: "title", name: "文件标题", run: title },
  { ...metadata, id: "language", name: "语言与标签", run: language },
  { ...metadata, id: "outline", name: "书签", run: outline },
  { ...metadata, clause: "DA/T 47", id: "description", name: "作者主题关键词", severity: "warn", run: description },
  { ...metadata, id: "structure", name: "结构标签", run: structure },
  { ...metadata, id: "artifacts", name: "页码与线不入结构", run: artifacts },
];

function title({ measured: { facts } }: Bulletin): Outcome {
  const faults: string[] = [];
  if (facts.title === undefined || facts.title.trim() === "") faults.push("没有标题");
  else if (!/第\d+期/.test(facts.title)) faults.push(`标题${quote(facts.title)}里没有期号`);
  if (!facts.displayTitle) faults.push("没有设为在窗口显示标题");
  return { expected: "刊名第N期，在窗口显示", measured: facts.title ?? "没有", faults };
}

function language({ measured: { facts } }: Bulletin): Outcome {
  const faults: string[] = [];
  if (facts.language !== "zh-CN") faults.push(`语言是 ${facts.language ?? "空"}`);
  if (!facts.marked) faults.push("没有标明是加标签的 PDF");
  return {
    expected: "zh-CN，加标签",
    measured: `${facts.language ?? "没有语言"}，${facts.marked ? "加标签" : "没有标签"}`,
    faults,
  };
}

/** Columns and headlines must be among the bookmarks; blanks are ignored. */
function outline({ measured: { facts }, paragraphs }: Bulletin): Result {
  const plain = (text: string): string => text.replace(/\s/g, "");
  const marks = new Set(facts.outline.map(plain));
  const headings = paragraphs.filter(({ role }) => role === "H2" || role === "H3");
  const faults = headings.filter(({ text }) => !marks.has(plain(text))).map(({ text }) => `没有书签${quote(text)}`);
  if (facts.outline.length === 0) faults.unshift("没有书签");
  return { expected: "每个栏目、标题一个", measured: `${facts.outline.length} 个`, faults };
}

function description({ measured: { facts }, masthead }: Bulletin): Outcome {
  const given = {
    作者: facts.author,
    主题: facts.subject,
    关键词: facts.keywords,
    创建日期: facts.created,
    修改日期: facts.modified,
  };
  const faults = Object.entries(given).flatMap(([term, value]) =>
    value === undefined || value === "" ? [`没有${term}`] : [],
  );
  const printed = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(masthead.rows.at(-1)?.text ?? "");
  if (printed !== null && facts.created !== undefined) {
    const [, year = "", month = "", day = ""] = printed;
    // The date of an issue is a day in China, regardless of the time zone in the file.
    const china = new Date(facts.created.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    if (china !== `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
      faults.push(`创建日期是 ${china}，报头日期是 ${printed[0]}`);
  }
  return {
    expected: "齐全，日期与报头一致",
    measured: `${5 - faults.filter((fault) => fault.startsWith("没有")).length}/5 项`,
    faults,
  };
}

/** Requires one H1, H2 before H3, header cells in tables, and alternative texts of pictures. */
function structure({ measured: { elements }, pages }: Bulletin): Result {
  if (elements.length === 0) return { expected: "有结构树", measured: "没有", faults: ["没有结构树"] };
  const count = (role: string): number => elements.filter((element) => element.role === role).length;
  const faults: string[] = [];
  if (count("H1") !== 1) faults.push(`H1 有 ${count("H1")} 个，应有 1 个`);
  for (const role of ["H2", "H3", "P"]) if (count(role) === 0) faults.push(`没有 ${role}`);
  const tables = elements.filter(({ role }) => role === "Table");
  for (const table of tables) {
    const heads = elements.filter(
      (element) => element.role === "TH" && nearest(element, (up) => up === table) !== undefined,
    );
    if (heads.length === 0) faults.push("有表格没有表头单元格 TH");
    else if (heads.some(({ scope }) => scope === undefined)) faults.push("有表头单元格没有 Scope");
  }
  // With a caption, the Figure of the picture, which has the text, is inside another Figure.
  const outer = new Set(
    elements.filter(({ role }) => role === "Figure").map(({ parent }) => nearest(parent, isFigure)),
  );
  for (const figure of elements.filter((element) => isFigure(element) && !outer.has(element)))
    if (figure.alt === undefined || figure.alt.trim() === "") faults.push("有图没有替代文字 Alt");
  const loose = pages.flatMap((page) =>
    page.pictures.filter(({ element }) => element !== undefined && !isWithin(element, "Figure")),
  );
  if (loose.length > 0) faults.push(`有 ${loose.length} 张图不在 Figure 里`);
  const measured = ["H1", "H2", "H3", "P", "Table", "Figure"].map((role) => `${role} ${count(role)}`).join("，");
  return { expected: "H1 一个，有 H2、H3、P，表有 TH，图有 Alt", measured, faults: [...new Set(faults)] };
}

function isFigure({ role }: Element): boolean {
  return role === "Figure";
}

/** Repeated or decorative parts must be artifacts, which screen readers skip. */
function artifacts({ pageNumbers, masthead, imprint, text, tagged }: Bulletin): Result {
  if (!tagged) return { unchecked: "没有结构树" };
  const faults: string[] = [];
  for (const line of pageNumbers)
    if (line?.glyphs.some(({ element }) => element !== undefined) === true)
      faults.push(`第 ${line.page} 页的页码在结构里`);
  if (masthead.rule?.element !== undefined) faults.push(`红线在结构里（${masthead.rule.element.role}）`);
  for (const [index, rule] of (imprint?.rules ?? []).entries())
    if (rule.element !== undefined) faults.push(`版记第 ${index + 1} 条线在结构里（${rule.element.role}）`);
  const untaggedText = text.filter((line) => line.glyphs.some(({ element }) => element === undefined));
  for (const line of untaggedText) faults.push(`${at(line)}${quote(line.text)}有字不在结构里`);
  return {
    expected: "线和页码不入，正文全入",
    measured: faults.length === 0 ? "是" : `${faults.length} 处不是`,
    faults,
  };
}
