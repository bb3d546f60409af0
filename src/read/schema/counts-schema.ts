import { z } from "zod";
import type { MeasureDefinition, Vocabulary } from "../../model/vocabulary.ts";
import { readTypedNumber } from "../../base/text/typed-number.ts";
import type { TypedNumber } from "../../base/text/typed-number.ts";
import type { Carry } from "./carry.ts";
import { moment, names, text, yesNo } from "./fields.ts";

/** `2`, `2-17`, `第十五批`: read by `readBatches`. */
const batches = z.union([z.number().int().min(1), text]).describe("批次：15 是第 15 批，1-15 是第 1 至 15 批");

const restart = "是：从这一期起重新累计（如新一轮督察、批次重新编号），不接着以前各期";

function count(measure: MeasureDefinition): z.ZodType {
  if (measure.percent !== undefined) return rate;
  const number = measure.decimals > 0 ? z.number() : z.number().int();
  return measure.mayBeNegative === true ? number : number.min(0);
}

/** A typed rate: 97.35%. A bare 97 or 0.97 is refused, because it may mean 97% or 0.97%. */
const rate = z.unknown().superRefine((value, context) => {
  if (value === 0 || (typeof value === "string" && /^-?\d+(?:\.\d+)?%$/.test(value.trim()))) return;
  if (typeof value !== "number" && typeof value !== "string") {
    // A custom issue would make a union report this branch instead of the one that fits the input.
    context.addIssue({ code: "invalid_type", expected: "number", input: value, continue: false });
    return;
  }
  const typed = readTypedNumber(String(value));
  const digits = typed === undefined ? undefined : fixedText(typed);
  const isPercent = typed?.unit === "%" && digits !== undefined;
  const isFraction = typed !== undefined && typed.unit === "" && typed.decimals > 0 && typed.value.compare(1) < 0;
  const fraction = isFraction
    ? `请写成“${typed.value
        .mul(100)
        .valueOf()
        .toFixed(Math.max(0, typed.decimals - 2))}%”；确实不到百分之一的，写“${digits ?? ""}%”。`
    : undefined;
  context.addIssue({
    code: "custom",
    message:
      typed === undefined ? `比率应当写成百分数，这里是“${String(value)}”` : `这是比率，“${String(value)}”要写成百分数`,
    params: {
      code: "not-a-rate",
      hint: fraction === undefined ? `请写成“${digits ?? "97.35"}%”，用半角的“%”。` : fraction,
      ...(isPercent ? { mended: `${digits}%` } : {}),
    },
  });
});

function fixedText({ value, decimals }: TypedNumber): string {
  return value.valueOf().toFixed(decimals);
}

/** 单位×类别, 类别×单位 … */
export function crossKeys(vocabulary: Vocabulary): { key: string; rows: string; columns: string }[] {
  const names = [...vocabulary.dimensions.keys()];
  return names.flatMap((rows) =>
    names.filter((columns) => columns !== rows).map((columns) => ({ key: `${rows}×${columns}`, rows, columns })),
  );
}

type Lines = (value: z.ZodType) => z.ZodType;

const asLines: Lines = (value) => z.record(z.string(), value);
/** As typed, before `spreadPastedLists`. */
const linesOrList: Lines = (value) => z.union([asLines(value), text]);

