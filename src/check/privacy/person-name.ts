/** What can be the name of a person: a surname and one or two characters that are no word of the sentence. (姓名) */

import { surnameAt } from "./surname.ts";
import { wordSegmenter } from "../../base/text/word-segmenter.ts";

/** Words that start like a name and are none, by their first two characters. */
const WORDS = new Set(
  [
    "周边 周围 周末 周期 周到 周密 高度 高位 高峰 高温 高标 高质 高声 高压 高速 安全 安置 安抚 安静 安装 安排 明确 明显 明知 明年",
    "关系 关于 关注 关心 关切 方面 方便 方可 方式 方法 白天 白色 常年 常住 常务 常常 何时 何人 何处 满意 成功 成员 成立 成群 成为",
    "时常 时间 时而 时有 全部 全家 全体 全程 全市 全县 全区 全村 全面 全力 车辆 车上 车内 车主 马上 金额 金钱 文化 文明 温和 平时 平均",
    "任何 任意 相关 相邻 严重 严格 严厉 严肃 应当 应该 应急 应允 和其 向有 权利 权益 权属 利益 利用 陈述 申请 申辩 申诉 申报 许可 许诺 许多",
    "施工 施救 封存 封闭 谈话 谈及 支付 支持 管理 管辖 管道 解释 解决 解除 单位 单独 单方 代表 代理 代为 易发 路过 路边 路面 石材 石料",
    "左右 左邻 左侧 古城 古镇 原告 游客 季节 项目 包括 包含 包庇 经常 经营 曾经 曾在 曾多 计划 计算 都是 越来 武力 尚未 尚在 康复 简单 简要",
    "房屋 房产 房东 房主 房间 席间 雷同 江边 冷漠 辛苦 莫名 盛怒 华侨 林地 林场 林业 田地 田间 黄色 沙石 苗木 池塘 符合 欧盟 义务 盘查",
    "洪水 夏天 夏季 金属 章程 孔洞 屈服 殷切 龙头 牛羊 毛竹 柴油 温度 余款 钱款 卓越 阳光 阳台 桂花 谷物 章某 冉冉 敖包 鲁莽 苏醒 康居",
    "高兴 方言 平静 平和 安心 乐意 施暴 全都 全责 匿名 万元 万分 万一 顾客 顾虑 宁愿 宁可 连同 连续 戴着 来信 来电 来访 来人 来函 水务 梁上 左手 于是 尤其 单车 焦虑 牛粪 葛根 柳树 汤料 蓝色 蒲团 隆重",
  ]
    .join(" ")
    .split(" "),
);

