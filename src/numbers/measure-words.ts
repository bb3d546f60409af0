/** 量词 and units that stand behind numbers. */

const money = ["万亿元", "亿元", "万元", "千元", "元", "美元"];

/** Physical units and stretches of time. */
const measures = [
  "平方公里",
  "平方千米",
  "平方米",
  "立方米",
  "毫克",
  "微克",
  "千克",
  "公斤",
  "公里",
  "千米",
  "厘米",
  "毫米",
  "千瓦时",
  "兆瓦",
  "千瓦",
  "分贝",
  "摄氏度",
  "公顷",
  "个百分点",
  "个工作日",
  "工作日",
  "个小时",
  "小时",
  "分钟",
  "秒",
  "个多月",
  "个月",
  "周年",
  "周",
  "天",
  "昼夜",
  "年",
  "亩",
  "吨",
  "米",
  "升",
  "克",
  "度",
  "倍",
  "岁",
  "成",
];

const counters = [
  "人次",
  "家次",
  "车次",
  "件次",
  "户次",
  "架次",
  "批次",
  "轮次",
  "班次",
  "大类",
  "个",
  "件",
  "家",
  "批",
  "起",
  "宗",
  "例",
  "项",
  "次",
  "人",
  "名",
  "位",
  "户",
  "处",
  "份",
  "条",
  "类",
  "种",
  "大",
  "期",
  "张",
  "封",
  "篇",
  "部",
  "本",
  "册",
  "场",
  "轮",
  "遍",
  "回",
  "趟",
  "台",
  "套",
  "辆",
  "艘",
  "架",
  "座",
  "所",
  "栋",
  "幢",
  "间",
  "口",
  "眼",
  "支",
  "组",
  "队",
  "站",
  "村",
  "县",
  "区",
  "市",
  "镇",
  "乡",
  "街道",
  "社区",
  "级",
  "名次",
  "只",
  "头",
  "株",
  "棵",
  "根",
  "块",
  "片",
  "段",
  "道",
  "车",
  "桶",
  "袋",
  "包",
  "步",
  "点",
  "页",
  "字",
  "方面",
  "门",
  "双",
  "对",
  "层",
  "厂",
  "店",
  "企业",
];

const scale = "(?:万亿|亿|万|千|百)?";
/** Longer words first, so that 个百分点 is not taken for 个. */
const byLength = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");

const patterns = [
  ["percentage", /^[ \t]*(?:%|％|‰)/],
  ["money", new RegExp(`^(?:${byLength(money)})`)],
  [
    "measure",
    new RegExp(`^${scale}(?:${byLength(measures)})|^[ \\t]*(?:mg|kg|km|cm|mm|dB|kW|MW|m³|m²|t|℃|g|m|L)(?![A-Za-z])`),
  ],
  ["count", new RegExp(`^${scale}(?:${byLength(counters)})|^(?:万亿|亿|万|千|百)(?![\\p{L}])`, "u")],
] as const;

export interface MeasureWord {
  readonly kind: "percentage" | "money" | "measure" | "count";
  readonly word: string;
  /** 余, 多 or 来 stands between number and word. */
  readonly approximate: boolean;
}

/** The measure word at the head of a text, if there is one: 件…, 余万元…, %…. */
export function measureWordAt(text: string): MeasureWord | undefined {
  const trimmed = text.trimStart();
  // 300余家, and 1.3万余件 beside it.
  const [, scaled = "", round = ""] = /^(万亿|亿|万|千|百)?(余|多|来)/.exec(trimmed) ?? [];
  const rest = scaled + trimmed.slice(scaled.length + round.length);
  for (const [kind, pattern] of patterns) {
    const word = pattern.exec(rest)?.[0].trim();
    if (word !== undefined) return { kind, word, approximate: round !== "" };
  }
  return undefined;
}
