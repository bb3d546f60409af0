/** Articles of everything an editor may type, slips and mistakes among it: made up from a seed, the same every time. */

import { Random } from "./random.ts";

/** To be found again byte for byte, whatever is mended around it. */
export const untouchable: readonly string[] = [
  "{{交办}}",
  "{{交办.单位.冷水滩区 | 汉字}}",
  "{{交办.共有.单位 | 连接: 、, 与}}",
  "](现场 1.png)",
  "](整治前,后 (2).png)",
  "](河道2 清理.png)",
  "](https://example.cn/a-b/11月,x(1).html)",
  "](https://example.cn/a b/11月 x.html)",
  "](见附件, 共3件)",
  "https://example.cn/截止?a=1-9&b=(2)",
  "huan,bao@example.cn",
  "`共 3 件,`",
  '<b style="color:red, blue">',
  "<!-- 截止 11 月, 待核 -->",
  "D#YZ20201101-1-9",
  "YZ-2020-1-9",
  "第003号",
  "〔2020〕第0076号",
  "[注]: 见 附件,1-9.html",
  "> 原话是,截止 11 月 7 日...",
  '::: 引文\n原话是,"截止 11 月 7 日"--...\n:::',
  "```\n共 3 件,截止...\n```",
  "::: 表格 单位 × 交办、办结\n:::",
  "::: 图表 柱状 单位 × 交办\n:::",
];

const slips =
  '截止 11 月 7 日,共 2 件。|整治"散乱污"企业;问题突出|1-9月出动 900 人次|（一）、压实责任|1、加强领导；2、部门联动|共２１５件，占１２．５％|⻓江⺠生|施エ现场|扬尘、噪声...|目标--让群众满意|下达永环发[2020]12号文件|印发《关于贯彻《条例》的通知》|“抓好“夏季攻势”行动”|高度重视，，积极部署。。|立行立改 ，确保|立行\u200b立改|第05期|“12・13”专案|(含2件)属实|2020年09月05日|PM2.5\n浓度下降|共18\n件|一、，提高认识|，确保到位|配合“回头看“督察|冒号:说明|费用约30-50万元|9:00-11:30|<水法>|作者( 赵某 )|* 甲 * 乙*|a_b_c,丙|\\*丁\\*,戊|&amp;己,|A(B),庚|辛)，壬|（癸'.split(
    "|",
  );
/** Mistakes beside which little or nothing may be mended. */
const mistakes =
  "{{交办|{交办},|｛｛交办｝｝|!【图】（现场 1.png）|![图] (现场 1.png)|[^1],|{{没有这项}},|{{交办 |  汉字写错}},|::: 信件 甲|:::|**粗体,|~~删,~~|---|===|- 甲,乙|1. 甲,乙|#标题,甲|### 小标题, 乙|| 甲, | 乙 |".split(
    "|",
  );

export function randomArticle(seed: number): string {
  const random = new Random(seed);
  const piece = (): string => {
    const kind = random.below(20);
    if (kind < 12) return random.pick(slips);
    if (kind < 19) return inline(random.pick(untouchable), random);
    return random.pick(mistakes);
  };
  const paragraphs = Array.from({ length: 1 + random.below(6) }, () => {
    if (random.below(4) === 0) return random.pick(untouchable);
    const text = Array.from({ length: 1 + random.below(6) }, piece).join(random.pick(["", "", " ", "，", ","]));
    return random.below(8) === 0 && !text.includes("\n") ? `| 单位, | 说明 |\n| --- | --- |\n| 甲县 | ${text} |` : text;
  });
  const front = [`标题: ${random.pick(["零陵区 2 项措施,立行立改", "“感谢信", "⻓江 - 保护"])}`, "栏目: 立行立改动态"];
  return ["---", ...front, "---", "", ...paragraphs.flatMap((text) => [text, ""])].join("\n");
}

/** Within a line; pictures and links get the words that they belong to. */
function inline(text: string, random: Random): string {
  if (!text.startsWith("](")) return /\n|^(?:> |\[注\])/.test(text) ? `\n\n${text}\n\n` : text;
  const words = random.pick(["整治后的石期河", "图,甲", "附件 1"]);
  return text.includes(".png") ? `\n\n![${words}${text}\n\n` : `[${words}${text}`;
}
