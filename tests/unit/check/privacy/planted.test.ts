import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { checkPrivacyText } from "../../../../src/check/privacy/check.ts";
import { bankCard, fullWidth, identityCard, inFours } from "./numbers.ts";

const ID = identityCard("43110219850307123");
const ID_X = identityCard("11010519491231002");
const CARD19 = bankCard("622202190400123456");
const CARD16 = bankCard("622848012345678");
const VISA = bankCard("436742123456789");

/** Rule → sentences with each item in ⟦⟧. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  "private-mobile": [
    "举报人电话⟦13812345678⟧。",
    "联系方式：⟦138 1234 5678⟧",
    "手机⟦139-1234-5678⟧，",
    "手机号码⟦159.1234.5678⟧。",
    `手机：⟦${fullWidth("18612345678")}⟧`,
    "电话⟦+86 13712345678⟧。",
    "电话⟦+86-137-1234-5678⟧。",
    "电话⟦008617712345678⟧。",
    "电话⟦（+86）19912345678⟧。",
    "请拨打⟦1381 234 5678⟧反映。",
    "电话⟦139—1234—5678⟧。",
    "电话⟦一三八一二三四五六七八⟧。",
    "投诉人（电话⟦1387461234五⟧）反映。",
    "电话⟦一3874612345⟧。",
    `电话⟦一三八-${fullWidth("1234")}-五六七捌⟧。`,
    "电话⟦幺三八 1234 567八⟧。",
    "张某（⟦16612345678⟧）反映，另有⟦14712345678⟧。",
    "Tel⟦13512345678⟧",
  ],
  "private-telephone": [
    "家中电话⟦0746-8123456⟧。",
    "电话⟦（0746）8123456⟧。",
    "电话⟦(0746)812 3456⟧。",
    "传真⟦0731 84123456⟧。",
    "电话⟦010-84123456转801⟧。",
    "电话：⟦8123456⟧，",
    "座机号码⟦84123456⟧。",
    "电话⟦8123456⟧/⟦8123457⟧。",
    "电话⟦0746-812345六⟧。",
    "座机⟦八一2三456⟧。",
    "电话⟦+86-746-8123456⟧。",
    `电话⟦${fullWidth("0746-8123456")}⟧。`,
  ],
  "private-identity": [
    `身份证号⟦${ID}⟧。`,
    `公民身份号码：⟦${ID_X}⟧`,
    `张某（⟦${ID_X.toLowerCase()}⟧）。`,
    `身份证⟦${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}⟧。`,
    `身份证⟦${ID.slice(0, 6)}-${ID.slice(6, 14)}-${ID.slice(14)}⟧。`,
    `身份证号为⟦${fullWidth(ID)}⟧。`,
    "旧证⟦431102850307123⟧。",
    `身份证号⟦${ID.slice(0, 17)}${ID.endsWith("1") ? "2" : "1"}⟧。`,
  ],
  "private-bank-card": [
    `卡号⟦${CARD19}⟧。`,
    `汇入⟦${inFours(CARD19)}⟧。`,
    `汇入⟦${inFours(CARD16)}⟧。`,
    `汇入⟦${inFours(CARD16, "-")}⟧。`,
    `汇入⟦${VISA}⟧。`,
    `汇入⟦${fullWidth(CARD16)}⟧。`,
    `汇入⟦${CARD19.slice(0, 6)} ${CARD19.slice(6)}⟧。`,
    "银行卡号⟦6222021904001234567⟧。",
  ],
  "private-plate": [
    "货车⟦湘M12345⟧偷倒渣土。",
    "车牌⟦湘M·A1234⟧。",
    "车牌⟦湘 M12A45⟧、⟦湘M 12A45⟧。",
    "车牌⟦湘M-B123Z⟧。",
    "新能源车⟦湘MD12345⟧、⟦粤B12345D⟧。",
    "⟦湘M1234挂⟧、⟦湘M1234学⟧、⟦京A1234警⟧。",
    "⟦粤Z1234港⟧和⟦粤Z1234澳⟧。",
    `⟦${"湘" + fullWidth("M12345")}⟧超载。`,
    "⟦WJ湘1234X⟧驶过。",
  ],
  "private-address": [
    "家住阳光小区⟦3栋2单元501室⟧。",
    "梅湾路⟦88号3栋501室⟧的居民。",
    "河东新村⟦3-2-501⟧。",
    "马坪村⟦5组12号⟧。",
    "大江口村⟦三组十二号⟧门前。",
    "湘口巷⟦12号⟧院内。",
    "马坪村⟦36号⟧住户。",
    "长征路⟦18号附3号⟧。",
    "居住在零陵北路⟦108号⟧，夜间噪声大。",
    "住址：南津渡街道育才路⟦5号⟧。",
    "李某（住江华县沱江镇豸山路⟦28号⟧）反映。",
    "李某，住豸山路⟦28号⟧，",
    "碧桂园⟦6号楼1502⟧。",
    "丽景花园⟦A栋1203室⟧。",
    "阳光小区⟦二栋一单元三楼301⟧。",
    `阳光小区⟦${fullWidth("3")}栋${fullWidth("501")}室⟧。`,
    "幸福小区⟦12幢2-302⟧，另有⟦3#楼502⟧。",
    "机械厂家属院⟦4栋402房⟧。",
  ],
  "private-name": [
    "举报人⟦李建国⟧反映噪声扰民。",
    "举报人：⟦李建国⟧，要求处理。",
    "举报人⟦李建国⟧、⟦王小红⟧反映。",
    "投诉人⟦王小红⟧称油烟扰民。",
    "信访人为⟦欧阳建平⟧。",
    "反映人（⟦蒋玉兰⟧）要求立行立改。",
    "当事人⟦赵志强⟧的农田。",
    "投诉人：⟦于伟⟧。",
    "⟦唐玉梅⟧女士投诉夜间施工。",
    "⟦盘志雄⟧等5人来信反映。",
    "业主代表⟦李四⟧反映。",
    "村民⟦周大志⟧多次投诉采石场粉尘。",
    "居民⟦黄秀英⟧女士来电反映油烟。",
    "⟦刘芳⟧（举报人）要求回复。",
    "来信人叫⟦陈晓明⟧，",
    "举报人“⟦何静⟧”来信。",
    "| 来信人 | ⟦杜建文⟧ |",
    "投诉人: ⟦彭国栋⟧",
    "投诉人：⟦阿依古丽·买买提⟧。",
    "业主⟦邓超群⟧等3人举报夜间施工。",
  ],
  "private-mail": [
    "邮箱⟦zhangsan@qq.com⟧。",
    "邮箱：⟦zhang.san_88@163.com⟧",
    "邮箱⟦Zhang-San@Gmail.com⟧。",
    "邮箱⟦zhangsan @ 126.com⟧。",
    "邮箱⟦zhangsan[at]foxmail.com⟧。",
    `邮箱⟦${fullWidth("zhangsan@sina.com.cn")}⟧。`,
    "邮箱⟦13800001234@139.com⟧。",
  ],
  "private-account": [
    "QQ：⟦12345678⟧。",
    "QQ号⟦2345678901⟧",
    "微信号：⟦zhangsan_88⟧。",
    "微信⟦wxid-abc123⟧。",
    "加V信⟦zs66688⟧。",
  ],
};

/** Names that may be something else: 张三 is a word of its own, and 四 and 满 are seldom given. */
const REMINDED: Readonly<Record<string, readonly string[]>> = {
  "private-name": ["举报人⟦张三⟧反映噪声扰民。", "来电人姓名：⟦唐满⟧", "收到⟦李四⟧、⟦王五⟧的投诉。"],
  "private-title": ["⟦张女士⟧投诉楼下油烟。", "接到⟦李大爷⟧反映后立即处理。", "来电人⟦欧阳先生⟧要求回复。"],
};

