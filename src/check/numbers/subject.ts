/** Whose number a sentence gives: the whole region's, one unit's, or somebody's whom the data does not count. */

import type { Member } from "../../model/registry.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { anyOf } from "../../base/text/words-pattern.ts";
import { measurePattern } from "./mentions.ts";
import { neutral as neutralWords } from "./words.ts";

export type Subject =
  | { readonly kind: "whole" }
  | { readonly kind: "member"; readonly dimension: string; readonly member: Member }
  /** 武汉1138件，已办结…: the unit named last, or again the whole told before. */
  | { readonly kind: "either"; readonly dimension: string; readonly member: Member }
  /** A narrower body, several units or something else that the data does not count. */
  | { readonly kind: "unclear" };

export interface NamedMember {
  readonly dimension: string;
  readonly member: Member;
}

/** By registered names of two characters and more. */
function memberNames({ dimensions }: Vocabulary): Map<string, NamedMember> {
  const found = new Map<string, NamedMember>();
  for (const { name: dimension, registry } of dimensions.values()) {
    for (const member of registry.members) {
      for (const name of [member.fullName, member.shortName, ...member.aliases])
        if (name.length > 1 && !found.has(name)) found.set(name, { dimension, member });
    }
  }
  return found;
}

interface FoundMember {
  /** As typed. */
  readonly name: string;
  readonly member: Member;
  readonly dimension: string;
  /** It is the unit as a whole, and not one of its offices. */
  readonly clean: boolean;
  /** Its number stands right behind it. */
  readonly isListed: boolean;
}

/** What may stand behind a unit's name when the unit as a whole is meant. */
const behindUnit =
  /^(?:$|共|累计|本批|本[周月期]|已|接到|收到|受理|正在|尚|的|、|，|；|：|:|交办|转办|办结|完成|未|还|等|和|及|与|,|信访|案件|问题|办理|因|在|对|把|全[市州区县]|\d|第|高度|认真|积极|坚持|迅速|立即)/;

/** Levels of government, the highest first: how the names of units end, and what the whole above them is, usually and else. */
const levels: readonly (readonly [members: RegExp, whole: readonly [usual: string, seldom: string]])[] = [
  [/(?:市|州|盟|地区|林区)$/, ["省区", ""]],
  [/(?:县|区|旗|市)$/, ["市州盟", ""]],
  [/(?:街道|镇|乡|办事处)$/, ["区县旗", "市"]],
  [/(?:村|社区)$/, ["镇乡", ""]],
];

const neutral = new RegExp(neutralWords, "g");

/** Somebody else's name, as far as it can be known by its end. */
const otherBody =
  /局|厅|委员会|党委|公司|企业|集团|医院|学校|小区|中队|大队|支队|专班|热线|网格员|专家组|工作组|部门|街道|镇|乡|村|社区|园区|[委办](?=[，,；：]|\d|$)/;
const otherPlace = /[\u4e00-\u9fff]{2,4}[省市县区州](?=[，,；：]|\d|$)/g;
/** Of a sentence; what stands before is too far off to be its subject. The bound keeps a text without full stops cheap. */
const farthest = 240;

/** Of one vocabulary: reads subjects off the words before a number. */
export class SubjectReader {
  readonly #members: ReadonlyMap<string, NamedMember>;
  /** Their names. */
  readonly #named: RegExp;
  readonly #measures: readonly string[];
  /** Their names and words for them. */
  readonly #measured: RegExp;
  /** The characters behind 全 and 我 that mean the whole: 市 where the units are counties. Empty where nothing tells. */
  readonly #whole: string;
  readonly #office: string;

  constructor(vocabulary: Vocabulary, measures: readonly string[], office: string) {
    this.#office = office;
    this.#members = memberNames(vocabulary);
    this.#named = anyOf(this.#members.keys());
    this.#whole = wholeOf(vocabulary, office);
    this.#measures = measures;
    this.#measured = measurePattern(measures);
  }

  /** The member that is all the text says. */
  named(text: string): NamedMember | undefined {
    return this.#members.get(text);
  }

