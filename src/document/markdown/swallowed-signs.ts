/** Warns of single asterisks and tildes that Markdown interprets: official texts have no italics, so they were probably meant to be printed. */

import { warning } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { SourceText } from "../../base/problem/source-text.ts";
import type { Token } from "./tokens.ts";

const signs: Readonly<Record<string, { readonly sign: string; readonly pattern: RegExp; readonly effect: string }>> = {
  em_open: { sign: "*", pattern: /(?<![*\\])\*(?!\*)|(?<![_\\])_(?!_)/g, effect: "印成斜体" },
  s_open: { sign: "~~", pattern: /~~/g, effect: "划掉" },
};

/** At most one warning for each paragraph. `firstLine`: the line of the source that has number 0 in tokens. */
export function swallowedSigns(tokens: readonly Token[], source: SourceText, firstLine: number): Problem[] {
  return tokens.flatMap((token): Problem[] => {
    const swallowed = (token.children ?? []).find(({ type }) => Object.hasOwn(signs, type));
    const form = swallowed === undefined ? undefined : signs[swallowed.type];
    if (form === undefined || token.map === null) return [];
    const start = source.lineStart(firstLine + token.map[0]);
    form.pattern.lastIndex = start;
    const at = form.pattern.exec(source.text)?.index ?? start;
    return [
      warning(
        "swallowed-sign",
        source.place(at),
        `两个“${form.sign}”之间的字会${form.effect}，“${form.sign}”本身不会印出来`,
        `要印出“${form.sign}”，请写成“${form.sign.replace(/./g, "\\$&")}”；要加粗，请在前后各写两个“*”。`,
      ),
    ];
  });
}
