import { z } from "zod";
import { cycles } from "../../model/vocabulary.ts";
import { names, text, wholeNumber, yesNo } from "./fields.ts";
import { ledgerCountSchema, ledgerSchema } from "./ledger-schema.ts";
import { registrySchema } from "./registry-schema.ts";

const dimension = z.strictObject({
  登记: text.optional().describe("登记表的文件名，在 data 文件夹里，如 units.yaml"),
  项目: registrySchema.optional().describe("项目不多时直接列在这里，如 [来电, 来信]"),
  可重复: yesNo
    .optional()
    .describe("是：一件可以同时属于几项，各项之和可以超过合计；否：一件只属于一项，有自己的量词时也与合计核对"),
  量词: text.optional().describe("各项的量词与合计不同时写，如合计论件、各项论个"),
  可不全: yesNo.optional().describe("是：数据里可以只列一部分（如只列来电），各项之和可以小于合计；全部列出时仍应相等"),
});

const measure = z.strictObject({
  量词: text.optional().describe("件、个、家、人、万元……；不写就是件"),
  属于: text.optional().describe("这个指标是哪个指标的一部分；部分不能超过全部"),
  算式: text.optional().describe("由别的指标算出，如 交办 - 办结"),
  应等于: text
    .optional()
    .describe("另外数出来、却应当与别的指标相符的，写它应当等于什么，如 受理 - 直接答复；不等就报错"),
  小数: wholeNumber
    .max(6)
    .optional()
    .describe("填报的数最多几位小数，不写就只能是整数；写了算式的，印出时保留几位小数"),
  百分比: wholeNumber.max(6).optional().describe("按百分比印出，保留几位小数；没有算式的，数据里写成 97.35%"),
  取位: z.enum(["四舍五入", "去尾"]).optional().describe("小数、百分比多出的位数怎样处理；不写就是四舍五入"),
  可为负: yesNo.optional().describe("是：可以小于 0（如超汛限水位、气温）"),
  互斥: z.array(text).optional().describe("平时可重复、在这个指标里不重复的分组"),
  不合计: yesNo.optional().describe("是：各项之和没有意义（如各站雨量）"),
  累计周期: z
    .enum(cycles)
    .optional()
    .describe("每年（每季、每月）：累计数从每年（每季、每月）的第一天起重新累计；不写就一直累计下去"),
  累计自: text.optional().describe("这个累计指标由哪个当期指标逐期累加"),
  口径: text.optional().describe("怎样统计，表格下面和“| 说明”里告诉读者，如 阶段性办结计入办结"),
  可减少: yesNo.optional().describe("是：数字可以比上期少（如在办件）"),
  台账: ledgerCountSchema.optional().describe("怎样从信访件台账统计，如 受理日期"),
});

const status = z.strictObject({
  算作: z
    .enum(["办结", "在办", "另计"])
    .optional()
    .describe("算办结、算在办，还是另计（可以算在办结里，也可以单列）；不写就是另计"),
  别名: names.optional().describe("同一个意思的其他写法"),
});

/** `data/tallies.yaml`: what is counted (指标) and how it is broken down (分组). */
export const vocabularySchema = z.strictObject({
  分组: z.record(z.string(), dimension).describe("分组的办法：单位、类别、来源……"),
  状态: z
    .record(z.string(), status.nullable())
    .optional()
    .describe("办理状态，已办结、阶段性办结、正在办理以外还有的才写，如 移送"),
  指标: z.record(z.string(), measure.nullable()).describe("统计的指标：交办、办结、重点件……"),
  台账: ledgerSchema.nullable().optional().describe("信访件台账放在哪里、各列是什么；没有台账就不写"),
});

export type VocabularyFile = z.infer<typeof vocabularySchema>;
