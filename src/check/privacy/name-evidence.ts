/** What speaks for a candidate to be a private person's name, and what against it. (姓名的证据) */

import { COMPLAINT } from "./complaint.ts";
import { givenWeights, type NameCandidate } from "./name-candidate.ts";
import { frameBefore, frameBehind, type Frame } from "./name-context.ts";
import { BEHIND, PINYIN_SURNAMES, PRIVATE_LIFE, PUBLIC_FIGURES } from "./name-frames.ts";
import { COMMON_WORDS, IDIOMS, SURNAME_WEIGHTS } from "./name-tables.ts";
import { latinNameAt } from "./pinyin.ts";
import { isCommonSurname } from "./surname.ts";
import { wordSegmenter } from "../../base/text/word-segmenter.ts";

/** What is found of a candidate, each with its measure; the weights have the same keys. */
export type Evidence = ReadonlyMap<string, number>;

const SURNAME = new Map(
  SURNAME_WEIGHTS.flatMap(([weight, signs]) => [...signs].map((sign) => [sign, weight] as const)),
);
const COMPOUND_WEIGHT = 6;
const FIGURES = new Set(PUBLIC_FIGURES.split("|"));
const LIFE = new RegExp(PRIVATE_LIFE, "g");
const PINYIN = new RegExp(`^(?:${PINYIN_SURNAMES})$`);
const COMPLAINS = new RegExp(COMPLAINT);
/** 举报人姓名：“, 投诉人系: an opening between the frame and the name. */
const CAN_OPEN = /[ :("“‘「|是为系叫名字]$/;
const CAN_LIST = /[、 和与及]$/;
const OPENING =
  /(?:的?(?:姓名|名字|真实姓名))?[ :("“‘「|]{1,4}$|(?:姓名|名字)(?:[是为系叫]:?)?$|(?<=[人者众户民员主子女妻夫友])(?:[是为系]|名叫|叫|名为)[: "“]{0,2}$/;
const WITH_MARK = /[:("“‘「|]/;
const ADDRESSED =
  /^(?:董事长|总裁|总经理|副?部长|处长|科长|教授|工程师|书记|主任|局长|经理|老板|医生|护士|警官|律师|老师|校长|院长|所长|镇长|县长|市长|主席|总|工(?=[程,、。])|女士|先生|小姐|太太|大爷|大伯|大妈|大娘|大叔|大姐|大哥|大嫂|阿姨|婆婆|师傅|老人|老汉|老太|嫂子|老伯|大婶|某|姓|氏)/;
/** Surnames that are prepositions, adverbs or verbs as often. */
const GRAMMAR = "向于和应时常成全都尚单从能通对后相还在并连等同及别过当来得接提说是多经由管关查施";
/** Surnames that count: 一江碧水, 三项目标. */
const MEASURES = "江方班水车包房路段时代项成章席束单支丛池塘";
/** 和邻居, 向公安: before a word they join. */
const JOINING = "和与及跟同向对等从并";
const ENDS_AS_PLACE = /[铺庙井寺记路街巷湾坪坳塘冲垴岭洞沟寨桥屯堡坝垭洲滩江河湖山]$/;
/** 毛俊|水库: what a place is called by, and no name ends in the middle of. */
const PLACE_WORD = /^(?:水库|水电站|水厂|河道|河段|河堤|湖区|江段|山林|林场|路段|路口|桥头|塘坝|沟渠|洲头|岭脚|坪上)/;
/** 编辑:李某某、: whoever is named beside. */
const LIST_BEFORE = /[: (]{0,2}(?:[\u3400-\u9fff]{2,4}[、 和与及]){1,6}$/;
const PERSONS: ReadonlySet<Frame | undefined> = new Set<Frame>(["complainant", "party", "kin", "named"]);
const DOES: ReadonlySet<Frame | undefined> = new Set<Frame>([
  "complains",
  "speaks",
  "lives",
  "has",
  "aged",
  "called",
  "counted",
]);
/** 织带饰品有限公司: what is called after somebody. */
const BODY_AHEAD =
  /^[\u3400-\u9fff]{0,8}?(?:公司|集团|企业|厂|店|药房|药业|酒|茶|调味|酱|腐乳|面业|食品|麻辣|火锅|小学|中学|学校|大学|医院|旅游区|景区|用品|饰品|服饰|品牌|经营部|经销部|合作社|养殖场|砂场|石场|矿|项目|工程)/;
/** 剪刀铺, 混凝土搅拌站: nothing is done between the name and what is called by it. */
const SHOP_AHEAD =
  /^(?:(?![向在被与和对到把将反举投称说的了着过去来等及占是为于])[\u3400-\u9fff]){0,7}(?:[^车边旁]站|铺|馆|庄(?!稼)|坊|诊所|门诊部|门市部|服务部|维修部|经营部|市场|超市|商行|商店|酒楼|饭店|宾馆|合作社|养殖场|加工场|砖场|农场|幼儿园|事务所)(?![铺面])/;
const COMPANY = /^(?:(?![向在被与和对到把将反举投称说])[\u3400-\u9fff]){0,14}有限(?:责任)?公司/;
/** 举着, 垫付了: what is done, by somebody. */
const ASPECT = /^[\u3400-\u9fff]{1,2}[了着过]/;
/** （王丽 供稿） */
const CREDITED = new RegExp(`^ ?(?:${BEHIND.credit})`);
const isPublic = (frame: Frame | undefined): boolean => frame === "office" || frame === "credit";

export class Sentence {
  readonly #text: string;
  readonly #isLabelled: (index: number) => boolean;
  #edges: Uint8Array | undefined;
  #about: Evidence | undefined;

  /** `isLabelled`: whether the table has a column of names there. */
  constructor(text: string, isLabelled: (index: number) => boolean = () => false) {
    this.#text = text;
    this.#isLabelled = isLabelled;
  }

  /** What its own characters say, and the words that they make with those beside: soon seen. */
  characters({ start, name, kind, surname }: NameCandidate): Evidence {
    const [text, end] = [this.#text, start + name.length];
    const seen = new Map<string, number>([[`kind:${kind}`, 1]]);
    if (kind === "latin") latinEvidence(name, seen);
    if (kind === "bare")
      seen.set("bareWord", Math.max(...[...name.slice(1)].map((_, at) => commonness(text, start + at))));
    if (kind !== "han") return seen;
    const given = name.slice(surname.length);
    const weights = givenWeights(given);
    seen.set("common", Number(isCommonSurname(surname)));
    seen.set("surname", surname.length > 1 ? COMPOUND_WEIGHT : (SURNAME.get(surname) ?? 1));
    seen.set("given", weights.reduce((sum, weight) => sum + weight, 0) / weights.length);
    seen.set("weakest", Math.min(...weights));
    seen.set("wordBefore", commonness(text, start - 1));
    seen.set("wordFirst", commonness(text, start));
    seen.set("wordBehind", commonness(text, end - 1));
    if (GRAMMAR.includes(surname)) seen.set("grammar", 1);
    if (ENDS_AS_PLACE.test(given)) seen.set("placeEnd", 1);
    if (given.length === 1) {
      seen.set("short", 1);
      seen.set("shortWord", commonness(text, start));
    } else {
      seen.set("wordGiven", commonness(text, end - 2));
      if (GRAMMAR.includes(surname)) seen.set("grammarWord", commonness(text, end - 2));
      if (given.startsWith("家")) seen.set("clan", 1);
      if (given.charAt(0) === given.charAt(1)) seen.set("doubled", 1);
    }
    return seen;
  }

  /** What stands about it. Nothing for a candidate that is none: named by office, or a surname with a title. */
  place({ start, name, kind, surname }: NameCandidate): Evidence | undefined {
    const text = this.#text;
    const end = start + name.length;
    const [before, behind] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 24)];
    const opening = CAN_OPEN.test(before) ? (OPENING.exec(before)?.[0] ?? "") : "";
    const list = CAN_LIST.test(before) ? (LIST_BEFORE.exec(before)?.[0] ?? "") : "";
    const left = frameBefore(before);
    const far = opening === "" ? undefined : frameBefore(before.slice(0, -opening.length));
    const head = list === "" ? undefined : frameBefore(before.slice(0, -list.length));
    const given = name.slice(surname.length);
    if ([left, far, head, postBehind(behind)].some(isPublic) || CREDITED.test(name.charAt(2) + behind))
      return undefined;
    if (kind === "han" && inIdiom(text, start, end)) return undefined;
    if (MEASURES.includes(surname) && /(?<!之)[一二两三四五六七八九十几数百千万\d]$/.test(before)) return undefined;
    // “杨白劳”式 is a manner.
    if (/^["”」』]?式/.test(behind)) return undefined;
    // 董事长|孙海平, not 长孙.
    if (surname.length > 1 && isPublic(frameBefore(before + surname.charAt(0)))) return undefined;
    if (
      kind === "han" &&
      (ADDRESSED.test(given + behind) || (given.length === 2 && ADDRESSED.test(given.charAt(1) + behind)))
    )
      return undefined;
    if (
      kind === "han" &&
      JOINING.includes(surname) &&
      given.length === 2 &&
      commonness(text, end - 2) > (givenWeights(given).some((weight) => weight < 1) ? 0 : 1)
    )
      return undefined;
    const isCell = this.#isLabelled(start);
    const opened = isCell || PERSONS.has(far);
    const frame = isCell ? "named" : opened && far !== undefined ? far : left;
    if ((FIGURES.has(name) || FIGURES.has(text.slice(start, start + 3))) && !PERSONS.has(frame)) return undefined;
    const right = frameBehind(behind);
    const [isPerson, does] = [PERSONS.has(frame), DOES.has(right)];
    const cutsPlaceWord = given.length === 2 && PLACE_WORD.test(given.charAt(1) + behind);
    if (kind === "han" && (cutsPlaceWord || (!isPerson && PLACE_WORD.test(behind)))) return undefined;
    const [isOpen, ends] = [frame === "start" || frame === "mark", right === "close"];
    const seen = new Map([...this.#topic(), [`before:${frame}`, 1], [`behind:${right}`, 1]]);
    const add = (key: string, is: boolean): void => {
      if (is) seen.set(key, 1);
    };
    add(isCell || WITH_MARK.test(opening) ? "explicit" : "opened", opened);
    add("list", PERSONS.has(head));
    add(
      "bodyAhead",
      ((right === "body" || (right === "other" && !ASPECT.test(behind))) && BODY_AHEAD.test(behind)) ||
        SHOP_AHEAD.test(behind) ||
        COMPANY.test(behind),
    );
    add("aspect", right === "other" && ASPECT.test(behind));
    add("both", isPerson && does);
    add("accuses", frame === "complainant" && (right === "complains" || right === "speaks"));
    add("person+close", isPerson && ends);
    add("meets+end", frame === "meets" && (ends || does));
    add(`preposition+${right}`, frame === "preposition" && (right === "other" || does));
    add("clause+does", isOpen && does);
    add("alone", isOpen && ends);
    add("short+open", kind === "han" && given.length === 1 && !isPerson);
    add("short+idle", kind === "han" && given.length === 1 && !does);
    add(`${kind}:${isPerson || frame === "meets" || does ? "placed" : "loose"}`, kind !== "han");
    return seen;
  }

  /** Where the dictionary of words (ICU) parts the text about a `han` name. */
  words({ start, name, kind, surname }: NameCandidate): Evidence {
    const found = new Map<string, number>();
    if (kind !== "han") return found;
    const edges = (this.#edges ??= edgesOf(this.#text));
    const [inner, end] = [start + surname.length, start + name.length];
    const [atStart, atInner, atEnd] = [edges[start] === 1, edges[inner] === 1, edges[end] === 1];
    const parted = end - inner === 2 && edges[inner + 1] === 1;
    const add = (key: string, is: boolean): void => {
      if (is) found.set(key, 1);
    };
    add("starts", atStart);
    add("ends", atEnd);
    add("apart", atStart && atInner && atEnd && (parted || end - inner === 1));
    add("whole", !edges.slice(start + 1, end).includes(1));
    add("halved", !atInner && parted);
    add("parted", atInner && !parted);
    return found;
  }

  /** Whether the sentence tells of a complaint, and how much of private life. */
  #topic(): Evidence {
    return (this.#about ??= new Map([
      ["complaint", Number(COMPLAINS.test(this.#text))],
      ["life", Math.min(3, new Set(this.#text.match(LIFE)).size)],
    ]));
  }
}

/** What the brackets behind a name end with: (水务集团董事长). */
function postBehind(behind: string): Frame | undefined {
  const inner = /^\(([^()]{2,20})\)/.exec(behind)?.[1];
  return inner === undefined ? undefined : frameBefore(inner);
}

/** Where words begin and end: 1 at those indices. */
function edgesOf(sentence: string): Uint8Array {
  const edges = new Uint8Array(sentence.length + 1);
  for (const { index } of wordSegmenter().segment(sentence)) edges[index] = 1;
  edges[sentence.length] = 1;
  return edges;
}

function latinEvidence(name: string, seen: Map<string, number>): void {
  const [first = ""] = name.split(/[ -]|(?<=[a-z])(?=[A-Z])/);
  const isWhole = latinNameAt(name);
  if (isWhole?.isPinyin === true) seen.set("pinyin", 1);
  if (PINYIN.test(first.toLowerCase()) && first !== name) seen.set("pinyinSurname", 1);
  if (/^[a-z]/.test(name)) seen.set("small", 1);
  if (/^[A-Z][a-z]+[ -]?[A-Z][a-z]+/.test(name)) seen.set("capitals", 1);
}

let idioms: ReadonlySet<string> | undefined;

/** 张冠李 of 张冠李戴. */
function inIdiom(text: string, start: number, end: number): boolean {
  idioms ??= new Set(IDIOMS.match(/.{4}/g));
  for (let from = Math.max(0, end - 4); from <= start; from += 1)
    if (end - start < 4 && idioms.has(text.slice(from, from + 4))) return true;
  return false;
}

let words: ReadonlyMap<string, string> | undefined;

/** 2 for two characters that running text has very often as a word, 1 for such as it has often. */
export function commonness(text: string, at: number): number {
  words ??= new Map(COMMON_WORDS.split(" ").map((group) => [group.charAt(0), group]));
  const [second, group] = [text.charAt(at + 1), words.get(text.charAt(at))];
  const place = second === "" ? -1 : (group?.indexOf(second, 1) ?? -1);
  if (group === undefined || place < 0 || second === "/") return 0;
  const slash = group.indexOf("/", 1);
  return slash < 0 || place < slash ? 2 : 1;
}