function block(measure: MeasureDefinition, vocabulary: Vocabulary, lines = asLines): z.ZodType {
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
    台账: yesNo.optional().describe("是：不填数字，从信访件台账统计；否：这一项填数字"),
    截至: moment.optional().describe("统计截止的日期，如 2020-11-07 或 2020-11-07 18时"),
    起始: moment.optional().describe("统计开始的日期"),
    批次: batches.optional(),
    重新累计: yesNo.optional().describe(restart),
    合计: value.optional().describe("原始材料给出的总数；与各项之和对不上会报错"),
    ...Object.fromEntries(
      dimensions.map((name) => [
        name,
        lines(value).optional().describe(`按${name}分：一行一项，“名称: 数字”；也可以粘一串，如 名称12、名称34`),
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

const nameList = z.union([text, z.array(text).min(1)], {
  error: "从台账统计时，这里只写名称，如 [冷水滩区, 零陵区]，不写数字",
});

/** A measure counted from the ledger: dates, batches and names, no numbers. */
function ledgerBlock(measure: MeasureDefinition, vocabulary: Vocabulary): z.ZodType {
  return z.strictObject({
    台账: yesNo.optional(),
    截至: moment.describe("统计截止的日期；台账里以后的变动不影响这一期"),
    起始: moment.optional().describe("统计开始的日期"),
    批次: batches.optional(),
    重新累计: yesNo.optional().describe(restart),
    合计: count(measure).optional().describe("原始材料给出的总数；与台账对不上会报错"),
    ...Object.fromEntries(
      [...vocabulary.dimensions.keys()].map((name) => [
        name,
        nameList.optional().describe(`各${name}的叫法和次序，如 [冷水滩区, 零陵区]；不写就用简称、按登记序`),
      ]),
    ),
    共有: nameList.optional().describe("共有件里各单位的叫法和次序"),
    共有计法: z.enum(["单列", "各计"]).optional(),
    列出零项: yesNo.optional().describe("是：没有件的也列出来，写 0"),
  });
}

/** For the keys of a count and its joint cases. The numbers of members are `cleared`, the names in a request to the ledger `retained`. */
export const countsCarry: Readonly<Record<string, Carry>> = {
  台账: "retained",
  截至: "advanced",
  起始: "advanced",
  批次: "advanced",
  重新累计: "left",
  合计: "cleared",
  共有: "retained",
  共有计法: "retained",
  列出零项: "retained",
  件数: "cleared",
  数量: "cleared",
  单位数: "cleared",
  已完成: "cleared",
  免检: "left",
};

const waiver = z.strictObject({
  规则: text.describe("规则的编号，写在每条问题末尾的方括号里"),
  // Optional, because `check` asks for it with a proposal that is known only after the rules have run.
  问题: text.optional().describe("check 报出的那句话，照抄；只放过这一处、这几个数字，数字变了就要重新核对"),
  原句: text.optional().describe("放过稿件里的数字时写：稿件里含这个数字的几个字，照抄"),
  原因: text.describe("为什么放过"),
});

export type WaiverRow = z.infer<typeof waiver>;

/** Making a schema takes longer than checking a file with it, and all issues of an archive share one. */
const made = new WeakMap<Vocabulary, Map<string, z.ZodType<Record<string, unknown>>>>();

/**
 * `counts.yaml` of an issue. The keys are the measures and dimensions that the vocabulary names, so the schema is made
 * for it; `fromLedger` names the measures that the file leaves to the ledger.
 */
export function countsSchema(
  vocabulary: Vocabulary,
  fromLedger: readonly string[] = [],
): z.ZodType<Record<string, unknown>> {
  const schemas = made.get(vocabulary) ?? new Map<string, z.ZodType<Record<string, unknown>>>();
  made.set(vocabulary, schemas);
  const key = fromLedger.join("\n");
  const known =
    schemas.get(key) ??
    makeCountsSchema(vocabulary, (measure) =>
      fromLedger.includes(measure.name) ? ledgerBlock(measure, vocabulary) : typedMeasure(measure, vocabulary),
    );
  schemas.set(key, known);
  return known;
}

/** For completion in an editor: every measure may be typed or left to the ledger. */
export function eitherCountsSchema(vocabulary: Vocabulary): z.ZodType<Record<string, unknown>> {
  return makeCountsSchema(vocabulary, (measure) =>
    measure.ledger === undefined
      ? typedMeasure(measure, vocabulary, linesOrList)
      : z.union([count(measure), block(measure, vocabulary, linesOrList), ledgerBlock(measure, vocabulary)]),
  );
}

function typedMeasure(measure: MeasureDefinition, vocabulary: Vocabulary, lines = asLines): z.ZodType {
  return z.union([count(measure), block(measure, vocabulary, lines)]);
}

function makeCountsSchema(
  vocabulary: Vocabulary,
  schemaOf: (measure: MeasureDefinition) => z.ZodType,
): z.ZodType<Record<string, unknown>> {
  const measures = [...vocabulary.measures.values()].filter((measure) => measure.formula === undefined);
  return z.strictObject({
    台账: yesNo.optional().describe("是：各项都从信访件台账统计，只写截至、批次"),
    ...Object.fromEntries(
      measures.map((measure) => [
        measure.name,
        schemaOf(measure).optional().describe(`${measure.name}（${measure.measureWord}）`),
      ]),
    ),
    免检: z.array(waiver).optional().describe("这一期放过的问题，一处一条，写明是哪一处、为什么"),
  });
}
