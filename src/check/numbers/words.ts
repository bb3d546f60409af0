/** The words by which the numbers of a text are read, as data: what offices write, group by group. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const money = list("万亿元 亿元 万元 千元 元 美元");

/** Physical units and stretches of time. */
export const measures = list(`
  平方公里 平方千米 平方米 立方米 毫克 微克 千克 公斤 公里 千米 厘米 毫米 千瓦时 兆瓦
  千瓦 分贝 摄氏度 公顷 个百分点 个工作日 工作日 个小时 小时 分钟 秒 个多月 个月 周年 周
  天 昼夜 年 亩 吨 米 升 克 度 倍 岁 成
`);

/** 量词 */
export const counters = list(`
  人次 家次 车次 件次 户次 架次 批次 轮次 班次 大类 个 件 家 批 起 宗 例 项 次 人
  名 位 户 处 份 条 类 种 大 期 张 封 篇 部 本 册 场 轮 遍 回 趟 台 套 辆 艘
  架 座 所 栋 幢 间 口 眼 支 组 队 站 村 县 区 市 镇 乡 街道 社区 级 名次 只 头
  株 棵 根 块 片 段 道 车 桶 袋 包 步 点 页 字 方面 门 双 对 层 厂 店 企业
`);

/** Of those, the ones for people. */
export const persons = list("人 名 位 人次");

export const receiving: readonly string[] = ["交办", "转办", "移交", "接到", "收到", "受理", "接到转办", "转来"];

/** Words that mean the same measure in the prose of different offices; those for states of cases stand in `model/status.ts`. */
export const synonyms: readonly (readonly string[])[] = [
  receiving,
  ["重点件", "重要件", "重点关注件", "重点信访件", "重点案件"],
];

/** What is done with a case or a problem in the end: it is in 已办结, 未整改, 阶段性完成, 办结率. */
export const ending = ["办结", "完成", "整改", "销号", "解决"].join("|");

/** What may stand between the word for a measure and its number; patterns. */
export const fillers = list(`
  了 的 到 [全我][市省州区县] 给 件 信访举报件 举报件 案件 信访 群众 举报 投诉 信访件
  信访案件 转办件 交办件 问题 隐患 诉求 各类 工单 事项 总数 总量 数量 件数 数 量 共
  累计 共计 合计 总计 已 达到 达 为 是 有 超过? 突破 逾 近 将近 约 大约 不足 不到
  至少 ： :
`);

/** Words about the cases, who hands them over, when and how, that narrow nobody's number down; patterns. */
export const neutral = [
  "(?:19|20)\\d\\d年",
  "\\d{1,2}月(?:份|\\d{1,2}[日号])?(?:\\d{1,2}[时点])?",
  "\\d{1,2}[日号](?:\\d{1,2}[时点])?",
  "截[至止]",
  "第[〇零一二三四五六七八九十百\\d]+(?:[至到—–－-]第?[〇零一二三四五六七八九十百\\d]+)?(?:批次?|轮)",
  "(?:中央|国家|省|市|自治区)?(?:第[一二三四五六七八九十\\d]+)?(?:生态环境保护|生态环境|环境保护|环保|安全生产|信访)?(?:督察|巡视|巡察|督导)组?",
  "各县[市区]+|各市州|各地区?|各级各?部门|各级|各单位|各部门|各有关(?:单位|部门)|各责任单位|属地",
  "本批次?|该批次?|这批|本[周月期]|当[日月]|全[市省州区县盟]|我[市省州区县们]|[各全]",
  "累计|总共|一共|共计|合计|共|总|已经|已|均|都|现已|现|目前|至今|迄今|现在|至|到|止|从|自|起|以来|期间|开展",
  "其中|同时|此外|另外|另|并|又|再|先后|陆续|分别|依法|按期|及时|如期",
  "向|对|给|由|将|把|被|经|为|与|和|及|的|了|等|有|在|，|、|；|：|:|,",
  "(?:据)?统计|数据显示|结果显示",
  "信访举报件|群众信访|信访件|信访案件|信访|举报件|交办件|转办件|案件|群众|举报|投诉|诉求|工单|问题|环境|生态环境|隐患|事项|件|各类|有效|交来|转来|涉及",
  "(?:排查|查|检|梳理|清理)出|排查|发现|发生|查处|查办|完成|实现|新增",
  "12\\d{3}(?:平台|系统)",
  "[ \\t\\u3000]",
].join("|");
