import { z } from "zod";
import { names, text, wholeNumber, yesNo } from "./fields.ts";
import { registrySchema } from "./registry-schema.ts";

const column = z.strictObject({
  表头: names.optional().describe("表里的列名，与这里的名称不同时写；可以写几个"),
  类型: z.enum(["编号", "批次", "日期", "选项", "是否", "数字", "文字"]).optional().describe("这一列写的是什么"),
  分组: text.optional().describe("这一列写的是哪个分组的项目，如 单位"),
  项目: registrySchema.optional().describe("类型是“选项”时，可以写哪些，如 [已办结, 正在办理]"),
  可多项: yesNo.optional().describe("是：一格可以写几项，用顿号隔开"),
  共有: yesNo.optional().describe("是：一格写了几个单位的，就是共有件"),
  必填: yesNo.optional().describe("是：不能空着"),
  小数: wholeNumber.max(6).optional().describe("类型是“数字”时，最多几位小数"),
  对应: z
    .record(z.string(), names)
    .optional()
    .describe("这个日期与另一列的关系，如 办结状态: [已办结]：写了已办结就要有日期，没有写就不能有"),
});

export type ColumnFile = z.infer<typeof column>;

/** 台账 at the top of `data/tallies.yaml`. */
export const ledgerSchema = z.strictObject({
  文件: names.optional().describe("data 文件夹里的台账文件（.csv、.yaml）或文件夹，可以写几个；不写就是 ledger.csv"),
  列: z
    .record(z.string(), z.union([names, column]))
    .optional()
    .describe("列名与平时不同、或另有别的列时写，如 受理日期: 转办时间"),
  编号格式: z
    .strictObject({
      写法: text.describe("如 {来源}#YZ{年}#####：# 是一位数字，@ 是一个大写字母，{年} 是四位年份，{日期} 是八位日期"),
      对照: z
        .record(z.string(), z.record(z.string(), text))
        .optional()
        .describe("编号里的字母各代表哪一项，如 来源: { D: 来电, X: 来信 }"),
      日期: text.optional().describe("编号里的年份、日期与哪一列核对；不写就是受理日期"),
    })
    .optional()
    .describe("受理编号怎样编；写了就逐件核对编号里的来源、年份"),
});

export type LedgerFile = z.infer<typeof ledgerSchema>;

/** 台账 of a measure; the name of a date column alone is an abbreviation for 日期. */
export const ledgerCountSchema = z.union([
  text,
  z.strictObject({
    日期: names.describe("按哪个日期截止，如 受理日期；写几个就取最早的"),
    条件: z
      .record(z.string(), names)
      .optional()
      .describe(
        "只统计哪些件，如 是否重点件: 是；写“有”“无”就看这一格有没有内容；数字可以比较，如 罚款金额: 超过 10000",
      ),
    求和: text.optional().describe("把哪一列的数字加起来；不写就是数件数"),
    除以: z.number().int().min(1).optional().describe("元变万元写 10000"),
  }),
]);
