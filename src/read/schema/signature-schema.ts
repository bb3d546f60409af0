import { z } from "zod";
import { isoDay, text } from "./fields.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const publicKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, { message: "公钥是 44 个字符（base64）" });
const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/, { message: "签名是 88 个字符（base64）" });

/** `data/keys.yaml`, written by `npm run key`. (签发公钥) */
export const keyListSchema = z.strictObject({
  公钥: z.array(
    z.strictObject({
      单位: text.describe("谁的密钥"),
      公钥: publicKey.describe("Ed25519 公钥"),
      指纹: text.describe("由公钥算出，写在纸上给核对的人"),
      启用: isoDay,
      停用: isoDay.optional(),
      停用原因: z.enum(["更换", "遗失", "泄露"]).optional().describe("泄露的，它签的一概不认"),
      作证: z
        .strictObject({ 公钥: publicKey, 签名: signature })
        .optional()
        .describe("原来的密钥为它签的名；没有就是无人作证"),
    }),
  ),
});

const keyEntry = z.strictObject({
  office: z.string(),
  publicKey,
  from: isoDay,
  until: isoDay.optional(),
  reason: z.enum(["更换", "遗失", "泄露"]).optional(),
  voucher: z.strictObject({ publicKey, signature }).optional(),
});

/** The signed statement, as JSON: see `src/record/signature/statement.ts`. */
export const statementSchema = z.strictObject({
  form: z.literal("gongzuo-jianbao/1"),
  number: z.number().int().min(1),
  date: isoDay,
  previous: digest.nullable(),
  office: z.string(),
  files: digest,
  keys: digest,
  records: z.array(z.tuple([z.string().regex(/^\d{4}-\d+$/), digest.nullable()])),
});

const signed = { statement: z.string(), signature, publicKey };

/** A line of `data/published/signatures.jsonl`. */
export const signedStatementSchema = z.strictObject(signed);

/** A path below the site, without steps that could lead out of it. */
const sitePath = z
  .string()
  .refine((file) => file.split("/").every((part) => !["", ".", ".."].includes(part)) && !/[\\\0]/.test(file));

/** `signature.json` at the root of a site. */
export const siteSignatureSchema = z.strictObject({
  ...signed,
  files: z.array(z.tuple([sitePath, digest])),
  keys: z.array(keyEntry),
});
