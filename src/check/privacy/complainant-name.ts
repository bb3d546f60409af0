import { COMPLAINT, inComplaint } from "./complaint.ts";
import { BASIS, type Certainty, type GateContext, type PersonalItem, type PrivacyRule } from "./item.ts";
import { isWord, isWordEdge, maskName, nameAt, TITLE, type Place } from "./person-name.ts";
import { latinNameAt } from "./pinyin.ts";
import { PublicNames } from "./public-name.ts";
import { surnameAt } from "./surname.ts";

const ROLE =
  "举报人|投诉人|信访人|反映人|来电人|来信人|来访人|上访人|检举人|控告人|申诉人|诉求人|求助人|报案人|爆料人|当事人|受害人|被害人|受访人|知情人|证人|联名人|签名人|报料人|发帖人|署名人|回访对象|走访对象|反馈对象|受访者|举报者|投诉者|反映者|来信者|来访者|知情者|举报群众|投诉群众|参保人|申请人|被申请人|报警人|失主|买家|司机|驾驶员|乘客|消费者|顾客|嫌疑人|肇事人|信访群众|当事群众|受害群众|举报户|投诉户";
const PEOPLE =
  "联系人|农民工|员工|病人|车主|用户|居民|村民|市民|群众|业主|住户|网民|网友|租户|租客|商户|工人|职工|农户|养殖户|渔民|牧民|学生|家长|户主|房主|事主|老人|患者|死者|伤者|家属|亲属|邻居|亲历者|退休教师|退休职工";
const PARTY = `(?:${PEOPLE})(?:代表|小组组长|小组长|组长)?`;
const KIN =
  "其妻|其夫|其子(?!公司|女)|其女|其父(?!母)|其母(?!体|公司|校)|其弟|其兄|其姐|其妹|妻子|丈夫|父亲|母亲|儿子|女儿|之子|之女|之妻|之夫|配偶|爱人|弟弟|哥哥|姐姐|妹妹|孙子|孙女|儿媳|女婿|岳父|岳母|爷爷|奶奶";
