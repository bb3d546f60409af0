/** Findings set aside for one issue (免检), each by what it says, with the reason. */

import type { Waiver } from "../model/count-sheet.ts";
import type { Issue } from "../model/issue.ts";
import { error, warning, type Place, type Problem } from "../base/problem/problem.ts";
import { didYouMean } from "../base/text/nearest.ts";
import { waivableRules } from "./catalogue.ts";
import { changedNumbers, clauseOf, isQuoted, saysTheSame } from "./statement.ts";

/** A waiver that took effect; it is listed wherever the issue is checked, built or signed. */
export interface WaivedFinding {
  readonly issue: Issue;
  /** Id of the rule. */
  readonly rule: string;
  /** 名称 of the rule. */
  readonly name: string;
  readonly reason: string;
  readonly place: Place;
  /** The findings it set aside, as they would have been reported; at least one. */
  readonly hid: readonly Problem[];
}

const names = new Map(waivableRules.map(({ id, name }) => [id, name]));

/**
 * Takes the waived findings of one issue out of its findings. What is not `isWhole` rests on something that cannot be read: that a waiver
 * sets nothing aside, or something else, says nothing then.
 */
export function setAside(
  issue: Issue,
  findings: readonly Problem[],
  isWhole = true,
): { readonly problems: readonly Problem[]; readonly waived: readonly WaivedFinding[] } {
  const waived: WaivedFinding[] = [];
  const complaints: Problem[] = [];
  let left = findings;
  for (const waiver of issue.counts?.waivers ?? []) {
    const { rule, reason, place } = waiver;
    const name = names.get(rule);
    if (name === undefined) {
      complaints.push(unknown(waiver));
      continue;
    }
    const open = left.filter(({ code }) => code === rule);
    const hid = open.filter((problem) => covers(waiver, problem));
    if (hid.length > 0) waived.push({ issue, rule, name, reason, place, hid });
    else if (isWhole || waiver.statement === undefined) complaints.push(complaint(waiver, name, open));
    left = left.filter((problem) => !hid.includes(problem));
  }
  return { problems: [...left, ...complaints], waived };
}

/** A finding about a sentence is covered in that sentence only. */
function covers({ statement, wording }: Waiver, { message, quote }: Problem): boolean {
  if (statement === undefined || !saysTheSame(statement, message)) return false;
  return quote === undefined ? wording === undefined : wording !== undefined && isQuoted(wording, quote);
}

function unknown({ rule, place }: Waiver): Problem {
  return warning(
    "waiver-unknown",
    place,
    `“免检”里的“${rule}”不是核对规则的编号`,
    didYouMean(rule, names.keys()) ||
      "编号写在每条问题末尾的方括号里，如 [breakdown-sum]。校对的规则不在这里，写在 data/bulletin.yaml 的“校对”下；隐私的写“隐私放行”。",
  );
}

/** Why a waiver sets nothing aside. `open`: what its rule has found that no other waiver covers. */
function complaint(waiver: Waiver, name: string, open: readonly Problem[]): Problem {
  const { rule, statement, wording, place } = waiver;
  const called = `“免检”里的“${rule}”（${name}）`;
  const entries = open.map((problem) => `\n${entryFor(problem, waiver.reason)}`).join("");
  const same = open.filter(({ message }) => statement !== undefined && saysTheSame(statement, message));
  const [found] = same.length > 0 ? same : open;
  if (found === undefined)
    return warning(
      "waiver-idle",
      place,
      `${called}没有用上`,
      "这条规则没有查出别的问题，请删去这一条，免得以后漏掉真的错误。",
    );
  if (statement === undefined)
    return error(
      "waiver-incomplete",
      place,
      `${called}没有写明放过哪一处`,
      `一条免检只放过一处。现在查出的如下，请核对，把确实要放过的照写：${entries}`,
    );
  const asSevere = found.severity === "error" ? error : warning;
  if (same.length > 0)
    return wording === undefined
      ? error("waiver-incomplete", place, `${called}没有写明是稿件里的哪一句`, `请补上“原句”：${entries}`)
      : asSevere(
          "waiver-stale",
          place,
          found.quote === undefined
            ? `${called}多写了“原句”：查出的问题在数据里，不在稿件里`
            : `${called}说的是“${wording}”，查出的问题在别的句子里：“${clauseOf(found.quote)}”`,
          found.quote === undefined ? "请删去“原句”这一行。" : `请核对那一句；确实要放过的，改写这一条：${entries}`,
        );
  const changed = changedNumbers(statement, found.message);
  return asSevere(
    "waiver-stale",
    place,
    `${called}已经不合：这条免检说的是：${statement}；现在是：${found.message}${changed === "" ? "" : `（${changed}）`}`,
    `数字变了要重新核对；确实还要放过的，改写这一条：${entries}`,
  );
}

/** A waiver of a finding, as an editor would write it. */
function entryFor({ code, message, quote }: Problem, reason: string): string {
  const wording = quote === undefined ? [] : [`    原句: ${scalar(clauseOf(quote))}`];
  return [`  - 规则: ${code}`, `    问题: ${scalar(message)}`, ...wording, `    原因: ${scalar(reason)}`].join("\n");
}

/** Quoted where YAML would read a plain text as something else. */
function scalar(text: string): string {
  return /^[\p{Script=Han}“《（][^:#"'\\\n]*$/u.test(text) ? text : JSON.stringify(text);
}

/** One line a waiver, for the reports of the commands. */
export function waivedLine({ issue, rule, name, reason, hid }: WaivedFinding): string {
  const [first] = hid;
  const where = first?.quote === undefined ? "" : `（原句“${clauseOf(first.quote)}”）`;
  const times = hid.length > 1 ? `，共 ${hid.length} 处` : "";
  return `免检：${issue.year}年第${issue.number.value}期 ${name} [${rule}]：${first?.message ?? ""}${where}${times}。原因：${reason}`;
}
