/** Decides whether and where a change can be applied to the source. */

import type { Article } from "../../model/issue.ts";
import { inputsOf } from "../../compute/tally/figure.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { verbatimInline } from "../../intake/word/article/verbatim.ts";
import type { Edit } from "./groups.ts";
import type { PrintedExpression, Unit } from "./units.ts";

/** Adjacent edits that must be applied together: a deletion and the insertion that replaces it. */
export interface Cluster {
  readonly edits: readonly Edit[];
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

export type Decision =
  | { readonly ok: true; readonly start: number; readonly end: number; readonly replacement: string }
  | { readonly ok: false; readonly reason: string };

export function clustersOf(edits: readonly Edit[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const edit of edits) {
    const last = clusters.at(-1);
    const to = edit.at + edit.removed.length;
    if (last !== undefined && last.to === edit.at)
      clusters[clusters.length - 1] = {
        ...last,
        edits: [...last.edits, edit],
        to,
        inserted: last.inserted + edit.inserted,
      };
    else clusters.push({ edits: [edit], from: edit.at, to, inserted: edit.inserted });
  }
  return clusters;
}

/** The source of a moved paragraph; `undefined` for a new one. */
export type MovedText =
  { readonly ok: true; readonly source: string | undefined } | { readonly ok: false; readonly reason: string };

export function decide(
  cluster: Cluster,
  unit: Unit,
  { source }: Article,
  moved: (paragraph: string) => MovedText,
): Decision {
  const refuse = (reason: string): Decision => ({ ok: false, reason });
  const other = cluster.edits.find((edit) => edit.other !== undefined)?.other;
  if (other !== undefined) return refuse(`${other}不能自动带入，请在稿件里手工改`);
  const { from, to, inserted } = trimmed(cluster, unit.text);
  if (to === from && inserted.trim() === "") return refuse("空白的段落和换行不用带入");
  if (inserted.includes("\n\n") && unit.lines === undefined) return refuse("这里不能分段，请在稿件里手工改");
  const hit = unit.expressions.find((expression) => touches(expression, unit.text, from, to, inserted));
  if (hit !== undefined) return refuse(computed(hit, from, to, source.place(hit.placeholder.start)));
  const typed = written(inserted, unit, moved);
  if (!typed.ok) return typed;
  const replacement = typed.source ?? "";
  const first = unit.typed[from];
  const last = unit.typed[to - 1];
  if (to > from) {
    if (first === undefined || last === undefined || unit.typed.slice(from, to).some((one) => one === undefined))
      return refuse("这几个字是自动加上去的，稿件里没有");
    return { ok: true, start: first.start, end: last.end, replacement };
  }
  // A paragraph inserted before another goes before that one's Markdown prefix (### and the like).
  const isParagraphBefore = from === 0 && /\n\n$/.test(inserted) && unit.lines !== undefined;
  const at = isParagraphBefore ? unit.lines[0] : (unit.typed[from - 1]?.end ?? first?.start);
  if (at === undefined) return refuse("这个位置在稿件里找不到");
  return { ok: true, start: at, end: at, replacement };
}

/** Without text that was deleted and inserted again unchanged. */
function trimmed({ from, to, inserted }: Cluster, text: string): Omit<Cluster, "edits"> {
  const removed = text.slice(from, to);
  let head = 0;
  while (head < removed.length && removed[head] === inserted[head]) head++;
  let tail = 0;
  while (tail < Math.min(removed.length, inserted.length) - head && removed.at(-1 - tail) === inserted.at(-1 - tail))
    tail++;
  return { from: from + head, to: to - tail, inserted: inserted.slice(head, inserted.length - tail) };
}

const numeral = /[\d.%‰〇零一二三四五六七八九十百千万亿两]/;

/** Whether the change alters the output of an expression. Deleting it with the words around it does not count. */
function touches(
  { from: start, to: end }: PrintedExpression,
  text: string,
  from: number,
  to: number,
  inserted: string,
): boolean {
  const dropped = from <= start && to >= end && to - from > end - start && inserted === "";
  if (from < end && to > start && !dropped) return true;
  if (inserted === "") return false;
  const joinsBehind = from === end && numeral.test(text[end - 1] ?? "") && numeral.test(inserted[0] ?? "");
  const joinsBefore = to === start && numeral.test(text[start] ?? "") && numeral.test(inserted.at(-1) ?? "");
  return joinsBehind || joinsBefore;
}

/** The data lines to edit instead. */
function computed(
  { from, pieces, placeholder }: PrintedExpression,
  start: number,
  end: number,
  place: { readonly file: string; readonly line: number; readonly column: number },
): string {
  const expression = `${place.file}:${place.line}:${place.column} 的 {{${placeholder.text.trim()}}}`;
  let at = from;
  let nearest: { readonly text: string; readonly figure: Figure } | undefined;
  for (const piece of pieces) {
    const to = at + piece.text.length;
    const touched = at <= Math.max(start, end - 1) && to >= start && (to > start || start === end);
    if (piece.kind === "figure" && touched) nearest ??= piece;
    at = to;
  }
  if (nearest === undefined) return `这几个字是算出来的，请改 ${expression}，或者它用的数据`;
  const inputs = inputsOf(nearest.figure);
  const shown = inputs
    .slice(0, 3)
    .map(
      ({ place: { file, line, column }, label, value }) => `${file}:${line}:${column}（${label}: ${value.toString()}）`,
    );
  if (shown.length === 0) return `“${nearest.text}”是算出来的数，请改 ${expression}`;
  const more = inputs.length > shown.length ? ` 等 ${inputs.length} 行` : "";
  return `“${nearest.text}”是由数据算出的数，不能直接改，请改数据：${shown.join("、")}${more}`;
}

/** The source text for inserted words. */
function written(inserted: string, { part }: Unit, moved: (paragraph: string) => MovedText): MovedText {
  if (!part.startsWith("b"))
    return { ok: true, source: part === "title" ? inserted.replace(/\n+/g, "｜") : inserted.replace(/\n+/g, "") };
  const paragraphs: string[] = [];
  for (const paragraph of inserted.split("\n\n")) {
    const text = moved(paragraph);
    if (!text.ok) return text;
    paragraphs.push(text.source ?? paragraph.split("\n").map(line).join("\\\n"));
  }
  return { ok: true, source: paragraphs.join("\n\n") };
}

function line(text: string): string {
  return text === "" ? "" : verbatimInline(text);
}
