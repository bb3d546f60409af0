/** Mistakes in the bulletin's own data, and in how issues stand to each other. */

import { cpSync, renameSync, rmSync } from "node:fs";
import type { Sandbox } from "../../support/cli.ts";
import { IssueFolder } from "./mistake.ts";

export interface RootMistake {
  readonly what: string;
  readonly make: (sandbox: Sandbox) => void;
  /** Lines as printed. */
  readonly told: readonly string[];
  /** Exit code, 1 unless the issue may be printed all the same. */
  readonly code?: number;
}

const issue = "content/issues/2020-15";

/** The example once more under another number, four days later. */
function later(sandbox: Sandbox, number: number): IssueFolder {
  const folder = new IssueFolder(sandbox, number);
  folder.write("issue.yaml", `期号: ${number}\n日期: 2020-11-12\n`);
  return folder;
}

export const rootMistakes: readonly RootMistake[] = [
  {
    what: "a register in which a merge was not settled",
    make: (s) => s.write("data/units.yaml", `<<<<<<< HEAD\n${s.read("data/units.yaml")}`),
    told: ["data/units.yaml:1:1 错误：这里有没有处理完的合并冲突：一边是“HEAD”（第 1 行） [merge-conflict]"],
  },
  {
    what: "two issues with one number",
    make: (s) => cpSync(s.path(issue), s.path("content/issues/2020-15b"), { recursive: true }),
    told: [
      "content/issues/2020-15b/issue.yaml:1:5 错误：文件夹叫“2020-15b”，与 2020 年第 15 期不符 [folder-name]",
      "content/issues/2020-15b/issue.yaml:1:5 错误：2020 年第 15 期有两份：content/issues/2020-15 和 content/issues/2020-15b [issue-number-twice]",
    ],
  },
  {
    what: "a folder that does not carry the issue's number",
    make: (s) => renameSync(s.path(issue), s.path("content/issues/2020-16")),
    told: ["content/issues/2020-16/issue.yaml:1:5 错误：文件夹叫“2020-16”，与 2020 年第 15 期不符 [folder-name]"],
  },
  {
    what: "a total registered as a unit, as a category and as a source",
    make: (s) => {
      s.write("data/units.yaml", `${s.read("data/units.yaml").trimEnd()}\n- 合计\n`);
      s.write(
        "data/categories.yaml",
        `${s.read("data/categories.yaml").trimEnd()}\n- { 全称: 总的件数, 简称: 总计 }\n`,
      );
      s.edit("data/tallies.yaml", "来访, 网络]", "来访, 网络, 小计]");
    },
    told: [
      "data/units.yaml:20:3 错误：登记表里不能有“合计”：合计由程序计算，登记了会被再加一次 [total-as-name]",
      "data/categories.yaml:14:3 错误：登记表里不能有“总计”：合计由程序计算，登记了会被再加一次 [total-as-name]",
      "data/tallies.yaml:10:26 错误：登记表里不能有“小计”：合计由程序计算，登记了会被再加一次 [total-as-name]",
    ],
  },
  {
    what: "an issue skipped",
    make: (s) => later(s, 17),
    told: ["content/issues/2020-17/issue.yaml:1:5 提醒：第17期前面是第15期，中间少了第16期 [issue-number-gap]"],
    code: 0,
  },
  {
    what: "a batch skipped",
    make: (s) => later(s, 16).edit("counts.yaml", "批次: 1-15", "批次: 17"),
    told: [
      "content/issues/2020-16/counts.yaml:5:7 提醒：“交办”从第17批算起，第15期到第15批，中间少了第16批 [batch-gap]",
    ],
    code: 0,
  },
  {
    what: "a cumulative count that falls",
    make: (s) => {
      const folder = later(s, 16);
      folder.edit("counts.yaml", "冷水滩区: 56", "冷水滩区: 50");
      folder.edit("counts.yaml", "来电: 195", "来电: 189");
    },
    told: [
      "content/issues/2020-16/counts.yaml:3:1 错误：“交办”合计209件，比第15期的215件少了 [cumulative-falls]",
      "content/issues/2020-16/counts.yaml:7:11 错误：“交办”里“冷水滩区”是50件，比第15期的56件少了 [cumulative-falls]",
    ],
  },
  {
    what: "no issue at all",
    make: (s) => rmSync(s.path(issue), { recursive: true }),
    told: ["content/issues:1:1 错误：这里一期也没有 [no-issue]"],
  },
  {
    what: "no bulletin.yaml",
    make: (s) => rmSync(s.path("data/bulletin.yaml")),
    told: ["data/bulletin.yaml:1:1 错误：没有这个文件 [missing-file]"],
  },
  {
    what: "no tallies.yaml",
    make: (s) => rmSync(s.path("data/tallies.yaml")),
    told: ["data/tallies.yaml:1:1 错误：没有这个文件 [missing-file]"],
  },
  {
    what: "no register of units",
    make: (s) => rmSync(s.path("data/units.yaml")),
    told: ["data/tallies.yaml:5:9 错误：没有登记表 data/units.yaml [missing-file]"],
  },
  {
    what: "a full-width colon in the register",
    make: (s) => s.edit("data/units.yaml", "{ 全称: 道县,", "{ 全称：道县,"),
    told: ["data/units.yaml:8:7 错误：“全称”后面用了全角冒号“：” [fullwidth-colon]"],
  },
  {
    what: "one name for two units",
    make: (s) => s.edit("data/units.yaml", "{ 全称: 道县,", "{ 全称: 道县, 简称: 零陵,"),
    told: ["data/units.yaml:8:3 错误：“零陵”既是“零陵区”，又是“道县” [ambiguous-name]"],
  },
  {
    what: "a formula of a measure that is none",
    make: (s) => s.edit("data/tallies.yaml", "办结 / 交办", "办结 / 交板"),
    told: ["data/tallies.yaml:25:9 错误：“办结率”的算式里没有“交板”这个指标 [unknown-measure]"],
  },
  {
    what: "a formula that comes back to itself",
    make: (s) => s.edit("data/tallies.yaml", "交办 - 办结", "交办 - 正在办理"),
    told: ["data/tallies.yaml:22:9 错误：“正在办理”的算式绕回到了自己 [formula]"],
  },
  {
    what: "a key of the bulletin misspelt",
    make: (s) => s.edit("data/bulletin.yaml", "编发单位:", "编发:"),
    told: ["data/bulletin.yaml:7:1 错误：不认识“编发”这一项 [unknown-key]"],
  },
  {
    what: "the office's telephone, not let pass by name",
    make: (s) =>
      s.edit("data/bulletin.yaml", "隐私放行: [（0746）8127713, yzshbdc@163.com]", "隐私放行: [yzshbdc@163.com]"),
    told: ["data/bulletin.yaml:10:9 错误：疑似固定电话：****713 [private-telephone]"],
  },
  {
    what: "a level for a rule that is none",
    make: (s) => s.write("data/bulletin.yaml", `${s.read("data/bulletin.yaml")}\n校对:\n  until-wrod: 错误\n`),
    told: ["data/bulletin.yaml:31:3 错误：没有“until-wrod”这条校对规则 [unknown-rule]"],
  },
  {
    what: "a privacy rule switched off",
    make: (s) => s.write("data/bulletin.yaml", `${s.read("data/bulletin.yaml")}\n校对:\n  private-mobile: 关闭\n`),
    told: [
      "data/bulletin.yaml:31:3 错误：“private-mobile”（手机号码）是隐私规则，不能关闭，也不能降低 [privacy-level]",
    ],
  },
  {
    what: "a list of keys with a key that another fingerprint stands beside",
    make: (s) =>
      s.write(
        "data/keys.yaml",
        `公钥:\n  - 单位: 甲\n    公钥: "${"A".repeat(43)}="\n    指纹: "0000 0000"\n    启用: "2020-01-01"\n`,
      ),
    told: ["data/keys.yaml:4:9 错误：指纹与公钥不符 [key-changed]"],
  },
  {
    what: "a list of keys cut short",
    make: (s) => s.write("data/keys.yaml", `公钥:\n  - 单位: 甲\n    公钥: "AAAA"\n`),
    told: [
      "data/keys.yaml:2:5 错误：缺少“指纹” [missing-key]",
      "data/keys.yaml:2:5 错误：缺少“启用” [missing-key]",
      "data/keys.yaml:3:9 错误：公钥是 44 个字符（base64） [invalid-value]",
    ],
  },
];
