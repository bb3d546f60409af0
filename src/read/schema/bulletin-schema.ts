import { z } from "zod";
import { fontRoles } from "../../model/bulletin.ts";
import { frequencies } from "../../model/frequency.ts";
import { lines, text, yesNo } from "./fields.ts";

const font = z
  .strictObject({
    文件: text.optional().describe("字体文件（TrueType）的路径，从根文件夹算起，如 fonts/仿宋.ttf"),
    字体名: text.optional().describe("本机已安装字体的名称，如 仿宋_GB2312"),
  })
  .describe("写“文件”或“字体名”其中一项");

const siteAddress = text.superRefine((value, context) => {
  if (/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(value)) return;
  context.addIssue({
    code: "custom",
    message: `“${value}”不是网站地址`,
    params: { code: "invalid-address", hint: "请写完整的地址，如 https://example.gov.cn/jianbao/。" },
  });
});

/** The two title lines of the masthead. Like the contacts they can be changed for one issue in its `issue.yaml`. */
export const mastheadNames = z.strictObject({
  范围: text.optional().describe("刊名上方较小的一行，如“永州市配合省生态环境保护督察‘回头看’”"),
  刊名: text.describe("大字刊名，如 工作简报"),
});
export const contacts = z.record(z.string(), z.union([text, z.number()]));

/** 隐私放行 of the office or of one issue. */
export const allowances = z.array(
  z.union([
    text,
    z.strictObject({
      内容: text.describe("照稿件里的写，如 0746-1234567"),
      原因: text.describe("为什么可以公开"),
    }),
  ]),
);

/** `data/bulletin.yaml`: the facts of the bulletin that stay the same from issue to issue. */
export const bulletinSchema = z.strictObject({
  报头: mastheadNames.describe("红色报头的两行字"),
  编发单位: text.describe("报头左下方的单位全称"),
  刊期: z
    .enum([...frequencies, "不定期"])
    .optional()
    .describe(
      "多久一期，如 每月；新建一期时照它排统计的起始、截至，缺了一期的不与前一期比（环比）；没有一定的写 不定期",
    ),
  联系: contacts.optional().describe("版记里的联系方式，一行一项，如 联系电话: （0746）8127713"),
  报: lines.optional().describe("上级机关、领导；整句照印，或一行一个单位（印时用逗号连接，末尾加句号）"),
  送: lines.optional().describe("平级机关、本级领导"),
  发: lines.optional().describe("下级单位"),
  网站: z
    .strictObject({
      标题: text.optional().describe("网站名称；不写就用报头"),
      网址: siteAddress.optional().describe("网站发布后的地址，如 https://example.gov.cn/jianbao/"),
      数据许可: z
        .strictObject({
          名称: text.describe("如 CC-BY-4.0，或本单位规定的名称"),
          网址: text.optional().describe("许可全文的地址"),
        })
        .optional()
        .describe("别人按什么条件使用数据文件；写进数据说明"),
      公开受理编号: yesNo.optional().describe("是：数字说明页列出台账里的受理编号；不写就不列"),
    })
    .optional()
    .describe("发布到网站的，写这几项"),
  关键词: z.array(text).optional().describe("写入 PDF 属性的关键词"),
  栏目: z.array(text).optional().describe("常设栏目，按先后顺序"),
  印刷: z
    .strictObject({
      版式: z
        .enum(["gb33476", "word"])
        .optional()
        .describe("gb33476（默认，GB/T 33476.2）或 word（与 Word 打印件一致的 37/35 毫米页边距）"),
      版记在偶数页: yesNo.optional().describe("是：版记排到偶数页上，必要时加空白页"),
      镜像页边距: yesNo.optional().describe("是：双面印时装订边总在里侧"),
      紧凑报头: yesNo.optional().describe("是：期号上下不空行"),
    })
    .optional()
    .describe("PDF 的版面；不写就是公文格式（GB/T 9704）"),
  字体: z
    .strictObject(
      Object.fromEntries(fontRoles.map((role) => [role, font.optional()])) as Record<
        (typeof fontRoles)[number],
        z.ZodOptional<typeof font>
      >,
    )
    .optional()
    .describe("单位自有的字体；不写就用随软件附带的开源字体代替"),
  审签: z
    .strictObject({
      标题: text.optional().describe("审签单的名称，默认“审签单”"),
      项目: z
        .record(z.string(), z.union([text, z.number(), z.null()]))
        .optional()
        .describe("审签单上的各项，如 拟稿单位: 协调联络办公室；值空着的，印出来手写"),
      签字: z
        .array(text)
        .min(1)
        .max(12)
        .optional()
        .describe("签字栏，按签的先后，默认 [拟稿, 核稿, 会签, 签发]；最后一栏最大"),
    })
    .optional()
    .describe("送审稿（npm run proof）的审签单"),
  用语: z
    .array(
      z.strictObject({
        正确: text.describe("规范的写法"),
        错误: z.union([text, z.array(text).min(1)]).describe("不规范的写法，一个或几个"),
        只在混用时: yesNo.optional().describe("是：两种写法都对，只在同一篇里混用时提醒"),
        说明: text.optional().describe("提醒时一并说的话，如出处"),
      }),
    )
    .optional()
    .describe("本单位的用语表：出现错误写法时提醒"),
  校对: z
    .record(z.string(), z.enum(["错误", "提醒", "关闭"]))
    .optional()
    .describe("每条校对规则的等级"),
  隐私放行: allowances.optional().describe("每一期都可以公开的：内容、原因；单位的固定电话、邮箱只写内容就可以"),
});

export type BulletinFile = z.infer<typeof bulletinSchema>;