/** What may stand between a role and the name: 姓名, 系, a colon, quotes. */
const OPENING =
  /^(?:代表|之一|本人|一方)?(?:的?(?:姓名|名字|真实姓名))?(?:[ "“|]{0,3}(?:[:(|“"「‘']|名叫|名为|姓名|叫做|叫|系|为|是)[ :(“"「‘|]{0,3})?/;
const EXPLICIT = /[:(|“"「‘']|名叫|名为|姓名|叫/u;

/** What may stand right behind a name. */
const FOLLOWS = new RegExp(
  `^(?:$|[^\\u3400-\\u9fff·]|${COMPLAINT}|${TITLE}|称|说|讲|表示|要求|认为|提出|提供|发现|希望|请求|确认|同意|签字|签名|向|于|在|与|和|及|等|的|对|将|把|曾|多次|再次|电话|手机|联系|身份证|家|住|同志|因|就|通过|诉|从|为|是|被|已|也|又|系|夫妇|夫妻|本人|一家|一户|男|女|当面|至今|长期|自|经|所|不满|不服|进行|核实|了解|反馈|告知|答复|送|道歉|到|来|去|等人|拒绝|配合|自行|作为|签收|在场|描述|退还|态度|就读|均|本来|打来|写来|由|接受|愿意|领取|收到|称赞|感谢|怀疑|担心|主动|代为|未到|质疑|质问|留下|补充|没有)`,
);
const VERB = `(?:${TITLE}|同志)?(?:等[\\d一二三四五六七八九十几多数]{0,3}[人户名位]?|夫妇|夫妻)?(?:于?[\\d年月日时分、-]{1,12})?(?:多次|再次|曾|又|已|还|先后|连续|长期|当面|电话|匿名|联名|书面|网上)*`;
const COMPLAINS = new RegExp(`^${VERB}(?:${COMPLAINT})`);
/** 刘芳女士, 李四等3人, 王五夫妇 at the start of a clause. */
const PERSONS = new RegExp(
  `^(?:${TITLE}|本人(?:签|来|到|表|确|同|提|称|反|投|举)|等[\\d一二三四五六七八九十几多数]{0,3}[人户名位]|夫妇|夫妻|实名|一家|一户|家(?:门|屋|房|里|中|旁|附近|长期|的)|的(?:投诉|举报|信访|来信|诉求|反映|房屋|承包|家)|[(,](?:男|女)[,)])`,
);
const CLAIMS = new RegExp(
  `^${VERB}(?:称|诉称|证实|表示|同意|接受|愿意|撤回|撤诉|认可|、(?=[\\u3400-\\u9fff]{2,3}(?:参与|等[\\d一二三四五六七八九十几多数]{0,3}[人户名位]|联名|签名)))`,
);
/** 买买提江, whose syllables stand for sounds. */
const TRANSLITERATED =
  /^[阿艾买热古尔依提帕吐木努麦尼亚江汗拉别克巴图斯扎迪力肖开孜再娜仁其格玛卓嘎央吉]{3,8}(?=[^\u3400-\u9fff]|来|反|投|举|称|要|表|的|等|$)/;
const BECAME = new RegExp(`^${VERB}(?:举报|投诉|来电|来信|来访|上访|检举|控告|实名|联名)`);
const ANY_END = /^[^]?/;

/** A verb whose object is a complainant; `behind` is what the sentence says of that person then. */
const OBJECTS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /(?:根?据|接到?|收到|受理|由|经|系|因|按照?|针对|办理|受理|处理|为|被)(?:了|过)?(?=[\u3400-\u9fff])/g,
    new RegExp(
      `^(?:[、和与及][\\u3400-\\u9fff]{2,3}){0,4}?(?:${TITLE}|同志)?(?:等[\\d几多]{0,3}[人户名位]?)?[的所]?(?:牵头|发起|带头|提出|提供|代签|作为|签收|写|寄|递交|提交|送来|${VERB}(?:${COMPLAINT})|介绍|描述|陈述|确认|同意|签字|投诉|举报)`,
    ),
  ],
  [
    /(?:向|与|对|跟|同|给|和|为)(?=[\u3400-\u9fff])/g,
    new RegExp(
      `^(?:${TITLE}|同志|本人|等[\\d几多]{0,3}[人户名位])?(?:当面|电话|书面|再次|及时|详细|耐心)*(?:进行了?|作了?|做了?|开展)?(?:当面|电话|书面|上门|详细|耐心)?(?:回访|反馈|答复|核实|了解|致歉|道歉|赔礼|说明|解释|沟通|见面|联系|送达|告知|回复|取证|询问|走访|座谈|赔偿|慰问|安抚|释疑|约见|面谈|退还|退款|赔付|道歉|宣讲|讲解|协商|协调)`,
    ),
  ],
  [
    /(?:电话|上门|入户|实地|当面|再次|及时|已|并)?(?:回访|走访|接访|陪同|答复|告知|慰问|联系(?:上|到)?|约见|询问|安抚|找到|受理|劝返|看望|约谈)(?:了|到)?(?=[\u3400-\u9fff])/g,
    new RegExp(
      `^(?:${TITLE}|同志|本人)?(?:$|[,。;、)]|其|及|和|后|时|并|对|表示|一家|夫妇|家|的(?:投诉|举报|诉求|反映|来信|信访|家)|老人|现场)`,
    ),
  ],
];
/** 到陈冬秀家中核实 */
const HOMES: readonly [RegExp, RegExp] = [
  /(?:到|去|赴|在|前往|来到|走进)(?=[\u3400-\u9fff])/g,
  /^(?:家[中里]?|老人家|的?住处|的?住所)/,
];
const SIGNED =
  /(?:署名|落款|签名|具名|留名|自称|名叫|真名|实名|签有|署有|写有|签着|我叫|本人叫|我是|本人是|名字叫)(?:人|者)?(?:为|是|叫|的是)?[ :]{0,2}[“"「‘'(《]{0,2}/g;
const SIGN_END = /^(?:$|[”"」’')》,。;、\n]|的(?:来信|举报|投诉|群众|信)|[(]|来信|举报|投诉)/;
const STRONG = /(?:举报|投诉|来电|来信|来访|上访|检举|控告|信访)/g;
const CLAUSE =
  /(?<![\u3400-\u9fff·])(?=[\u3400-\u9fff]{3})|(?<=[年月日时分]|近日|昨日|今日|当天|上午|下午|晚上)(?=[\u3400-\u9fff]{3})/g;
const BEFORE_ROLE = new RegExp(
  `(?<![\\u3400-\\u9fff])([\\u3400-\\u9fff]{2,4}) ?\\((?:系|为|是)?(?:本案|该案)?(?:${ROLE}|化名|实名)`,
  "dg",
);
const BEFORE_NUMBER =
  /(?<![\u3400-\u9fff])([\u3400-\u9fff]{2,4})[ (,:]{0,2}(?:男|女)?[ ,]{0,2}(?:的?(?:手机|身份证|家庭住址|住址|家住|微信|宅电)|(?:联系)?电话[:是为 ]{0,2}1[3-9]|1[3-9]\d{9})/dg;
const ROLES = new RegExp(`(?<!被)(?:${ROLE})`, "g");
const PARTIES = new RegExp(`${PARTY}[:(“]?|(?:${KIN})`, "g");
const AFTER_ROLE = new RegExp(`(?:${ROLE})$`);
const IS_A_ROLE = new RegExp(`(?<!被)(?:${ROLE})(?:系|为|是)[^,。;:]{0,20}$`);
const PERSON_WORD = new RegExp(`^(?:${ROLE}|[^,。;:]{0,6}?${PARTY})`);
/** More than an editor can read; the bound keeps a hostile file cheap. */
const MOST = 2000;
const ADVERB = /(?:多次|再次|实名|曾|又|先后)$/;
const NEXT = /^(?:[、,]|和|与|及|以及) ?/;
/** 阿依古丽·买买提, named with a dot. */
const DOTTED = /^[\u3400-\u9fff]{1,6}·[\u3400-\u9fff]{1,8}(?![\u3400-\u9fff])/;
/** Somebody whose surname no table has, where nothing but a name can stand. */
const BARE = /^[\u3400-\u9fff]{2,4}(?=[,。;)”"」’|]|$)/;

/** Every frame has one of these words. */
const TRIGGER = new RegExp(
  `${ROLE}|${PEOPLE}|${KIN}|${COMPLAINT}|署名|落款|签|具名|留名|自称|名叫|真名|我叫|叫|我是|本人|走访|反馈|答复|核实|了解|致歉|道歉|赔礼|说明|解释|沟通|见面|联系|送达|告知|回复|取证|询问|座谈|赔偿|慰问|安抚|释疑|约见|面谈|找到|接访|陪同|受理|看望|劝返|提出|作为|签收|退还|协商|协调|约谈|牵头|发起|带头|介绍|描述|陈述|确认|同意|家中|家里|手机|身份证|住址|微信|电话|宅电|1[3-9]\\d{9}|化名`,
);

export const complainantName: PrivacyRule = {
  id: "private-name",
  name: "举报人、投诉人姓名",
  level: "error",
  fixable: false,
  skipsBlanks: true,
  trigger: TRIGGER,
  mend: "请删去姓名",
  explanation:
    "“举报人”“投诉人”“署名”“据……举报”“向……回访”等字样前后的姓名、拼音，以及投诉、举报的群众的姓名；“张某”“张某某”和写了职务的公职人员不报。",
  example: { wrong: "举报人张三反映噪声扰民", right: "举报人反映噪声扰民" },
  basis: BASIS,
  find: (text, context) => new NameSearch(text, context).found(),
};

class NameSearch {
  readonly #text: string;
  readonly #public: PublicNames;
  readonly #found = new Map<number, PersonalItem>();

  constructor(text: string, context: GateContext) {
    this.#text = text;
    this.#public = new PublicNames(text, context);
  }

  found(): PersonalItem[] {
    this.#behindRoles();
    this.#behindPeople();
    this.#objects();
    this.#signatures();
    this.#clauses();
    this.#beforeVerbs();
    this.#beforeMarks();
    return [...this.#found.values()];
  }

  /** 举报人张三, 投诉人: Zhang San, 信访人系附近居民…(which the next search finds). */
  #behindRoles(): void {
    for (const role of this.#text.matchAll(ROLES)) {
      const at = role.index + role[0].length;
      const opening = OPENING.exec(this.#text.slice(at, at + 16))?.[0] ?? "";
      const place = EXPLICIT.test(opening) ? "explicit" : "clear";
      this.#look(at + opening.length, FOLLOWS, place, "sure");
    }
  }

  #behindPeople(): void {
    for (const people of this.#text.matchAll(PARTIES)) {
      const at = people.index + people[0].length;
      const clause = this.#text.slice(Math.max(0, people.index - 24), people.index);
      const isParty = IS_A_ROLE.test(clause);
      const certainty = isParty || inComplaint(this.#text, at) ? "sure" : "possible";
      this.#look(at, FOLLOWS, isParty || certainty === "sure" ? "clear" : "open", certainty);
      if (COMPLAINS.test(this.#text.slice(at + 2, at + 16))) this.#look(at, COMPLAINS, "clear", "sure");
    }
  }

  #objects(): void {
    for (const [verb, behind] of [...OBJECTS, HOMES]) {
      for (const match of this.#text.matchAll(verb)) {
        const at = match.index + match[0].length;
        const people = PERSON_WORD.exec(this.#text.slice(at, at + 14))?.[0] ?? "";
        this.#look(at, behind, "open", "sure");
        if (people !== "") this.#look(at + people.length, behind, "clear", "sure");
      }
    }
  }

  #signatures(): void {
    for (const { index, 0: sign } of this.#text.matchAll(SIGNED)) {
      this.#look(index + sign.length, SIGN_END, /[:“"「‘'(《]/.test(sign) ? "explicit" : "clear", "sure");
    }
  }

  #clauses(): void {
    for (const { index } of this.#text.matchAll(CLAUSE)) {
      if (surnameAt(this.#text.slice(index, index + 2)) === undefined || !inComplaint(this.#text, index)) continue;
      this.#look(index, PERSONS, "open", "sure");
      this.#look(index, BECAME, "open", "sure");
      this.#look(index, COMPLAINS, "open", "possible");
      this.#look(index, CLAIMS, "open", "possible");
    }
  }

  /** …小区陈晓明多次举报: a name that ends where the verb begins. */
  #beforeVerbs(): void {
    for (const { index } of this.#text.matchAll(STRONG)) {
      const adverb = ADVERB.exec(this.#text.slice(Math.max(0, index - 4), index))?.[0].length ?? 0;
      for (const back of [3, 4, 2]) {
        const from = index - adverb - back;
        if (from < 0 || this.#found.has(from)) continue;
        if (surnameAt(this.#text.slice(from, from + 2)) === undefined || !isWordEdge(this.#text, from)) continue;
        this.#look(from, BECAME, "open", back === 2 ? "possible" : "sure", back);
      }
    }
  }

  #beforeMarks(): void {
    for (const pattern of [BEFORE_ROLE, BEFORE_NUMBER]) {
      for (const match of this.#text.matchAll(pattern)) {
        const at = match.indices?.[1]?.[0] ?? match.index;
        const name = nameAt(match[1] ?? "", /^$/, "explicit");
        if (name !== undefined)
          this.#add(at, name, pattern === BEFORE_ROLE || inComplaint(this.#text, at) ? "sure" : "possible");
      }
    }
  }

  /** `length`: only a name of so many characters. */
  #look(at: number, follows: RegExp, place: Place, certainty: Certainty, length?: number): void {
    if (this.#found.size >= MOST || this.#found.get(at)?.certainty === "sure") return;
    const behind = this.#text.slice(at, at + 40);
    if (place !== "open") {
      const latin = latinNameAt(behind);
      if (latin !== undefined) {
        this.#add(at, latin.name, latin.isPinyin ? certainty : "possible");
        return;
      }
    }
    const sounds = place === "open" ? undefined : TRANSLITERATED.exec(behind)?.[0];
    const dotted = (place === "explicit" ? DOTTED.exec(behind)?.[0] : undefined) ?? sounds;
    const name = dotted ?? nameAt(behind, follows, place);
    if (name === undefined || (length !== undefined && name.length !== length)) {
      if (place === "explicit" && length === undefined) this.#bare(at, behind);
      return;
    }
    // 江华 may be a person, or the county of that name.
    const isUnsure =
      name.length === 2 &&
      (place === "open" ||
        (place === "clear" && isWord(name) && !AFTER_ROLE.test(this.#text.slice(Math.max(0, at - 6), at))));
    this.#add(at, name, isUnsure ? "possible" : certainty);
    this.#neighbours(at, name);
  }

  /** 举报人:买买提 */
  #bare(at: number, behind: string): void {
    const bare = BARE.exec(behind)?.[0];
    if (bare === undefined || /[某人民众员户主家者社司局村县区市们名无]|保密|匿名|不详|不明|同上/u.test(bare)) return;
    if (isWordEdge(behind, 1)) this.#add(at, bare, "possible");
  }

  /** 李四、王五: the others of a list. */
  #neighbours(at: number, name: string): void {
    const end = at + name.length;
    const next = NEXT.exec(this.#text.slice(end, end + 3))?.[0];
    if (next !== undefined && !this.#found.has(end + next.length)) {
      const follows = /^[,]/.test(next) ? PERSONS : FOLLOWS;
      const other = nameAt(
        this.#text.slice(end + next.length, end + next.length + 24),
        follows,
        next === "、" ? "clear" : "open",
      );
      if (other !== undefined) {
        this.#add(end + next.length, other, "sure");
        this.#neighbours(end + next.length, other);
      }
    }
    const before = /([\u3400-\u9fff]{2,3})(?:、|和|与|及)$/.exec(this.#text.slice(Math.max(0, at - 4), at));
    if (before?.[1] === undefined) return;
    for (const length of [3, 2]) {
      const start = at - before[0].length + before[1].length - length;
      if (start < 0 || this.#found.has(start) || /[\u3400-\u9fff]/.test(this.#text.charAt(start - 1))) continue;
      const other = nameAt(this.#text.slice(start, start + length), ANY_END, "open");
      if (other?.length === length) this.#add(start, other, "sure");
    }
  }

  #add(start: number, name: string, certainty: Certainty): void {
    const known = this.#found.get(start);
    if (known !== undefined && known.certainty !== "possible") return;
    if (this.#public.has(start, name)) return;
    if (this.#found.size >= MOST) return;
    this.#found.set(start, { start, end: start + name.length, shown: maskName(name), certainty });
  }
}
