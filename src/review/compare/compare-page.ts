/**
 * The red-line page: an issue's text with its changes marked, then the changed figures. No scripts, no external files.
 */

import { templates } from "../../output/templates/environment.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { ComparedPart } from "./comparison.ts";
import type { Cause } from "./moved-figures.ts";
import type { RedParagraph } from "./redline.ts";

export interface CompareView {
  /** 永州市…工作简报第15期 */
  readonly title: string;
  /** 2020-11-07 的版本（1a2b3c4） */
  readonly since: string;
  readonly parts: readonly ComparedPart[];
  /** Why the old version could not be read in full. */
  readonly notes: readonly string[];
}

/** `css` is inlined; `fonts` is the address of a style sheet, for printing. */
export function comparePage({ title, since, parts, notes }: CompareView, css: string, fonts?: string): string {
  return templates().render("review/compare.njk", {
    title,
    since,
    notes,
    summary: summaryOf(parts),
    parts: parts.map(partView),
    moved: parts.filter(({ figures }) => figures.length > 0).map(figuresView),
    css,
    fonts,
  });
}

/** 有改动的 2 处，新增的 1 处；变动的数字 3 个。 A masthead is not an article, so parts are counted as 处. */
export function summaryOf(parts: readonly ComparedPart[]): string {
  const count = (status: ComparedPart["status"]): number => parts.filter((part) => part.status === status).length;
  const figures = parts.flatMap((part) => part.figures).length;
  const words = [
    ["有改动的", count("changed")],
    ["新增的", count("added")],
    ["删去的", count("removed")],
    ["移动了位置的", parts.filter((part) => part.moved).length],
  ].flatMap(([word, number]) => (number === 0 ? [] : [`${word} ${number} 处`]));
  if (words.length === 0 && figures === 0) return "没有变化。";
  return `${words.length === 0 ? "文字没有变" : words.join("，")}；变动的数字 ${figures} 个。`;
}

const statusNames: Readonly<Record<ComparedPart["status"], string>> = {
  same: "没有改动",
  changed: "有改动",
  added: "新增",
  removed: "删去",
};

function partView({ title, oldTitle, status, moved, paragraphs }: ComparedPart): object {
  const labels = [statusNames[status], ...(moved ? ["移动了位置"] : [])];
  return { title, oldTitle, status, labels, groups: status === "same" ? [] : grouped(paragraphs) };
}

/** Shortens unchanged paragraphs, and joins several of them. */
function grouped(paragraphs: readonly RedParagraph[]): object[] {
  const groups: object[] = [];
  let same: RedParagraph[] = [];
  const flush = (): void => {
    if (same.length > 0) groups.push(unchanged(same));
    same = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.kind === "same") same.push(paragraph);
    else {
      flush();
      groups.push(paragraph);
    }
  }
  flush();
  return groups;
}

/** Number of characters quoted from the first paragraph of a group. */
const shown = 24;

function unchanged(paragraphs: readonly RedParagraph[]): object {
  const texts = paragraphs.map(({ spans }) => spans.map(({ text }) => text).join(""));
  const [first = ""] = texts;
  const start = [...first].slice(0, shown).join("");
  return {
    kind: "unchanged",
    start: start === first ? start : `${start}……`,
    count: texts.length > 1 ? `等 ${texts.length} 处` : "这一处",
    texts,
  };
}

function figuresView({ title, figures }: ComparedPart): object {
  return { title, figures: figures.map((figure) => ({ ...figure, causes: figure.causes.map(causeText) })) };
}

/** counts.yaml:12:9 冷水滩区 56→57 */
export function causeText({ label, old, new: current, oldPlace, newPlace }: Cause): string {
  const [before, after] = [oldPlace && placeText(oldPlace), newPlace && placeText(newPlace)];
  const place =
    before === undefined || before === after
      ? after
      : after === undefined
        ? `原 ${before}`
        : `${after}（原 ${before}）`;
  const words = [label, `${old ?? "没有"}→${current ?? "没有"}`].filter((word) => word !== "").join(" ");
  return `${place ?? ""} ${words}`;
}

function placeText({ file, line, column }: Place): string {
  return `${file.split("/").at(-1) ?? file}:${line}:${column}`;
}