const rowsOf = (planted: typeof PLANTED, severity: "error" | "warning") =>
  Object.entries(planted).flatMap(([rule, sentences]) => sentences.map((marked) => ({ rule, marked, severity })));
const rows = [...rowsOf(PLANTED, "error"), ...rowsOf(REMINDED, "warning")];

describe("planted personal items", () => {
  test.each(rows)("$rule as $severity: $marked", ({ rule, marked, severity: expected }) => {
    const parts = marked.split(/[⟦⟧]/);
    const text = parts.join("");
    const items = parts.filter((_, index) => index % 2 === 1);
    const starts = items.map((_, index) => parts.slice(0, index * 2 + 1).join("").length + 1);
    const problems = checkPrivacyText(new SourceText("a.md", text), 0, text.length);
    expect(problems.map(({ code, place }) => `${place.column} ${code}`)).toEqual(
      starts.map((column) => `${column} ${rule}`),
    );
    for (const [index, { message, severity, fix }] of problems.entries()) {
      expect(message).not.toContain(items[index]);
      expect([severity, fix]).toEqual([expected, undefined]);
    }
  });

  test("are at least sixty", () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
  });

  test("are found together in one text, each at its line", () => {
    const text = rows.map(({ marked }) => marked.replaceAll(/[⟦⟧]/g, "")).join("\n");
    const found = checkPrivacyText(new SourceText("a.md", text), 0, text.length);
    const items = rows.reduce((sum, { marked }) => sum + marked.split("⟦").length - 1, 0);
    expect(found).toHaveLength(items);
  });
});