/** Surnames that are also prepositions, conjunctions or adverbs: without a colon before they are those. */
const GRAMMAR = /^[向于和应时常成全都尚单从能通对后相还在并连等同及别并过来当来得接提说是多]/;
/** Characters that given names are made of; a word of the dictionary made of these alone may be a name: 玉兰, 大志, 建平. */
const GIVEN = new Set(
  "群进连思婉来福秀志涵浩轩梓皓睿昕妤璟敬振翔耀灿焕炳煌熙灵恩惠懿毓宪辰屹劲冠汉细妹娃姑仔设野多勤苹蒂荔朵贝丁水火土木林森满秋香桃柏杨勋勉励劭卓尧舜禹豫琦琨瑛璋瓒颂颖骞鸣鹤鸿鹃鸽鹭麦黎淑婵姝娴婕媚妙妮嫦伦仕任伊仲佑佐侠俐俏倩偲僖兰其典冉凯列勇半卉友叶合同君吟吾呈咏品哲唯善喆嘉坡垚埔塔墨夫奇奎妃姬姿娄孔季孜宇宏宗官宜家宸寅导少尔尤尹屏岚岩岭岳峻崇嵘巍巧布帅师常干平幼庚庸康彪彰征律得必恬恺悌悟情慈戈所才扬承拓挺捷掌攀政斌斯旋旦旗旻昀昂昆映昱晏晗晟智暄暖曼月有朗未杏材杜杭松板枚柯柱栋标校栩格桂桑桥梧棋棠楚楷楼榆槐樱欢步殊毛沁沐沙沛泊泉泰洛津洪洲浦涌淇淳渊渝湘湛源溪滔滨潇潮澄澜濠炎炜炫烁烈焱煜熊爱牧特献玄玖玟玥珂珉珏珑珺琛琼瑗瑚瑟瑶璧甘甜用申甲男畅略百皎益盈监盼眉睦知硕磐磊祁祝禄禧禾秦程稳穆竞童端笑笛笠筠箫篁素索纯纲纹织绍绘统维绿缘羽翎翰耕耘聪肖胤脉臻良芊花芷若英茂茵荃荣药莎莹菁菡萌葵蒙蓝蔚蕴藩虎虹蝶衡裕觅言诚诗语谊谣谦豪贞贤赛赞超越路蹊轲辅辉达迎迪逸遥邦郁都量金钊钗钱铃铭银锋锡键镇镜长闯闻阔阳阿陆陶隆雁雄雅集雨霁霖霏露青靖静韦韬韵顶顺颀风飘馨驰骁骋驹骅高鲁鲜鹏鸾鹂默齐伟芳娜敏丽强军洋艳杰娟涛明霞刚华玉梅红建国文海波春燕玲雪飞龙凤云鑫佳欣怡婷慧琳琴洁莉娇雯萍萱悦晨曦旭东峰健宁安贵富祥瑞庆喜乐德仁义礼信忠孝廉美芬芝芸菊莲荷竹枝晓小大元双三四五六七九石山川江河清深润泽泓淼冰霜彩天星日光亮晶晖昊昌盛兴旺发财宝铜铁钢锐钧钰珍珠琪瑾璐璇碧翠紫丹彤白俊彦学博书画念梦想远航帆舟胜利成功立创新民生朋祺祯祖先继嗣孙子根树楠桐彬榕柳毅坚韧恒永久寿年世代传权正直道和恭让宽厚朴真实俭奋升腾跃锦绣绮罗纱媛嫣妍娅姗姣娥怀仪凡可如卫全运保余存武威震雷电菲蓓蕾茜茹薇蔓苗苑艺芹苏萧蓉蕊凌凝冬夏晴景育章定魁骏骥麒麟豹兆京沪庭廷延弘广启吉园圆圣均坤培基城堂",
);

const MASKED = /[某×xX*○□＊]/;
/** What a name does not end with: the word belongs to the sentence. */
const NOT_A_NAME_END = /[的了称说等与及向于对在是反投举某之到因就地得着过们者不没都也户]$/;
const NOT_A_NAME_START = /^[的了是在有要把被也都就又再还已将所很最更不没未无此该其各每何谁等们者]/;
/** Where names of places and bodies end, of which the first characters look like a name: 江华县, 周塘村. */
export const PLACE_END =
  "县|区|市|省|州|村|镇|乡|街道|社区|路|街|巷|大道|小区|花园|广场|大院|公司|集团|工厂|厂|店|局|委|办|中心|学校|中学|小学|医院|公园|水库|河|江|山|湖|桥|商场|超市|酒店|饭店|餐馆|矿|片|组";

/** Private forms of address; titles of office are not among them. */
export const TITLE =
  "女士|先生|小姐|太太|大爷|大伯|大妈|大娘|大叔|大姐|大哥|大嫂|阿姨|婆婆|奶奶|爷爷|师傅|老人|老汉|老太|嫂子|老伯|大婶|嫂";
const TITLE_START = new RegExp(`^(?:${TITLE}|女$|先$|师|老$)`);

/** How surely the place in the sentence is a name's: `open` could hold any word, `explicit` (a colon, a quote) hardly. */
export type Place = "open" | "clear" | "explicit";

