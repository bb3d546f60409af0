/** The red-line page: an issue's words as they were and as they are, then the figures that moved. No script, nothing from outside. */

import { escapeHtml } from "../../compute/phrase/html.ts";
import type { Place } from "../../base/problem/problem.ts";
import type { ComparedPart } from "./comparison.ts";
import type { Cause, MovedFigure } from "./moved-figures.ts";
import type { RedParagraph, Span } from "./redline.ts";

export interface CompareView {
  /** 永州市…工作简报第15期 */
  readonly title: string;
  /** 2020-11-07 的版本（1a2b3c4） */
  readonly since: string;
  readonly parts: readonly ComparedPart[];
  /** What kept the old version from being read in full. */
  readonly notes: readonly string[];
}

/** `css` is put into the page; `fonts` is a style sheet beside it, where it is printed. */
export function comparePage({ title, since, parts, notes }: CompareView, css: string, fonts?: string): string {
  const told = notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>红线稿 ${escapeHtml(title)}</title>
${fonts === undefined ? "" : `<link rel="stylesheet" href="${fonts}">\n`}<style>
${css}
</style>
</head>
<body>
<main>
<p class="internal">内部使用</p>
<h1>红线稿</h1>
<p class="of">${escapeHtml(title)}</p>
<p class="since">与 ${escapeHtml(since)}相比：${escapeHtml(summaryOf(parts))}</p>
<p class="key"><ins>加下划线的是新加的</ins>，<del>加删除线的是删去的</del>；没有改动的段落只列开头。</p>
${told === "" ? "" : `<section class="notes"><h2>说明</h2><ul>${told}</ul></section>`}
${parts.map(partHtml).join("\n")}
${figuresHtml(parts)}
</main>
</body>
</html>
`;
}

/** 有改动的 2 处，新增的 1 处；变动的数字 3 个。 A masthead is no article, so that parts are counted as 处. */
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

function partHtml({ title, oldTitle, status, moved, paragraphs }: ComparedPart): string {
  const labels = [statusNames[status], ...(moved ? ["移动了位置"] : [])].map((text) => `<span>${text}</span>`).join("");
  const old = oldTitle === undefined ? "" : `<p class="old-title">原题：${escapeHtml(oldTitle)}</p>`;
  const body = status === "same" ? "" : grouped(paragraphs).join("\n");
  return `<section class="part ${status}">
<h2>${escapeHtml(title)}${labels}</h2>
${old}${body}
</section>`;
}

/** Paragraphs that did not change are short, and several of them one. */
function grouped(paragraphs: readonly RedParagraph[]): string[] {
  const html: string[] = [];
  let same: RedParagraph[] = [];
  const flush = (): void => {
    if (same.length > 0) html.push(unchanged(same));
    same = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.kind === "same") same.push(paragraph);
    else {
      flush();
      html.push(`<p class="${paragraph.kind}">${paragraph.spans.map(spanHtml).join("")}</p>`);
    }
  }
  flush();
  return html;
}

const shown = 24;

function unchanged(paragraphs: readonly RedParagraph[]): string {
  const texts = paragraphs.map(({ spans }) => spans.map(({ text }) => text).join(""));
  const [first = ""] = texts;
  const start = [...first].slice(0, shown).join("");
  const more = texts.length > 1 ? `等 ${texts.length} 处` : "这一处";
  return `<details><summary>${escapeHtml(start)}${start === first ? "" : "……"}<span>${more}没有改动</span></summary>${texts.map((text) => `<p>${escapeHtml(text)}</p>`).join("")}</details>`;
}

function spanHtml({ kind, text }: Span): string {
  const escaped = escapeHtml(text);
  if (kind === "same") return escaped;
  return kind === "inserted" ? `<ins>${escaped}</ins>` : `<del>${escaped}</del>`;
}

function figuresHtml(parts: readonly ComparedPart[]): string {
  const groups = parts.filter((part) => part.figures.length > 0);
  if (groups.length === 0) return '<section class="figures"><h2>变动的数字</h2><p>没有变动的数字。</p></section>';
  const bodies = groups.map(
    ({ title, figures }) =>
      `<tbody><tr class="group"><th colspan="4" scope="rowgroup">${escapeHtml(title)}</th></tr>\n${figures.map(figureHtml).join("\n")}</tbody>`,
  );
  return `<section class="figures">
<h2>变动的数字</h2>
<table>
<colgroup><col class="c-name"><col class="c-change"><col class="c-words"><col></colgroup>
<thead><tr><th scope="col">数字</th><th scope="col">原来 → 现在</th><th scope="col">所在的话</th><th scope="col">哪里改了</th></tr></thead>
${bodies.join("\n")}
</table>
</section>`;
}

function figureHtml({ name, old, new: current, context, causes }: MovedFigure): string {
  const { before, text, after } = context;
  const change = `${old === undefined ? "（新增）" : `<del>${escapeHtml(old)}</del>`} → ${current === undefined ? "（删去）" : `<ins>${escapeHtml(current)}</ins>`}`;
  return `<tr><td>${escapeHtml(name ?? "手写")}</td><td class="change">${change}</td><td>${escapeHtml(before)}<b>${escapeHtml(text)}</b>${escapeHtml(after)}</td><td>${causes.map((cause) => `<p>${escapeHtml(causeText(cause))}</p>`).join("")}</td></tr>`;
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
