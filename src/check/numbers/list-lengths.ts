/** How many a text says there are, beside the list of them: 涉及11个市州：武汉58件、黄石20件…… */

import type { Registry } from "../../model/registry.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import type { ItemRun } from "./items.ts";
import { memberOf } from "./labels.ts";
import { quantityEnd, sentenceOf, wordsBefore, type NumberToken } from "./number-token.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { NumberFinding } from "./finding.ts";

/** Behind 个: how many units or kinds there are, no count of cases. */
export const unitNoun =
  /^(?:省辖市|市州|州市|地市|市县|县市区|县[（(]市、区[）)]|县区|区县|市区|乡镇|镇街|街道|市|州|县|区|镇|乡|地区|地方|责任单位|承办单位|单位|部门|渠道|类别|类)/;
const open = /等|主要|其中|例如|如/;

/** All findings of one block, whose tokens come in order. */
export function checkLengths({ tokens, runs, vocabulary }: NumberedBlock): NumberFinding[] {
  return tokens.flatMap((token) => {
    if (token.computed !== undefined || token.kind !== "count" || token.measureWord !== "个" || token.approximate)
      return [];
    const { text } = token.block;
    const end = quantityEnd(token);
    const what = unitNoun.exec(text.slice(end, end + 8))?.[0];
    if (what === undefined || token.value === undefined) return [];
    const behind = listBehind(runs, end + what.length, text, vocabulary);
    const before = behind ?? listBefore(runs, token, vocabulary) ?? namesBefore(token, vocabulary);
    if (before === undefined) return [];
    const { length, isOpen } = before;
    if (isOpen ? token.value.compare(length) >= 0 : token.value.equals(length)) return [];
    return {
      token,
      message: `这里写的是${token.text}个${what}，列出的${isOpen ? "就有" : "是"}${length}个`,
      hint: "请数一数，改正个数，或者补全名单；不是全部的，写“等”。",
    };
  });
}

interface Listed {
  readonly length: number;
  /** 等: there may be more than are listed. */
  readonly isOpen: boolean;
}

function lengthOf(run: ItemRun, { dimensions }: Vocabulary): number | undefined {
  const labels = run.items.flatMap((item) => item.labels);
  const known = [...dimensions.values()].some(({ registry }) =>
    labels.every((label) => memberOf(label, registry) !== undefined),
  );
  return known ? labels.length : undefined;
}

/** 涉及11个市州：武汉58件、……。 */
function listBehind(runs: readonly ItemRun[], from: number, text: string, vocabulary: Vocabulary): Listed | undefined {
  const run = runs.find(({ start }) => start >= from && start <= from + 4);
  if (run === undefined || !/^[：:，,]?(?:分别(?:是|为))?[：:]?[ \t]*$/.test(text.slice(from, run.start)))
    return undefined;
  const length = lengthOf(run, vocabulary);
  const isWhole = /^[）)]?(?:[。；;]|$)/.test(text.slice(run.end));
  return length === undefined || !isWhole || run.items.some(({ opens }) => opens)
    ? undefined
    : { length, isOpen: false };
}

/** 武汉58件、……，共涉及9个市州 */
function listBefore(runs: readonly ItemRun[], token: NumberToken, vocabulary: Vocabulary): Listed | undefined {
  const { text } = token.block;
  const run = runs.findLast(({ end }) => end <= token.start);
  if (
    run === undefined ||
    !/^[，,。；]?(?:以上|一?共|合计|总共)*(?:涉及|计|有)?[ \t]*$/.test(text.slice(run.end, token.start))
  )
    return undefined;
  const lead = text.slice(sentenceOf(token).start, run.start);
  const length = lengthOf(run, vocabulary);
  return length === undefined || !/^$|[：:，,]$/.test(lead) || open.test(lead) ? undefined : { length, isOpen: false };
}

/** 武汉、黄石、十堰3个市州; 武汉、黄石等10个市州 */
function namesBefore(token: NumberToken, { dimensions }: Vocabulary): Listed | undefined {
  const before = wordsBefore(token, 200).trimEnd();
  const isOpen = before.endsWith("等");
  const names = isOpen ? before.slice(0, -1) : before;
  for (const { registry } of dimensions.values()) {
    const length = trailing(names, registry);
    if (length >= 2) return { length, isOpen };
  }
  return undefined;
}

/** How many members' names a text ends with; 0 where the first of them follows another name. */
function trailing(text: string, registry: Registry): number {
  const names = registry.names().sort((a, b) => b.length - a.length);
  let rest = text;
  for (let length = 0; ; length++) {
    const name = names.find((known) => rest.endsWith(known));
    if (name === undefined) return 0;
    rest = rest.slice(0, -name.length);
    if (!/[、和与]$|(?<!涉)及$/.test(rest)) return length + 1;
    rest = rest.slice(0, -1);
  }
}
