/** A figure's derivation as a tree in Chinese, down to the lines of the data. */

import type { CaseReference } from "../../model/count-sheet.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import { quantityText, valueText } from "./value-text.ts";

/** One line each, without line ends. */
export function derivationTree(figure: Figure): string[] {
  return [nodeText(figure), ...branches(childrenOf(figure))];
}

interface Child {
  readonly label: string;
  readonly figure: Figure | undefined;
}

function branches(children: readonly Child[]): string[] {
  return children.flatMap(({ label, figure }, at) => {
    const last = at === children.length - 1;
    const deeper = figure === undefined ? [] : branches(childrenOf(figure));
    return [`${last ? "└─ " : "├─ "}${label}`, ...deeper.map((line) => `${last ? "   " : "│  "}${line}`)];
  });
}

function nodeText(figure: Figure): string {
  return `${figure.name} ${quantityText(figure)}${how(figure)}`;
}

function how({ derivation }: Figure): string {
  switch (derivation.kind) {
    case "line": {
      const { file, line, column } = derivation.line.place;
      return `  ${file}:${line}:${column} ${derivation.line.label} ${valueText(derivation.line.value)}`;
    }
    case "constant":
      return "（常数）";
    case "sum":
      return derivation.parts.length === 0 ? "（没有填，是 0）" : ` ＝ 下列 ${derivation.parts.length} 项相加`;
    case "operation":
      return ` ＝ ${operand(derivation.left)} ${derivation.operator === "-" ? "−" : derivation.operator} ${operand(derivation.right)}`;
    case "count":
      return ` ＝ 下列各项的个数`;
    case "rank":
      return ` ＝ ${derivation.of.name} 在下列 ${derivation.among.length} 项中${derivation.ascending === true ? "从少到多" : "从多到少"}的名次`;
  }
}

/** A result inside a formula has no name but the formula it comes from, and stands in brackets there. */
function operand({ name }: Figure): string {
  const text = name.replaceAll(" - ", " − ");
  let outside = text;
  while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, "");
  return / [−+×÷] /.test(outside) ? `(${text})` : text;
}

function childrenOf({ derivation }: Figure): Child[] {
  const child = (figure: Figure): Child => ({ label: nodeText(figure), figure });
  switch (derivation.kind) {
    case "line":
      return derivation.line.cases === undefined
        ? []
        : [{ label: casesText(derivation.line.cases), figure: undefined }];
    case "constant":
      return [];
    case "sum":
      return derivation.parts.map(child);
    case "operation":
      return [derivation.left, derivation.right].map(child);
    case "count":
      return derivation.of.map(child);
    case "rank":
      return derivation.among.map(child);
  }
}

/** More case numbers than this are counted, not listed. */
const mostCases = 20;

/** 受理编号：D1YZ202000131、…… 等 56 件 */
export function casesText(cases: readonly CaseReference[]): string {
  const shown = cases.slice(0, mostCases).map(({ number }) => number);
  return `受理编号：${shown.join("、")}${cases.length > mostCases ? ` 等 ${cases.length} 件` : ""}`;
}
