/** Neighbours in one sentence that ought to add up: lists with their totals. */

import Fraction from "fraction.js";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { Item, ItemRun } from "./items.ts";
import { areExclusiveMembers, isExhaustive, mayOverlap } from "./labels.ts";
import { unitNoun } from "./list-lengths.ts";
import { between, quantityEnd, sentenceOf, wordsBefore, type NumberToken } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { StatusWords } from "./status-words.ts";
import type { NumberFinding } from "./finding.ts";

/** Words by which a text says that its parts may exceed the total. */
const remark = /涉及(?:多|两|几|不同)|重复|交叉|同时|兼|大于总数|多类|多个(?:类|单位)|分别计/;
const closing =
  /^[ \t]*[，,；;、。]?[ \t]*(?:以上)?(?:总共|一共|共计|合计|总计|共)(?:有|为|是|达)?(?:信访件|信访案件|问题|案件|举报件)?[ \t]*$/;
const totalLabel = /共|总|合计|累计|转办|交办|移交|受理|接到|收到|核查|排查|发现|反馈|梳理|信访件/;
const partly = /其中|含|包括|主要|前|较多|突出|如|例如|涉及|新增/;

/** All findings of one block, whose tokens come in order. */
export function checkSums({ tokens, runs, vocabulary, states }: NumberedBlock): NumberFinding[] {
  const order = new Map(tokens.map((token, at) => [token, at]));
  return runs.flatMap((run) => {
    const before = neighbour(run.items[0], -1);
    const after = neighbour(run.items.at(-1), 1);
    const around = [...run.items.map((item) => item.token), before, after];
    // What expressions print alone is the business of the rules over data.
    if (around.every((token) => token === undefined || token.computed !== undefined)) return [];
    const [first] = run.items;
    if (first === undefined || remark.test(sentenceOf(first.token).text)) return [];
    return [
      ...withClosing(run, after),
      ...withOpening(run, before, vocabulary, states),
      ...withFirst(run, vocabulary, states),
    ];
  });

  function neighbour(item: Item | undefined, step: -1 | 1): NumberToken | undefined {
    return item === undefined ? undefined : tokens[(order.get(item.token) ?? 0) + step];
  }
}

function sumOf(run: ItemRun): Fraction {
  return run.items.reduce(
    (sum, item) => sum.add((item.token.value ?? new Fraction(0)).mul(item.labels.length)),
    new Fraction(0),
  );
}

const labelsOf = (run: ItemRun): string[] => run.items.flatMap((item) => item.labels);
const isRound = (run: ItemRun, total: NumberToken): boolean =>
  total.approximate || run.items.some((item) => item.token.approximate);

/** 来电195件，来信20件，共计215件 */
function withClosing(run: ItemRun, after: NumberToken | undefined): NumberFinding[] {
  const own = run.items.at(-1);
  // The total itself reads like one more item (共计215件), so that it may be the last of the run.
  const label = own?.labels[0] ?? "";
  const isTotal = /^(?:以上)?(?:总共|一共|共计|合计|总计)(?:有|为)?(?:信访件|信访案件|问题|案件)?$/.test(label);
  const items = isTotal ? { ...run, items: run.items.slice(0, -1) } : run;
  const total = isTotal ? own?.token : after;
  if (total === undefined || items.items.length < 2 || isRound(items, total)) return [];
  if (!isTotal) {
    if (total.measureWord !== own?.token.measureWord || total.value === undefined) return [];
    if (!closing.test(total.block.text.slice(run.end, total.start))) return [];
  }
  return compare(items, total, "合计写的");
}

