/**
 * Typed tables. The lines of the paragraph directly above a table are its caption (`表：各县区办理情况`, or `表1 …`) and its unit
 * (`单位：件`); both are optional.
 */

import { cells } from "../../base/text/cells.ts";
import { inlineMeta, textsBetween } from "./inline-places.ts";
import type { StateCore, Token } from "./tokens.ts";

const captionLine = /^(?:表[：:]\s*|(?=表\s*[\d一二三四五六七八九十]+))/;
const unitLine = /^[（(]?单位[：:]/;
/** A longer cell is left-aligned instead of centred. */
const longestCentred = 10;
/** A cell up to this length is not broken. */
const longestBrief = 7;
/** A table with up to this many rows is not divided between pages. */
const shortTable = 8;

export function tables(state: StateCore): void {
  for (let at = 0; at < state.tokens.length; at++) {
    if (state.tokens[at]?.type !== "table_open") continue;
    const end = state.tokens.findIndex((token, later) => later > at && token.type === "table_close");
    const table = state.tokens.slice(at, end + 1);
    const head = headAbove(state, at);
    const figure = new state.Token("figure_open", "figure", 1);
    figure.block = true;
    figure.map = table[0]?.map ?? null;
    figure.attrSet("class", ["table", ...sizeClasses(table)].join(" "));
    shapeCells(table);
    const [open, ...rest] = table;
    const built = [
      figure,
      ...(open === undefined ? [] : [open]),
      ...caption(state, head.caption, head.unit),
      ...rest,
      new state.Token("figure_close", "figure", -1),
    ];
    state.tokens.splice(head.from, end + 1 - head.from, ...built);
    at = head.from + built.length - 1;
  }
}

interface Head {
  /** Index of the first token of the table. */
  readonly from: number;
  readonly caption: readonly Token[] | undefined;
  readonly unit: readonly Token[] | undefined;
}

/** Caption and unit from the paragraph above, if all its lines are one of them. */
function headAbove(state: StateCore, table: number): Head {
  const none: Head = { from: table, caption: undefined, unit: undefined };
  const [open, inline] = state.tokens.slice(Math.max(0, table - 3), table);
  if (table < 3 || open?.type !== "paragraph_open" || inline?.type !== "inline") return none;
  const lines: Token[][] = [[]];
  for (const child of inline.children ?? []) {
    if (child.type === "softbreak" || child.type === "hardbreak") lines.push([]);
    else lines.at(-1)?.push(child);
  }
  let found = { ...none, from: table - 3 };
  for (const line of lines) {
    const [first] = line;
    if (first?.type !== "text") return none;
    if (unitLine.test(first.content)) found = { ...found, unit: line };
    else if (captionLine.test(first.content)) {
      const { length } = first.content;
      first.content = first.content.replace(captionLine, "");
      inlineMeta(first).texts = textsBetween(first, length - first.content.length, length);
      found = { ...found, caption: line };
    } else return none;
  }
  return found;
}

function caption(state: StateCore, title: Head["caption"], unit: Head["unit"]): Token[] {
  if (title === undefined && unit === undefined) return [];
  const span = (className: string, children: readonly Token[]): Token[] => {
    const open = new state.Token("span_open", "span", 1);
    open.attrSet("class", className);
    return [open, ...children, new state.Token("span_close", "span", -1)];
  };
  const inline = new state.Token("inline", "", 0);
  inline.children = [
    ...(title === undefined ? [] : span("table-title", title)),
    ...(unit === undefined ? [] : span("table-unit", unit)),
  ];
  return [new state.Token("caption_open", "caption", 1), inline, new state.Token("caption_close", "caption", -1)];
}

function sizeClasses(table: readonly Token[]): string[] {
  const columns = table.filter(({ type }) => type === "th_open").length;
  const rows = table.filter(({ type }) => type === "tr_open").length;
  return [...(columns > 7 ? ["narrow"] : columns > 5 ? ["close-set"] : []), ...(rows <= shortTable ? ["short"] : [])];
}

/** Gives header cells their scope, and makes alignment a class, because a strict policy forbids style attributes. */
function shapeCells(table: readonly Token[]): void {
  for (const [at, token] of table.entries()) {
    if (token.type !== "th_open" && token.type !== "td_open") continue;
    const align = /text-align:(left|center|right)/.exec(token.attrGet("style") ?? "")?.[1];
    const width = cells(table[at + 1]?.content ?? "");
    const classes = [
      ...(align !== undefined || width > longestCentred ? [`align-${align ?? "left"}`] : []),
      ...(width <= longestBrief ? ["brief"] : []),
    ];
    token.attrs = [
      ...(token.type === "th_open" ? [["scope", "col"] as [string, string]] : []),
      ...(classes.length > 0 ? [["class", classes.join(" ")] as [string, string]] : []),
    ];
  }
}
