/** docs/rules.md: every rule, what it checks, an example, and how to waive it. (编辑手册：核对规则) */

import { copyRules, dataRules, numberRules } from "../../src/check/catalogue.ts";
import type { Severity } from "../../src/base/problem/problem.ts";
import type { RuleInfo } from "../../src/check/rule.ts";
import { markdownTable } from "./markdown-table.ts";

const lead = `# 核对规则

<!-- 这一页由 scripts/docs/write.ts 从规则本身生成，测试会核对，请不要直接改。 -->

每条问题末尾的方括号里是规则的编号，如 \`[breakdown-sum]\`。**错误**必须改，不改不能生成；**提醒**请看一眼，不改也能生成。

## 放过一处

核对数据和数字的规则，有时说得不对（如原始材料就是这样公布的）。在这一期的 counts.yaml 末尾写明放过哪一处、为什么：

\`\`\`yaml
免检:
  - 规则: figures-standing
    问题: 把 check 报出的那句话照抄在这里
    原因: 当天没有新转办
\`\`\`

只放过这一句话、这几个数字；数字一变，这条免检就不再起作用，并会告诉你。稿件里手写的数字，“问题”换成“原句”：稿件里含这个数字的几个字，照抄。
放过了哪些，\`npm run check\`、\`npm run build\` 每次都会列出来。

校对规则整条调整，写在 data/bulletin.yaml 的“校对”下：\`straight-quote: 关闭\`（或 提醒、错误）。个别要照原样印的字，用 \`{{原文: …}}\` 括起来。
隐私规则不能关：确实可以公开的（单位自己的电话、邮箱），写进“隐私放行”，并写明原因。
`;

const levels: Record<Severity, string> = { error: "错误", warning: "提醒" };

/** The whole page. */
export function ruleReference(): string {
  return [
    lead,
    section("核对数据", "counts.yaml 里的数字、日期、批次，本期之内，也与以前各期核对。", dataRules),
    section("核对稿件里的数字", "稿件里手写的数字、由数据算出后印出的数字。", numberRules),
    `## 校对和隐私\n\n“能改”的，\`npm run check -- --fix\` 会改好。\n\n${markdownTable(
      ["编号", "名称", "级别", "看什么", "例子", "能改"],
      copyRules.map(({ id, name, level, explanation, basis, example, fixable }) => [
        `\`${id}\``,
        name,
        levels[level],
        `${explanation}${basis === "" ? "" : `（${basis}）`}`,
        exampleOf(example),
        fixable ? "是" : "",
      ]),
    )}\n`,
  ].join("\n");
}

function exampleOf(example: RuleInfo["example"]): string {
  if (typeof example === "string") return example;
  return example.wrong === example.right ? example.wrong : `${example.wrong} → ${example.right}`;
}

function section(title: string, words: string, rules: readonly RuleInfo[]): string {
  return `## ${title}\n\n${words}\n\n${markdownTable(
    ["编号", "名称", "级别", "看什么", "例子"],
    rules.map(({ id, name, level, explanation, example }) => [
      `\`${id}\``,
      name,
      levels[level],
      explanation,
      exampleOf(example),
    ]),
  )}\n`;
}