/** The name at the start of `text`, or nothing; `follows` says whether what stands behind it lets it end there. */
export function nameAt(text: string, follows: RegExp, place: Place): string | undefined {
  const surname = surnameAt(text, true);
  if (surname === undefined) return undefined;
  // 谌丽, 向阳花: a word of the sentence, unless all that follows is what names are made of.
  const isWordToo = surname.length === 1 && GRAMMAR.test(surname);
  const isDoubtful = place !== "explicit" && (isWordToo || (place === "open" && surnameAt(text) === undefined));
  for (const length of [2, 1]) {
    const name = text.slice(0, surname.length + length);
    if (
      length === 1 &&
      isWordToo &&
      place !== "explicit" &&
      !(place === "clear" && (ENDS.test(text.slice(name.length)) || isGiven(name.slice(1))))
    )
      continue;
    if (isDoubtful && (!isGiven(name.slice(surname.length)) || firstWord(text).length > surname.length)) continue;
    if (name.length < surname.length + length || !/^[\u3400-\u9fff]+$/.test(name)) continue;
    const behind = text.slice(name.length);
    // What a pattern can tell goes first: the dictionary takes long to read.
    const ends = follows.test(behind);
    if ((!ends && place !== "clear") || !isName(text, name, surname, place)) continue;
    if (ends) return name;
    // 投诉人尚进接受: any other word may go on with what a person does.
    const isClear = firstWord(behind).length > 1;
    if (isClear && (length === 2 || (isGiven(name.slice(surname.length)) && firstWord(text) === surname))) return name;
  }
  return undefined;
}

/** Behind 当事人于海 nothing else can follow. */
const ENDS = /^(?:[、,。;]|[和与及][\u3400-\u9fff])/;

/** Whether a text says the word often: 周边, 高温. */
export function isOrdinaryWord(word: string): boolean {
  return WORDS.has(word);
}

/** Whether a dictionary has the name as a word: 安静, 石林. */
export function isWord(name: string): boolean {
  return firstWord(name) === name;
}

function isName(text: string, name: string, surname: string, place: Place): boolean {
  const given = name.slice(surname.length);
  if (WORDS.has(name.slice(0, 2)) || MASKED.test(name) || NOT_A_NAME_END.test(name) || NOT_A_NAME_START.test(given))
    return false;
  // 何家洞, 李家坪 are places more often than persons.
  if (TITLE_START.test(given) || (place === "open" && given.length === 2 && given.startsWith("家"))) return false;
  // What a dictionary knows as a word is one, unless all of it is what names are made of.
  const word = firstWord(text);
  const mayBeName = surnameAt(text) !== undefined && isGiven(word.slice(surname.length));
  if (word.length > surname.length && !(place === "explicit" && word === name) && !mayBeName) return false;
  const second = firstWord(text.slice(surname.length));
  if (given.length === 2 && second.length >= 2 && !isGiven(given)) return false;
  // 查处, 安心: a rare surname and any other character are most often a word.
  return (
    surname.length > 1 ||
    given.length === 2 ||
    surnameAt(surname) !== undefined ||
    place === "explicit" ||
    isGiven(given)
  );
}

function isGiven(characters: string): boolean {
  return [...characters].every((character) => GIVEN.has(character));
}

/** Lengths of first words by the characters looked at: a text says the same again. */
const lengths = new Map<string, number>();
const REMEMBERED = 20_000;

function firstWord(text: string): string {
  const start = text.slice(0, 6);
  let length = lengths.get(start);
  if (length === undefined) {
    length = wordSegmenter().segment(start).containing(0)?.segment.length ?? 0;
    if (lengths.size >= REMEMBERED) lengths.clear();
    lengths.set(start, length);
  }
  return start.slice(0, length);
}

/** Whether a word ends before `index`: 日|陈晓明, not 湘|江华. */
export function isWordEdge(text: string, index: number): boolean {
  const from = Math.max(0, index - 6);
  const segment = wordSegmenter()
    .segment(text.slice(from, index + 4))
    .containing(index - from);
  return segment === undefined || segment.index === index - from;
}

/** `张三` → `张*`. */
export function maskName(name: string): string {
  return `${name.charAt(0)}${"*".repeat(Math.max(1, name.length - 1))}`;
}
