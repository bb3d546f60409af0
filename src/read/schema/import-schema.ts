import { z } from "zod";
import { lines, names } from "./fields.ts";

/** `data/import.yaml`: how an office's spreadsheet maps to the ledger. Every line may be left out. */
export const importSchema = z.strictObject({
  工作表: lines.optional().describe("读哪一张表，几张的写成 [10月, 11月]；不写就读所有列得全的，隐藏的除外"),
  表头行: z.number().int().min(1).max(1000).optional().describe("列名在第几行；不写就自动找"),
  列: z
    .record(z.string(), names)
    .optional()
    .describe("台账的列在表里叫什么，如 受理日期: 转办时间；台账本来认得的不用写"),
  不要: names.optional().describe("不导入的列；不写就是联系人"),
  补齐: names.optional().describe("空着就照上一行的列，如 批次；合并单元格不用写，会自动补齐"),
});
