/** Done and left make the whole: 26个问题，已完成25个，剩余1个. */

import { partialSums } from "../partial-sums.ts";
import { isBracketed, lastClause } from "./article-reader.ts";
import { lastStop, quantityEnd, type NumberToken } from "./number-token.ts";
import type { NumberFinding } from "./finding.ts";
import type { NumberedBlock } from "./numbered-block.ts";
import type { StatusWords } from "./status-words.ts";
import { ending } from "./words.ts";

type Role = "whole" | "done" | "apart" | "left";

/** Right before the number, or between the number and the next mark. Looked up in this order. */
const rolesOf = (states: StatusWords): readonly (readonly [Role, RegExp])[] => [
  [
    "left",
    new RegExp(
      `(?:(?:剩余|剩下|余下|其余|尚余|还剩|(?:尚|还|仍)有|尚未|未|正在|在)(?:的)?(?:未|正在|尚未)?(?:办理|整改到位|推进|${ending})?|${states.open})(?:的)?(?:问题|信访件|案件|任务)?(?:为|是)?$`,
    ),
  ],
  ["apart", new RegExp(`(?:${states.apart})(?:的)?(?:问题|信访件)?(?:为)?$`)],
  [
    "done",
    new RegExp(
      `(?:${states.closed}|办理完毕|落实)(?:整改|并销号|销号|到位|完成|完毕)?(?:了)?(?:的)?(?:问题|信访件|案件|任务)?(?:为|达)?$`,
    ),
  ],
  [
    "whole",
    /(?:共|共计|共有|累计|总计|合计|接到|收到|受理|转办|交办|移交|涉及|排查出|排查|发现|梳理出|梳理|反馈|承担|转来|下达|立案|实有|实际有|应办)(?:了|的)?(?:信访|群众)?(?:举报|投诉)?(?:问题|信访件|转办件|案件|信访案件|件|任务|整改任务)?(?:共|共有|共计)?(?:\d+大类|[一二三四五六七八九十\d]{1,4}批(?:次)?)?$/,
  ],
];
const narrow = /其中|占|比|新增|同比|环比|昨日|当日|本批|本周|本月/;

interface Told {
  readonly role: Role;
  readonly token: NumberToken;
}

function roleOf(
  token: NumberToken,
  previous: NumberToken | undefined,
  roles: ReturnType<typeof rolesOf>,
): Role | undefined {
  const { text } = token.block;
  // 9大类26个: the number in between belongs to the same phrase.
  const inPhrase =
    previous !== undefined &&
    /^(?:大类|类|批|批次)$/.test(previous.measureWord) &&
    quantityEnd(previous) >= token.start - 1;
  const from = Math.max(
    lastStop(text, token.start),
    inPhrase ? 0 : previous === undefined ? 0 : quantityEnd(previous),
    token.start - 24,
  );
  const lead = text.slice(from, token.start).replaceAll(/[ \t]/g, "");
  const clause = lastClause(lead, "，、；（：,");
  if (narrow.test(clause)) return undefined;
  if (/^(?:剩余|剩下|余下|其余)的?$/.test(clause)) return "left";
  return roles.find(([, pattern]) => pattern.test(clause))?.[0];
}

/** Windows of a whole followed by what is done and what is left, with one measure word, within two sentences. */
export function checkComplements({ tokens, states }: NumberedBlock): NumberFinding[] {
  const roles = rolesOf(states);
  const told = tokens.flatMap((token, at): Told[] => {
    if (token.kind !== "count" || token.value === undefined || token.approximate || isBracketed(token)) return [];
    const role = roleOf(token, tokens[at - 1], roles);
    return role === undefined ? [] : [{ role, token }];
  });
  return told.flatMap((whole, at) => {
    if (whole.role !== "whole") return [];
    const group: Told[] = [];
    for (let next = at + 1; next < told.length; next++) {
      const other = told[next];
      if (other === undefined || other.role === "whole" || !isNear(whole, other)) break;
      if (other.token.measureWord === whole.token.measureWord) group.push(other);
    }
    return compare(whole, group) ?? [];
  });
}

function isNear(whole: Told, other: Told): boolean {
  const between = whole.token.block.text.slice(whole.token.end, other.token.start);
  // What was taken off since changes what is left to do.
  if (/剔除|扣除|去重|除去|合并/.test(between)) return false;
  return between.length < 200 && (between.match(/[。！？]/g)?.length ?? 0) <= 1;
}

function compare(whole: Told, group: readonly Told[]): NumberFinding | undefined {
  const one = (role: Role): NumberToken | undefined => {
    const found = group.filter((other) => other.role === role);
    return found.length === 1 ? found[0]?.token : undefined;
  };
  const [done, left] = [one("done"), one("left")];
  const apart = group.flatMap(({ role, token }) => (role === "apart" ? [token] : []));
  const total = whole.token.value;
  if (done?.value === undefined || left?.value === undefined || total === undefined) return undefined;
  if ([whole.token, done, left].every((token) => token.computed !== undefined)) return undefined;
  const sum = done.value.add(left.value);
  if (
    partialSums(
      sum,
      apart.flatMap(({ value }) => value ?? []),
    ).some((one) => one.equals(total))
  )
    return undefined;
  const word = whole.token.measureWord;
  const parts = [done, ...apart, left].map((token) => `${token.text}${word}`).join("、");
  return {
    token: left,
    about: [whole.token, done, left],
    message: `总数是${whole.token.text}${word}，完成的与剩余的是${parts}，加起来不等于总数`,
    hint: "请核对这几个数字。",
  };
}