  /**
   * `sentence` is what stands of it before the number without brackets and blanks, `clause` its last clause up to the word that names the
   * measure. `title` is the article's headline, whose unit a bare number is.
   */
  read(sentence: string, clause: string, title: string): Subject {
    // 生态 may be a category, 生态环境保护督察 is none.
    const lead = sentence.replaceAll(/生态环境(?:保护)?(?![局厅部委分])/g, "");
    const regions = [...lead.matchAll(/[全我]([市省州区县盟旗镇乡])(?!委|政府|局|直)/g)].map(([, level = ""]) => level);
    // 全市560件，我区80件: two regions, of which one is another's.
    if (new Set(regions).size > 1) return { kind: "unclear" };
    const found = this.membersIn(lead);
    if (found.length > 1) return { kind: "unclear" };
    const [only] = found;
    if (only !== undefined && this.membersIn(clause).length === 0 && only.isListed) return { ...only, kind: "either" };
    if (only !== undefined)
      return only.clean && this.isPlain(clause) && !this.namesOthers(lead)
        ? { kind: "member", ...only }
        : { kind: "unclear" };
    const owner = this.membersIn(`${title}的`);
    const own = owner.length === 1 ? owner[0] : undefined;
    const foreign = regions.filter((level) => this.#whole !== "" && !this.#whole.includes(level));
    if (foreign.length > 0) {
      // 全区 in an article about a district is that district.
      const isOwn =
        own !== undefined &&
        !this.namesOthers(title) &&
        foreign.length === regions.length &&
        foreign.every((level) => own.member.fullName.endsWith(level));
      return isOwn && this.isPlain(clause)
        ? { kind: "member", dimension: own.dimension, member: own.member }
        : { kind: "unclear" };
    }
    if (!this.isPlain(clause) || this.namesOthers(lead)) return { kind: "unclear" };
    if (regions.length > 0) return { kind: "whole" };
    return owner.length === 0 && !this.namesOthers(title) ? { kind: "whole" } : { kind: "unclear" };
  }

  /** The members that a text names, each once, and whether it is they themselves that are meant. */
  membersIn(text: string): FoundMember[] {
    const found = new Map<Member, FoundMember>();
    for (const { 0: name, index } of text.matchAll(this.#named)) {
      const named = this.#members.get(name);
      if (named === undefined) continue;
      const { dimension, member } = named;
      const behind = text.slice(index + name.length);
      // 南山县 is no 南山.
      const isName = !/^[市县区州镇乡村局]/.test(behind) || behindUnit.test(behind);
      const clean =
        (found.get(member)?.clean ?? true) && isName && (behindUnit.test(behind) || this.#startsMeasure(behind));
      found.set(member, { name, member, dimension, clean, isListed: /^\d/.test(behind) });
    }
    return [...found.values()];
  }

  /** What stands between a measure and its number (检查药店236家) is a member, or something that narrows it down to nobody's number. */
  objectOf(words: string): NamedMember | "whole" | undefined {
    const member = this.#members.get(words);
    if (member !== undefined) return member;
    const isOther =
      this.membersIn(words).length > 0 || words.replaceAll(this.#measured, "") !== words || this.namesOthers(words);
    return isOther ? undefined : "whole";
  }

  #startsMeasure(text: string): boolean {
    return this.#measures.some((name) => text.startsWith(name));
  }

  namesOthers(text: string): boolean {
    const rest = this.#without(text.slice(-farthest));
    if (otherBody.test(rest)) return true;
    // 永州市 in the bulletin of 永州市 is the whole.
    return (rest.match(otherPlace) ?? []).some((name) => !this.#office.includes(name.slice(-3)));
  }

  /** Nothing in the clause narrows the number down: 夜间噪声类 does. */
  isPlain(clause: string): boolean {
    const rest = this.#without(clause);
    const own = rest.length > 2 && this.#office.includes(rest) ? "" : rest;
    return own.replaceAll(/[\d.．%％]+(?:万?[件个项家人起批所处次名户宗例条份辆台场]|万)?/g, "") === "";
  }

  #without(text: string): string {
    return text.replaceAll(this.#named, "").replaceAll(this.#measured, "").replaceAll(neutral, "");
  }
}

/** By the level that most units of the first registry with such names have, and by what the office is called. */
function wholeOf({ dimensions }: Vocabulary, office: string): string {
  for (const { registry } of dimensions.values()) {
    const counts = levels.map(([pattern]) => registry.members.filter(({ fullName }) => pattern.test(fullName)).length);
    const most = Math.max(...counts);
    if (most * 2 <= registry.members.length) continue;
    const [usual = "", seldom = ""] = levels[counts.indexOf(most)]?.[1] ?? [];
    const own = [...usual, ...seldom].filter((level) => new RegExp(`[\u4e00-\u9fff]{2}${level}`).test(office));
    return own.length === 1 ? (own[0] ?? "") : usual;
  }
  return "";
}
