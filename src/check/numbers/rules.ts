/** The rules over printed numbers. What each looks for stands in files of their own. */

import type { Rule } from "../rule.ts";
import { checkComplements } from "./complements.ts";
import type { NumberFinding } from "./finding.ts";
import { checkHeadDates } from "./head-dates.ts";
import { checkParts } from "./known-parts.ts";
import { checkLengths } from "./list-lengths.ts";
import { contradiction } from "./match.ts";
import { checkOfWhich } from "./of-which.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { ArticleReading } from "./read-article.ts";
import { checkRounding } from "./rounding.ts";
import { checkSums } from "./sentence-sums.ts";
import { checkShares } from "./shares.ts";
import { checkAll } from "./typed-all.ts";
import { checkOrder } from "./typed-order.ts";
import { otherPeriods } from "./typed-periods.ts";
import { checkWords } from "./typed-words.ts";

export type NumberRule = Rule<[reading: ArticleReading], NumberFinding>;

/** A rule that looks at each block by itself. */
const inBlocks =
  (check: (block: NumberedBlock) => NumberFinding[]): NumberRule["find"] =>
  ({ blocks }) =>
    blocks.flatMap(check);

export const typedList: NumberRule = {
  id: "typed-list",
  name: "手写清单与数据不符",
  level: "error",
  explanation: "稿件里手写的一列数字（冷水滩区56件、零陵区32件……）大多与数据相同，个别不同或漏了一项：多半是抄错了。",
  example: "数据里零陵区32件，稿件里写“零陵区23件”。",
  find: ({ blocks }) => blocks.flatMap(({ lists }) => lists.findings),
};

export const typedCount: NumberRule = {
  id: "typed-count",
  name: "手写数字与数据不符",
  level: "warning",
  explanation:
    "稿件里手写的总数、办结率、某个单位的数（包括跟在总数后面的“祁阳县25件”），竖线表格里的数，与数据里同名的数不同。句子里另有日期、批次或别的范围的不比。",
  example: "数据里办结160件，稿件里写“已办结161件”。",
  find: ({ blocks, tables, reader }) => [
    ...tables.flatMap(({ findings }) => findings),
    ...blocks.flatMap((block) => [
      ...block.typed.flatMap(contradiction),
      ...(reader === undefined
        ? []
        : [otherPeriods, checkOrder, checkParts, checkAll].flatMap((check) => check(block, reader))),
      ...checkHeadDates(block),
    ]),
  ],
};

export const sentenceSum: NumberRule = {
  id: "sentence-sum",
  name: "句中数字不合计",
  level: "warning",
  explanation:
    "同一句里的几个数应当加得起来：来电、来信与共计，完成、剩余与总数，逐项列出的与前面的总数；竖线表格末行的合计也是。",
  example: "“来电195件，来信20件，共计216件”；“26个问题，已完成24个，剩余1个”。",
  find: ({ blocks, tables }) => [
    ...tables.flatMap(({ sums }) => sums),
    ...blocks.flatMap((block) =>
      [checkComplements, checkSums, checkOfWhich, checkLengths].flatMap((check) => check(block)),
    ),
  ],
};

export const sentenceShare: NumberRule = {
  id: "sentence-share",
  name: "百分比与数字不符",
  level: "warning",
  explanation: "同一句里的百分比应当由句中的数字算得出来，按四舍五入取位；一列百分比带“其他”的，加起来应当是100%。",
  example: "“共215件，已办结160件，办结率75.4%”，应为74.4%。",
  find: inBlocks(checkShares),
};

export const roundedAway: NumberRule = {
  id: "rounded-away",
  name: "取位取没了",
  level: "warning",
  explanation:
    "由数据算出的数，四舍五入以后印成了100%而其实不到（或超过），印成了0%、0.0个百分点而其实有：旁边还印着“正在办理1件”，读者会看出矛盾。多取一位小数，或者去尾。",
  example: "2500件办结2499件，印成“办结率100.0%”；2500件变成2501件，印成“增长0.0%”。",
  find: inBlocks(checkRounding),
};

export const measureWordUnlike: NumberRule = {
  id: "measure-word",
  name: "量词与数据不符",
  level: "warning",
  explanation:
    "{{…}} 后面手写的量词，与 data/tallies.yaml 里这个指标的“量词”不是一类（人、件、毫米、万元……）：多半是“量词”忘了写，别处会印成“件”。个、件、起之间不报。",
  example: "稿件里写“死亡{{死亡}}人”，data/tallies.yaml 里“死亡”没有写量词，表格里印成“死亡（件）”。",
  find: inBlocks(checkWords),
};
