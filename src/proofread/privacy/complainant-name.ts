import { COMPLAINT, inComplaint } from "./complaint.ts";
import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";
import { maskName, nameAt, TITLE } from "./surname.ts";

const ROLE =
  "举报人|投诉人|信访人|反映人|来电人|来信人|来访人|上访人|检举人|控告人|申诉人|诉求人|求助人|报案人|爆料人|当事人|举报者|投诉者|举报群众|投诉群众";
/** The captured sign or verb says that a name must follow. 被举报人 is the other side, named routinely. */
const LABEL = new RegExp(
  `(?<!被)(?:${ROLE})(?:代表)?(?:的?(?:姓名|名字))?(?:[ "“|]{0,3}([:(|“]|名叫|姓名|叫|系|为|是)[ :(“|]{0,3})?`,
  "g",
);
const RESIDENT = /(?:居民|村民|市民|群众|业主|住户|网民|租户|商户|工人)(?:代表|小组长|组长)?/g;
/** What may stand right behind a name that a label announces. */
const FOLLOWS = new RegExp(
  `^(?:$|[^\\p{Script=Han}·]|${COMPLAINT}|${TITLE}|称|说|表示|要求|认为|提出|提供|向|于|在|与|和|及|等|的|对|曾|多次|再次|电话|手机|联系|身份证|家住|住|同志|因|就|通过|诉|从|为|是|被|已|也|又|系|夫妇|夫妻|本人)`,
  "u",
);
/** Without a label the name itself must complain. */
const COMPLAINS = new RegExp(`^(?:${TITLE}|同志)?(?:等\\d*[人户名]?|夫妇)?(?:多次|再次|曾|又)?(?:${COMPLAINT})`, "u");
/** 刘芳女士, 李四等3人, 王五夫妇 at the start of a clause. */
const CLAUSE = /(?<!\p{Script=Han})(?=\p{Script=Han}{3})/gu;
const PERSONS = new RegExp(`^(?:${TITLE}|等[\\d一二三四五六七八九十几多数]{0,3}[人户名位]|夫妇|夫妻|实名)`, "u");
const BEFORE_ROLE = new RegExp(
  `(?<!\\p{Script=Han})(\\p{Script=Han}{2,4}) ?\\((?:系|为|是)?(?:本案|该案)?(?:${ROLE})`,
  "dgu",
);
const NEXT = /^(?:[、,]|和|与|及|以及) ?/u;
/** 阿依古丽·买买提, named with a dot. */
const DOTTED = /^\p{Script=Han}{1,6}·\p{Script=Han}{1,8}(?!\p{Script=Han})/u;

export const complainantName: PrivacyRule = {
  id: "private-name",
  name: "举报人、投诉人姓名",
  level: "error",
  fixable: false,
  mend: "请删去姓名",
  explanation: "“举报人”“投诉人”“信访人”“当事人”等字样前后的姓名，以及投诉、举报的群众的姓名；“张某”“张某某”不报。",
  example: { wrong: "举报人张三反映噪声扰民", right: "举报人反映噪声扰民" },
  basis: BASIS,
  find(text) {
    const found = new Map<number, string>();
    const look = (at: number, follows: RegExp, explicit: boolean): void => {
      const behind = text.slice(at, at + 24);
      const name = (explicit ? DOTTED.exec(behind)?.[0] : undefined) ?? nameAt(behind, follows, explicit);
      if (name === undefined) return;
      found.set(at, name);
      const next = NEXT.exec(text.slice(at + name.length, at + name.length + 3))?.[0];
      if (next !== undefined) look(at + name.length + next.length, FOLLOWS, false);
    };
    for (const label of text.matchAll(LABEL)) look(label.index + label[0].length, FOLLOWS, label[1] !== undefined);
    for (const resident of text.matchAll(RESIDENT)) look(resident.index + resident[0].length, COMPLAINS, false);
    for (const { index } of text.matchAll(CLAUSE)) {
      const named = nameAt(text.slice(index, index + 24), PERSONS, false) !== undefined;
      if (named && inComplaint(text, index)) look(index, PERSONS, false);
    }
    for (const match of text.matchAll(BEFORE_ROLE)) {
      const name = nameAt(match[1] ?? "", /^$/, true);
      if (name !== undefined) found.set(match.indices?.[1]?.[0] ?? match.index, name);
    }
    return [...found].map(([start, name]): PersonalItem => ({
      start,
      end: start + name.length,
      shown: maskName(name),
    }));
  },
};
