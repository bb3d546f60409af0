/** Synonyms that offices use for our keys, which a comparison of spellings would not find. */

import { didYouMean } from "../../base/text/nearest.ts";
import { isTotalName } from "../../base/text/total-name.ts";

const customary: Readonly<Record<string, readonly string[]>> = {
  标题: ["题目", "题名", "主题", "文章标题", "题", "主标题"],
  副标题: ["副题", "小标题", "副题目"],
  栏目: ["专栏", "板块", "版块", "类别", "分类"],
  供稿: ["来源", "供稿单位", "报送单位", "来稿单位", "单位"],
  作者: ["署名", "撰稿", "撰稿人", "执笔"],
  按语: ["编者按", "编按"],
  日期: ["印发日期", "时间", "出刊日期", "发布日期", "出版日期", "印发时间"],
  期号: ["期数", "第几期", "刊期", "编号", "期次"],
  总期号: ["总期数", "总第", "累计期号"],
  印数: ["份数", "印刷份数", "印制份数"],
  报: ["上报", "报送", "主报"],
  送: ["抄送", "分送", "主送"],
  发: ["抄发", "印发单位", "下发"],
  截至: ["截止", "截止日期", "截至日期", "截止时间", "截至时间", "统计截止"],
  起始: ["开始", "起始日期", "起"],
  批次: ["批数", "第几批"],
  共有: ["共同", "联合", "共办"],
  全称: ["名称", "单位名称", "全名"],
  简称: ["缩写", "简名"],
  别名: ["又名", "曾用名", "旧称"],
};

/** The beginning of a hint for an unknown key: “是不是想写“标题”？”, or an empty string. */
export function meantKey(key: string, known: readonly string[]): string {
  const typed = key.replace(/\s/g, "");
  const meant = known.find(
    (name) => customary[name]?.includes(typed) === true || (name === "合计" && isTotalName(typed)),
  );
  return meant === undefined ? didYouMean(key, known) : `是不是想写“${meant}”？`;
}
