import { readNumeral } from "../../base/text/numeral.ts";

/** Reads `15`, `2-17`, `2至17`, `第十五批`, `第二批至第十七批`, `前15批`; `undefined` when it is none of these. */
export function readBatches(typed: string | number): { readonly from: number; readonly to: number } | undefined {
  if (typeof typed === "number") return { from: typed, to: typed };
  const text = typed.replace(/[\s第批次]/g, "");
  const upTo = /^前(.+)$/.exec(text)?.[1];
  const [first, last, ...rest] = upTo === undefined ? text.split(/-|—|–|~|～|至|到/) : ["1", upTo];
  const from = readNumeral(first ?? "");
  const to = last === undefined ? from : readNumeral(last);
  if (rest.length > 0 || from === undefined || to === undefined || from < 1 || to < from) return undefined;
  return { from, to };
}