/** 共215件，其中来电195件、来信20件; 已办结160件（冷水滩44件……）; 26个：大气8个…… */
function withOpening(
  run: ItemRun,
  total: NumberToken | undefined,
  vocabulary: Vocabulary,
  states: StatusWords,
): NumberFinding[] {
  const [first] = run.items;
  if (total?.value === undefined || first === undefined || total.kind !== "count") return [];
  // A list without measure words counts what its total counts.
  if (first.token.measureWord !== "" && total.measureWord !== first.token.measureWord) return [];
  if (isRound(run, total)) return [];
  const { text } = total.block;
  // 分布在4个县区：北岭县24个、…… says how many counties, not how many in all.
  if (total.measureWord === "个" && unitNoun.test(text.slice(quantityEnd(total), quantityEnd(total) + 8))) return [];
  const words = between(total, first.token);
  if (words.length > 40 || /[；;]/.test(words) || /^[ \t]*等/.test(text.slice(run.end, run.end + 4))) return [];
  const labels = labelsOf(run);
  if (isSelection(run, states)) return [];
  const overlap = mayOverlap(labels, vocabulary);
  const sum = sumOf(run);
  if (partly.test(words)) {
    // 立案657起，移送18起。其中，食品301起: of which number of the sentence before, nobody can tell.
    if (/[。！？]/.test(words)) return [];
    if (/其中/.test(words) && isExhaustive(labels, states) && !overlap) return compare(run, total, "前面写的");
    return /其中/.test(words) && !overlap && sum.compare(total.value) > 0 && areExclusiveMembers(labels, vocabulary)
      ? compare(run, total, "前面写的")
      : [];
  }
  if (overlap) return [];
  const lead = between(total, first);
  // 共116件，其中重点件12件。按单位分为：… breaks down the first number, not the nearest.
  if (/按|分/.test(lead) && (/[。！？]/.test(lead) || isOfWhich(total))) return [];
  const exclusive = areExclusiveMembers(labels, vocabulary) || isExhaustive(labels, states);
  const told = /[：:][ \t]*$|分别(?:为|是)?[ \t]*$/.test(`${lead}`) || /分别(?:为|是)/.test(words);
  if (told && !/[。！？]/.test(lead)) return compare(run, total, "前面写的");
  return exclusive && /[：:（(。，,][ \t]*$/.test(lead) ? compare(run, total, "前面写的") : [];
}

/** Filters that print a part of a list. */
const selecting = /[|｜]\s*(?:前|其余|第|最多|最少|至少|不足|性质|只要|除去)(?![\p{L}\p{N}_])/u;

/** A selected list (前: 3) is no breakdown of the number before it, unless what remains is told behind it. */
function isSelection(run: ItemRun, states: StatusWords): boolean {
  const isSelected = ({ token: { computed } }: Item): boolean =>
    computed !== undefined && selecting.test(computed.expression);
  return run.items.every(isSelected) || (run.items.some(isSelected) && !isExhaustive(labelsOf(run), states));
}

const isOfWhich = (token: NumberToken): boolean => /其中[^。；]{0,24}$/.test(wordsBefore(token, 26));

/** 共转办215件，来电195件，来信20件: the total reads like the first item. */
function withFirst(run: ItemRun, vocabulary: Vocabulary, states: StatusWords): NumberFinding[] {
  const [first, ...items] = run.items;
  const rest = { ...run, items };
  if (first === undefined || items.length < 2 || isRound(rest, first.token)) return [];
  // What one expression printed is one list: its first number is no total of the others.
  const expression = first.token.computed?.expression;
  if (expression !== undefined && items.every(({ token }) => token.computed?.expression === expression)) return [];
  if (isSelection(rest, states)) return [];
  const labels = labelsOf(rest);
  if (!first.labels.some((label) => totalLabel.test(label)) || areExclusiveMembers(first.labels, vocabulary)) return [];
  if (!isExhaustive(labels, states) && !areExclusiveMembers(labels, vocabulary)) return [];
  // A few units named behind a total are no full list; more than the total they cannot be.
  const sum = sumOf(rest);
  const whole = first.token.value;
  if (!isExhaustive(labels, states) && whole !== undefined && sum.compare(whole) < 0) return [];
  return compare(rest, first.token, "前面写的");
}

function compare(run: ItemRun, total: NumberToken, where: string): NumberFinding[] {
  const sum = sumOf(run);
  if (total.value === undefined || sum.equals(total.value)) return [];
  const word = total.measureWord;
  const about = [total, ...run.items.map((item) => item.token)];
  const isTyped = about.some((token) => token.computed === undefined);
  const listed =
    run.items.length > 4
      ? `这${run.items.length}项`
      : run.items.map((item) => `${item.labels.join("、")}${item.token.text}${word}`).join("、");
  return [
    {
      token: total,
      about,
      message: `${listed}加起来是${sum.toString()}${word}，${where}是${total.text}${word}`,
      hint: `请核对这一句里的数字${isTyped ? "；手写的数，数据里有的，最好用 {{…}} 引用" : ""}。`,
    },
  ];
}
