import { SEALED, type BlockKind } from "../block.ts";
import { quote, replacing, type ProseRule } from "../rule.ts";

// 。。。 is a wrong ellipsis and 一、， a wrong ordinal: other rules have them.
const REPEATED =
  /([，、；：])\1+|(?<!。)。。(?!。)|(?<!^[一二三四五六七八九十百]{1,4})[，、；：][，、；：。]|。[，、；：]/gu;

/** 重复的点号。 */
export const repeatedMark: ProseRule = {
  id: "repeated-mark",
  name: "点号重复",
  level: "warning",
  fixable: true,
  explanation: "逗号、顿号、分号、冒号、句号不连用；同一点号重复的可以自动删去一个，不同的须由编辑取舍。",
  example: { wrong: "高度重视，，积极部署。。", right: "高度重视，积极部署。" },
  basis: "GB/T 15834—2011 第4章",
  find(block) {
    return [...block.text.matchAll(REPEATED)].map(({ 0: marks, index: start }) => {
      const mark = marks.charAt(0);
      if (marks !== mark.repeat(marks.length)) return { start, message: `点号连用${quote(marks)}`, hint: "只留一个" };
      const message = `点号重复${quote(marks)}`;
      return { ...replacing(start + 1, start + marks.length, "", message, `只留一个“${mark}”`), start };
    });
  },
};

/** 段首的点号。 */
export const leadingMark: ProseRule = {
  id: "leading-mark",
  name: "段首标点",
  level: "warning",
  fixable: false,
  explanation: "点号和后引号、后括号、后书名号不出现在一段之首，多为断段时留下的。",
  example: { wrong: "，确保整改到位。", right: "确保整改到位。" },
  basis: "GB/T 15834—2011 5.1.1、5.1.3",
  find(block) {
    const mark = /^[，。、；：？！”’）》〉】〕]/.exec(block.text)?.[0];
    return mark === undefined ? [] : [{ start: 0, message: `段首是标点“${mark}”`, hint: "删去它，或把本段接回上一段" }];
  },
};

/** A line of particulars, as 联系电话：…, is no sentence. */
const PARTICULARS =
  /^(?:联系(?:人|电话|方式)|咨询电话|举报电话|电话|传真|邮箱|电子邮箱|地址|网址|报|送|发|抄送|抄报|主送|附件|时间|地点|来源|供稿|撰稿|责任编辑|编辑|审核|签发)：/u;
const ENDED = /[。！？…：；—!?:;.]$/;
/** A credit or a source in brackets behind the last sentence, or a whole paragraph in brackets. */
const BRACKETED = /(?:^|[。！？”])[（(][^（）()]*[）)]$/;
/** 一、提高认识，加强领导: a heading typed as a paragraph, as is customary. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、])/;

/** 段末缺句号。Headings, labels, salutations, signatures, captions and whole paragraphs in brackets have none. */
export const missingFinalMark: ProseRule = {
  id: "missing-final-mark",
  name: "段末缺标点",
  level: "warning",
  fixable: false,
  explanation: "成句的段落以句号、问号、叹号等结束；标题、称呼、落款、图注、联系方式和整段括注不报。",
  example: { wrong: "我市高度重视，积极部署，成立工作专班", right: "我市高度重视，积极部署，成立工作专班。" },
  basis: "GB/T 15834—2011 4.1.3",
  find(block) {
    const text = block.text.trimEnd();
    if (!isSentence(block.kind, text) || block.picture || PARTICULARS.test(text) || BRACKETED.test(text)) return [];
    if (ENDED.test(text.slice(-20).replace(/[”’）)】〕》〉]{1,20}$/, "")) || text.endsWith(SEALED)) return [];
    const last = text.slice(-1);
    const message = last === "，" || last === "、" ? `段末是“${last}”，句子没有完` : "段末缺句号";
    return [{ start: text.length - 1, message, hint: "补上“。”；如是标题，请写成标题（行首加“### ”）" }];
  },
};

function isSentence(kind: BlockKind, text: string): boolean {
  const several = /[。；！？]/.test(text);
  if (kind === "item") return text.includes("。");
  if (kind !== "paragraph") return false;
  return several || (text.includes("，") && text.length >= 18 && !(NUMBERED.test(text) && text.length <= 40));
}
