import { z } from "zod";
import type { Carry } from "./carry.ts";
import { allowances, contacts, mastheadNames } from "./bulletin-schema.ts";
import { lines, moment, text, yesNo } from "./fields.ts";

/** 份号 (GB/T 9704-2012, 7.2.1): at most six digits. YAML reads `000012` as a number. */
const copyNumber = z.union([
  z.number().int().min(1).max(999_999),
  z.string().regex(/^\d{1,6}$/, "应是六位以内的数字，如 000012"),
]);

/** `issue.yaml` of an issue: what differs from issue to issue. */
export const issueSchema = z.strictObject({
  期号: z.number().int().min(1).describe("第几期，只写数字"),
  日期: moment.describe("印发日期，如 2020-11-08"),
  年份: z
    .number()
    .int()
    .min(1900)
    .max(2999)
    .optional()
    .describe("期号算在哪一年，与日期的年份不同时写，如 2020-12-31 印发的 2021 年第 1 期写 2021"),
  总期号: z.number().int().min(1).optional().describe("从创刊算起的期号"),
  密级: text.optional().describe("印在报头左上角，如 秘密★1年、内部资料 注意保存"),
  编号: copyNumber.optional().describe("份号，六位以内的数字，印在报头右上角；多在涉密的一期用"),
  内部: yesNo.optional().describe("是：只印不上网"),
  仅数据: yesNo.optional().describe("是：不印发、不上网、没有稿件，只留数据给以后各期对比（如补录的去年各月）"),
  报头: mastheadNames.optional().describe("与平时不同时写，两行都写"),
  编发单位: text.optional().describe("与平时不同时写"),
  联系: contacts.optional().describe("与平时不同时写，写全"),
  报: lines.optional().describe("与平时不同时写"),
  送: lines.optional().describe("与平时不同时写"),
  发: lines.optional().describe("与平时不同时写"),
  印数: z.number().int().min(1).optional().describe("共印多少份"),
  目录: yesNo.optional().describe("是或否；不写就是四篇以上才有"),
  更正: z
    .array(
      z.strictObject({
        日期: moment.describe("作出更正的日期，如 2020-11-10"),
        内容: text.describe("哪里错了，应当是什么；登在网页上"),
        原因: text.describe("为什么错；登在网页上"),
        撤下旧版: yesNo.optional().describe("是：更正以前的一版不再公开，如印了个人信息"),
      }),
    )
    .min(1)
    .optional()
    .describe("发布以后改了正文或数字的，每次一条：日期、内容、原因"),
  隐私放行: allowances.optional().describe("只在这一期可以公开的，每条写内容、原因"),
});

export type IssueFile = z.infer<typeof issueSchema>;

/** What an issue says besides its number and date may be wrong for the next, above all whether it is published on the site (内部). */
export const issueCarry: Readonly<Record<keyof IssueFile, Carry>> = {
  期号: "advanced",
  日期: "advanced",
  年份: "left",
  总期号: "advanced",
  密级: "cleared",
  编号: "cleared",
  内部: "cleared",
  仅数据: "left",
  报头: "cleared",
  编发单位: "cleared",
  联系: "cleared",
  报: "cleared",
  送: "cleared",
  发: "cleared",
  印数: "cleared",
  目录: "cleared",
  更正: "left",
  隐私放行: "left",
};

/** The front matter of an article. */
export const articleSchema = z.strictObject({
  标题: text.optional().describe("标题；要在哪里换行，就在那里写一条竖线｜"),
  栏目: text.describe("放在哪个栏目下，如 立行立改动态"),
  副标题: text.optional().describe("印在标题下面，前面加破折号"),
  供稿: text.optional().describe("供稿单位，印在文末括号里"),
  作者: text.optional().describe("印在标题下面"),
  按语: text.optional().describe("编者按，印在标题上方"),
});

export type ArticleFile = z.infer<typeof articleSchema>;

/** For an untitled article of a regular report, whose sentences are copied into the next issue. */
export const articleCarry: Readonly<Record<keyof ArticleFile, Carry>> = {
  标题: "left",
  栏目: "retained",
  副标题: "cleared",
  供稿: "cleared",
  作者: "cleared",
  按语: "cleared",
};
