/** Recognizes what a number in a sentence is the number of: 累计接到转办件215件, 零陵区已办结27件. */

import type { Vocabulary } from "../model/vocabulary.ts";
import { fromWords } from "../text/numeral.ts";
import type { Member } from "../model/registry.ts";

/** Words that mean the same measure in the prose of different offices. */
const synonyms: readonly (readonly string[])[] = [
  ["交办", "转办", "移交", "接到", "收到", "受理", "接到转办", "转来"],
  ["办结", "已办结", "完成办理"],
  ["重点件", "重要件", "重点关注件", "重点信访件", "重点案件"],
  ["正在办理", "在办", "未办结", "尚未办结", "办理中"],
  ["阶段性办结", "阶段办结"],
];

const filler =
  "(?:了|的|到|我[市省州区县]|全市|给|件|信访举报件|举报件|案件|信访|群众|举报|投诉|信访件|信访案件|转办件|问题|总数|数量|数|共|累计|共计|合计|总计|已|达到|达|为|是|有|：|:){0,5}";
const batches = "(?:[〇零一二两三四五六七八九十百\\d]{1,5}批(?:次)?)?";

/** The measure that a word, such as the head of a column, names by itself. */
export function measureNamed(word: string, { measures }: Vocabulary): string | undefined {
  if (measures.has(word)) return word;
  const group = synonyms.find((words) => words.includes(word));
  const meant = [...measures.keys()].filter((name) => group?.includes(name));
  return meant.length === 1 ? meant[0] : undefined;
}

export interface MeasurePattern {
  readonly measure: string;
  readonly pattern: RegExp;
}

/** One pattern a measure, matched against what stands right before a number; spaces left out. */
export function measurePatterns({ measures }: Vocabulary): MeasurePattern[] {
  const names = [...measures.keys()];
  return [...measures.values()]
    .filter((definition) => definition.percent === undefined)
    .map((definition) => {
      const group = synonyms.find((words) => words.includes(definition.name)) ?? [];
      // A synonym that is, or is part of, another measure's name would be ambiguous.
      const own = group.filter(
        (word) => !names.some((name) => name !== definition.name && (name.includes(word) || word.includes(name))),
      );
      const words = [...new Set([definition.name, ...own])].map(escape).sort((a, b) => b.length - a.length);
      return {
        measure: definition.name,
        pattern: new RegExp(
          `(?<!未|不|非|待|难以|阶段性?|本批|新增|应|拟|需|能|可)(?:${words.join("|")})${filler}${batches}$`,
        ),
      };
    });
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The sentence speaks of another time or range than the data. */
export const otherRange =
  /昨日|昨天|当日|当天|今日|今天|首批|上批|前[一二三四五六七八九十\d]+批|新增|新接|新转|新收|上期|去年|上年|同期|同比|环比|今年|本年|季度|上半年|下半年|本月|上月|本周|上周|每[天日周月]|日均|预计|计划|力争|目标|左右|约(?!谈|束|定|见)/;

const numberedBatch = /第([〇零一二两三四五六七八九十百\d]{1,5})(?:批|[至到—－-])/g;

/** The sentence speaks of batches other than those the data counts. */
export function otherBatches(lead: string, range: { readonly from: number; readonly to: number } | undefined): boolean {
  const named = [...lead.matchAll(numberedBatch)].map(([, typed = ""]) =>
    /^\d+$/.test(typed) ? Number(typed) : fromWords(typed),
  );
  if (/本批|这批|该批/.test(lead) && range?.from !== range?.to) return true;
  if (named.length === 0) return false;
  if (range === undefined) return true;
  const [from, to] = [named[0], named.at(-1)];
  return from !== range.from || to !== range.to;
}

/** The whole region is meant, whatever the article is about. */
export const wholeRegion = /全市|全省|全州|全区域|我市|我省|我州|市委市政府|(?:督察|巡视|巡察)组/;

export type Subject =
  | { readonly kind: "none" }
  | { readonly kind: "member"; readonly dimension: string; readonly member: Member }
  /** A narrower body, several units or something else that the data does not count. */
  | { readonly kind: "unclear" };

/** Registered names of two characters and more, longest first, so that 冷水滩区 is not taken for 冷水滩. */
export function memberNames({ dimensions }: Vocabulary): { name: string; dimension: string; member: Member }[] {
  return [...dimensions.values()]
    .flatMap(({ name: dimension, registry }) =>
      registry.members.flatMap((member) =>
        [...new Set([member.fullName, member.shortName, ...member.aliases])]
          .filter((name) => name.length > 1)
          .map((name) => ({ name, dimension, member })),
      ),
    )
    .sort((a, b) => b.name.length - a.name.length);
}

/** What may stand behind a unit's name when the unit as a whole is meant. */
const behindUnit = /^(?:共|累计|已|接到|收到|受理|正在|尚|的|、|，|：|:|交办|转办|办结|完成|未|还|等|和|及|与|,)/;

/** Whose number a sentence gives, by the names in front of the number. */
export function subjectOf(lead: string, names: ReturnType<typeof memberNames>): Subject {
  let rest = lead;
  const found: { member: Member; dimension: string; clean: boolean }[] = [];
  for (const { name, dimension, member } of names) {
    for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
      found.push({ member, dimension, clean: behindUnit.test(rest.slice(at + name.length)) });
      rest = rest.slice(0, at) + "\uFFFF".repeat(name.length) + rest.slice(at + name.length);
    }
  }
  const [first] = found;
  if (first === undefined) return { kind: "none" };
  if (found.length > 1 || !first.clean) return { kind: "unclear" };
  return { kind: "member", dimension: first.dimension, member: first.member };
}

/** Text outside brackets: what stands in them is said of something else. */
export function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = "";
  for (const character of text) {
    if (character === "（" || character === "(") depth++;
    else if (character === "）" || character === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}
