import { wordsOfStatus } from "../../model/status.ts";
import type { Status } from "../../model/status.ts";
import { listed } from "./fields.ts";
import type { ColumnFile } from "./ledger-schema.ts";

/**
 * The customary columns of a petition ledger. Columns that an office defines replace those of the same name. Columns of a dimension
 * that the bulletin lacks are left out.
 */
export function defaultColumns(statuses: readonly Status[]): Readonly<Record<string, ColumnFile>> {
  const words = (status: Status): string[] => [...wordsOfStatus(status).slice(1), ...listed(status.answer)];
  return {
    ...plainColumns,
    办结状态: {
      类型: "选项",
      项目: statuses.map((status) => ({ 全称: status.name, 别名: words(status) })),
      表头: ["是否办结", "办理状态"],
    },
    办结日期: {
      类型: "日期",
      对应: { 办结状态: statuses.flatMap(({ name, dated }) => (dated === true ? [name] : [])) },
      表头: ["办结时间"],
    },
  };
}

const plainColumns: Readonly<Record<string, ColumnFile>> = {
  受理编号: { 类型: "编号", 表头: ["编号", "信访编号", "案件编号"] },
  批次: { 类型: "批次", 表头: ["交办批次", "转办批次"] },
  受理日期: {
    类型: "日期",
    必填: "是",
    表头: ["受理时间", "转办日期", "转办时间", "交办日期", "交办时间"],
  },
  来源: { 分组: "来源", 表头: ["信访来源", "问题来源", "举报方式"] },
  责任单位: { 分组: "单位", 共有: "是", 必填: "是", 表头: ["承办单位", "主办单位"] },
  污染类型: { 分组: "类别", 表头: ["污染类别", "问题类型"] },
  是否重点件: { 类型: "是否", 表头: ["重点件", "是否重点", "重点关注件"] },
  是否属实: { 类型: "选项", 项目: ["属实", "基本属实", "部分属实", "不属实"], 表头: ["属实情况"] },
  责令整改: { 类型: "数字" },
  立案处罚: { 类型: "数字" },
  罚款金额: { 类型: "数字", 小数: 2, 表头: ["罚款金额（元）", "罚款"] },
  立案侦查: { 类型: "数字" },
  行政拘留: { 类型: "数字" },
  刑事拘留: { 类型: "数字" },
  约谈: { 类型: "数字", 表头: ["约谈人数"] },
  问责: { 类型: "数字", 表头: ["问责人数"] },
  序号: { 类型: "文字" },
  问题摘要: { 类型: "文字", 表头: ["交办问题基本情况", "信访内容"] },
  行政区域: { 类型: "文字" },
  交办时限: { 类型: "文字", 表头: ["办理时限"] },
  调查核实情况: { 类型: "文字" },
  处理和整改情况: { 类型: "文字", 表头: ["办理情况"] },
  责任人被处理情况: { 类型: "文字" },
  联系人: { 类型: "文字", 表头: ["举报人", "联系电话"] },
  备注: { 类型: "文字" },
};
