import type { Term } from "../../../model/bulletin.ts";
import { replacing, type Context, type Finding, type ProseRule } from "../rule.ts";

/** 用词表。A wrong form inside the right one, or inside the title of a book or law, is left alone or only shown. */
export const term: ProseRule = {
  id: "term",
  name: "用词表",
  level: "warning",
  fixable: true,
  explanation: "本单位用词表所列的误写，以及同一机构在一篇之中的两种写法；书名号内的照原名，只提示不自动改。",
  example: { wrong: "省环督组", right: "省生态环境保护督察组" },
  basis: "本单位用词表",
  find(block, context) {
    return context.terms.flatMap((rule) =>
      applies(rule, context) ? rule.wrong.flatMap((form) => report(block.text, rule, form)) : [],
    );
  },
};

function applies(rule: Term, { blocks }: Context): boolean {
  return !rule.onlyMixed || blocks.some((block) => block.text.includes(rule.right));
}

function report(text: string, rule: Term, form: string): Finding[] {
  const note = rule.note === undefined ? "" : `（${rule.note}）`;
  return positions(text, form)
    .filter((at) => !covered(text, at, form, rule))
    .map((at) => {
      const fault = rule.onlyMixed ? `与本文中的“${rule.right}”写法不一` : `应当写作“${rule.right}”`;
      const end = at + form.length;
      const finding = replacing(at, end, rule.right, `“${form}”${fault}`, `改为“${rule.right}”${note}`);
      return inTitle(text, at) ? { ...finding, edits: [] } : finding;
    });
}

function positions(text: string, form: string): number[] {
  const found: number[] = [];
  if (form === "") return found;
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) found.push(at);
  return found;
}

/** The hit is part of the right form, or of a longer wrong form that is reported itself. */
function covered(text: string, at: number, form: string, rule: Term): boolean {
  return [rule.right, ...rule.wrong.filter((other) => other.length > form.length)].some((longer) => {
    const inside = longer.indexOf(form);
    return inside >= 0 && text.startsWith(longer, at - inside);
  });
}

function inTitle(text: string, at: number): boolean {
  return text.lastIndexOf("《", at) > text.lastIndexOf("》", at);
}
