import { z } from "zod";
import type { MeasureDefinition, Vocabulary } from "../model/vocabulary.ts";
import { moment, names, text, wholeNumber } from "./fields.ts";

/** `2`, `2-17`, `第十五批`: read by `readBatches`. */
const batches = z.union([z.number().int().min(1), text]).describe("批次：15 是第 15 批，1-15 是第 1 至 15 批");

function count(measure: MeasureDefinition): z.ZodNumber {
  return measure.decimals > 0 ? z.number().min(0) : wholeNumber;
}

/** 单位×类别, 类别×单位 … */
export function crossKeys(vocabulary: Vocabulary): { key: string; rows: string; columns: string }[] {
  const names = [...vocabulary.dimensions.keys()];
  return names.flatMap((rows) =>
    names.filter((columns) => columns !== rows).map((columns) => ({ key: `${rows}×${columns}`, rows, columns })),
  );
}

function block(measure: MeasureDefinition, vocabulary: Vocabulary): z.ZodType {
  const value = count(measure);
  const dimensions = [...vocabulary.dimensions.keys()];
  const joint = z.strictObject({
    ...Object.fromEntries(dimensions.map((name) => [name, names.optional().describe("共有的单位，如 [冷水滩, 零陵]")])),
    件数: value.optional().describe("几件；不写就是 1 件"),
    数量: value.optional().describe("量词不是“件”时用"),
    单位数: z.number().int().min(2).optional().describe("不写明单位时，写每件涉及几个单位"),
    已完成: names.optional().describe("已经办完自己那部分的单位"),
  });
  return z.strictObject({
    截至: moment.optional().describe("统计截止的日期，如 2020-11-07 或 2020-11-07 18时"),
    起始: moment.optional().describe("统计开始的日期"),
    批次: batches.optional(),
    合计: value.optional().describe("原始材料给出的总数；与各项之和对不上会报错"),
    ...Object.fromEntries(
      dimensions.map((name) => [
        name,
        z.record(z.string(), value).optional().describe(`按${name}分：一行一项，如“名称: 12”`),
      ]),
    ),
    ...Object.fromEntries(
      crossKeys(vocabulary).map(({ key, rows, columns }) => [
        key,
        z
          .record(z.string(), z.record(z.string(), value))
          .optional()
          .describe(`交叉分组：每个${rows}一段，下面按${columns}分，一行一项`),
      ]),
    ),
    共有: z.array(joint).optional().describe("几个单位共有的"),
    共有计法: z
      .enum(["单列", "各计"])
      .optional()
      .describe("单列（默认）：不计入各单位，另外说明；各计：每个单位都计一次"),
  });
}

/** A schema costs more to make than a file to check, and all issues of an archive share one. */
const made = new WeakMap<Vocabulary, z.ZodType<Record<string, unknown>>>();

/** `counts.yaml` of an issue. The keys are the measures and dimensions that the vocabulary names, so the schema is made for it. */
export function countsSchema(vocabulary: Vocabulary): z.ZodType<Record<string, unknown>> {
  const known = made.get(vocabulary) ?? makeCountsSchema(vocabulary);
  made.set(vocabulary, known);
  return known;
}

function makeCountsSchema(vocabulary: Vocabulary): z.ZodType<Record<string, unknown>> {
  const measures = [...vocabulary.measures.values()].filter((measure) => measure.formula === undefined);
  return z.strictObject({
    ...Object.fromEntries(
      measures.map((measure) => [
        measure.name,
        z
          .union([count(measure), block(measure, vocabulary)])
          .optional()
          .describe(`${measure.name}（${measure.measureWord}）`),
      ]),
    ),
    免检: z
      .array(z.strictObject({ 规则: text.describe("规则的编号"), 原因: text.describe("为什么这一期不查") }))
      .optional()
      .describe("这一期放过的核对规则，每条写明原因"),
  });
}
