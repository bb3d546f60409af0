import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";
import { isSurname, maskName, nameAt, TITLE } from "./surname.ts";

const ROLE =
  "举报人|投诉人|信访人|反映人|来电人|来信人|来访人|上访人|检举人|控告人|申诉人|诉求人|求助人|报案人|爆料人|当事人|举报者|投诉者|举报群众|投诉群众";
/** 被举报人 is the other side: companies and officials, named routinely. */
const LABEL = new RegExp(
  `(?<!被)(?:${ROLE})(?:代表)?(?:的?(?:姓名|名字))?(?:[ "“|]{0,3}([:(|“]|名叫|姓名|叫|系|为|是)[ :(“|]{0,3})?`,
  "g",
);
const RESIDENT = /(?:居民|村民|市民|群众|业主|住户|网民|租户|商户|工人)/g;
const COMPLAINT = "投诉|举报|反映|来电|来信|来访|信访|上访|拨打|致电|打电话|实名|检举|控告";

/** What may stand right behind a name. */
const FOLLOWS = new RegExp(
  `^(?:$|[^\\p{Script=Han}·]|${COMPLAINT}|${TITLE}|称|说|表示|要求|认为|提出|提供|向|于|在|与|和|及|等|的|对|曾|多次|再次|电话|手机|联系|身份证|家住|住|同志|因|就|通过|诉|从|为|是|被|已|也|又|系|夫妇|夫妻|本人)`,
  "u",
);
const COMPLAINS = new RegExp(`^(?:${TITLE}|同志)?(?:等\\d*[人户名]?|夫妇)?(?:多次|再次|曾|又)?(?:${COMPLAINT})`, "u");
const BEFORE_ROLE = new RegExp(
  `(?<!\\p{Script=Han})(\\p{Script=Han}{2,4}) ?\\((?:系|为|是)?(?:本案|该案)?(?:${ROLE})`,
  "gdu",
);
/** 阿依古丽·买买提, named with a dot. */
const DOTTED = /^\p{Script=Han}{1,6}·\p{Script=Han}{1,8}(?!\p{Script=Han})/u;

export const complainantName: PrivacyRule = {
  id: "private-name",
  name: "举报人、投诉人姓名",
  level: "error",
  fixable: false,
  explanation: "“举报人”“投诉人”“信访人”“当事人”等字样前后的姓名，以及投诉、举报的群众的姓名；“张某”“张某某”不报。",
  example: { wrong: "举报人张三反映噪声扰民", right: "举报人反映噪声扰民" },
  basis: BASIS,
  find(text) {
    const found = new Map<number, string>();
    for (const label of text.matchAll(LABEL)) {
      const at = label.index + label[0].length;
      const behind = text.slice(at, at + 24);
      const name = DOTTED.exec(behind)?.[0] ?? nameAt(behind, FOLLOWS, label[1] !== undefined);
      if (name !== undefined) found.set(at, name);
    }
    for (const resident of text.matchAll(RESIDENT)) {
      const at = resident.index + resident[0].length;
      const name = nameAt(text.slice(at, at + 24), COMPLAINS, false);
      if (name !== undefined) found.set(at, name);
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

const TITLED = new RegExp(`(?:${TITLE})`, "g");
const COMPLAINT_WORD = new RegExp(COMPLAINT, "u");

/**
 * 张女士、李大爷. A surname alone names nobody in a town and is the form newspapers use; in a village of one clan, beside an
 * address, it may. So it is shown to the editor as a warning, and only in a sentence about a complaint.
 */
export const complainantTitle: PrivacyRule = {
  id: "private-title",
  name: "投诉群众的称呼",
  level: "warning",
  fixable: false,
  explanation:
    "有投诉、举报、反映等字样的一句话里的“张女士”“李大爷”：单独一个姓一般认不出人，与住址连在一起就可能认出，请编辑斟酌。",
  example: { wrong: "家住附近的张女士投诉", right: "附近居民投诉" },
  basis: BASIS,
  find(text) {
    return [...text.matchAll(TITLED)].flatMap((match): PersonalItem[] => {
      const start = surnameBefore(text, match.index);
      if (start === undefined || !COMPLAINT_WORD.test(sentenceAround(text, match.index))) return [];
      return [{ start, end: match.index + match[0].length, shown: `${text.slice(start, match.index)}**` }];
    });
  },
};

function surnameBefore(text: string, at: number): number | undefined {
  if (at >= 2 && text.slice(at - 2, at).length === 2 && isSurname(text.slice(at - 2, at))) return at - 2;
  return at >= 1 && isSurname(text.slice(at - 1, at)) ? at - 1 : undefined;
}

/** At most forty characters either way, and not past the end of the sentence. */
function sentenceAround(text: string, at: number): string {
  const left = /[^。!?\n]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  const right = /^[^。!?\n]*/.exec(text.slice(at, at + 40))?.[0] ?? "";
  return left + right;
}
