import { z } from "zod";
import { isoDay, text, wholeNumber, yesNo } from "./fields.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { message: "校验值是 64 个十六进制数字" });

const correction = z.strictObject({ 日期: isoDay, 内容: text, 原因: text, 撤下旧版: yesNo.optional() });

const printing = z.strictObject({
  日期: isoDay.describe("登记的日期"),
  字节: wholeNumber.describe("PDF 的大小"),
  页数: wholeNumber,
  "SHA-256": sha256.describe("PDF 的校验值"),
  印制: text.describe("印制用的浏览器和软件"),
  签名: z
    .strictObject({
      "签名前的 SHA-256": sha256.describe("没有签名的 PDF 的校验值"),
      签名人: text.describe("证书是谁的"),
      时间: text,
    })
    .optional()
    .describe("PDF 里的数字签名；上面的大小和校验值是签了名的"),
});

const edition = z.strictObject({
  版次: z.number().int().min(1),
  发布: isoDay.describe("发布的日期"),
  正文校验: sha256.describe("正文的校验值"),
  更正: z.array(correction).optional().describe("这一版更正了什么"),
  印次: z.array(printing).min(1).describe("同样的正文，各次印制的 PDF"),
});

const part = z.strictObject({
  篇: text,
  地址: z.string().describe("稿件在网页上的地址；报头、版记没有"),
  段: z.array(z.string()),
});

const content = z.strictObject({
  版次: z.number().int().min(1),
  正文: z.array(part),
  数字: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])).describe("稿件、印出、名称、数值"),
  数据: z.array(z.tuple([z.string(), z.string()])).describe("名称、数值"),
});

const heads = {
  期: text,
  报头: z.strictObject({ 范围: text.optional(), 刊名: text, 编发单位: text }),
  版记: z.strictObject({
    报: text.optional(),
    送: text.optional(),
    发: text.optional(),
    联系: z.array(z.tuple([z.string(), z.string()])).optional(),
  }),
  各版: z.array(edition).min(1).describe("最新的在前"),
};

/** A record without its bulky part, 内容. */
export const recordHeadSchema = z.strictObject(heads);

/** `data/published/2020-15.yaml`, written by `npm run publish`. */
export const recordSchema = z.strictObject({
  ...heads,
  内容: z.array(content).min(1),
  登记校验: sha256.describe("上面全部内容的校验值：登记不能用手改"),
});

export type RecordHeadFile = z.infer<typeof recordHeadSchema>;
export type RecordFile = z.infer<typeof recordSchema>;
