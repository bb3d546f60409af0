/** Names of persons by their form: a known surname and one or two characters more. */

const SINGLE =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤康易乔赖文施洪伍柳凌倪詹翟耿温鲁葛毕聂丛焦柯祝纪齐庞樊兰殷庄章左关尤时俞包安霍申常苗鲍牛宁甘阮盛邢裴路成祁冉骆费单车颜岳蓝管卜滕饶胥符屈游项卓瞿季沙邝房涂辛冷简柴池喻奉仇桂席阳褚雍栾晏谷苟艾封蒲佘尚鄢隆古代华解应和欧盘娄匡粟彪敖旷阙义全";
const COMPOUND =
  "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|南宫|夏侯|端木|百里|呼延|轩辕|长孙|宇文|澹台|公冶|淳于|单于|申屠";
const SURNAME = new RegExp(`^(?:${COMPOUND}|[${SINGLE}])`, "u");

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
    "高兴 方言 平静 平和 安心 乐意 施暴 全都 全责 匿名 万元 万分 万一 顾客 顾虑 宁愿 宁可 连同 连续 戴着 来信 水务 梁上 左手 于是 尤其 单车 焦虑 牛粪 葛根 柳树 汤料 蓝色 蒲团 隆重",
  ]
    .join(" ")
    .split(" "),
);

/** Surnames that are also prepositions, conjunctions or adverbs: behind 投诉人 without a colon they are those. */
const GRAMMAR = /^[向于和应时常成全都尚单]/u;

const MASKED = /[某×xX*○□＊]/;
/** What a name does not end with: the word belongs to the sentence. */
const NOT_A_NAME_END = /[的了称说等与及向于对在是反投举某之到因就地得着过们者不没都也]$/u;

/** The name at the start of `text`, or nothing; `follows` says whether what stands behind it lets it end there. */
export function nameAt(text: string, follows: RegExp, explicit: boolean): string | undefined {
  const surname = SURNAME.exec(text)?.[0];
  if (surname === undefined || (!explicit && surname.length === 1 && GRAMMAR.test(surname))) return undefined;
  for (const length of [2, 1]) {
    const name = text.slice(0, surname.length + length);
    if (name.length < surname.length + length || !/^\p{Script=Han}+$/u.test(name)) continue;
    if (
      WORDS.has(name.slice(0, 2)) ||
      MASKED.test(name) ||
      NOT_A_NAME_END.test(name) ||
      TITLE_START.test(name.slice(surname.length))
    )
      continue;
    if (follows.test(text.slice(name.length))) return name;
  }
  return undefined;
}

/** Private forms of address; titles of office are not among them. */
export const TITLE =
  "女士|先生|小姐|太太|大爷|大伯|大妈|大娘|大叔|大姐|大哥|大嫂|阿姨|婆婆|奶奶|爷爷|师傅|老人|老汉|老太|嫂子";
const TITLE_START = new RegExp(`^(?:${TITLE}|女|先|师|老$)`, "u");

export function isSurname(text: string): boolean {
  return SURNAME.exec(text)?.[0] === text;
}

/** `张三` → `张*`. */
export function maskName(name: string): string {
  return `${name.charAt(0)}${"*".repeat(name.length - 1)}`;
}
