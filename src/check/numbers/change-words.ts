/** Words of change in front of a number: 环比增长, 较上周减少, 同比提高. */

/** What a change is measured against. */
export type Base =
  | { readonly kind: "previous"; /** 周, 月 …; empty where none is said. */ readonly step: string }
  /** 与11月相比 */
  | { readonly kind: "month"; readonly year: number | undefined; readonly month: number }
  | { readonly kind: "year" };

export interface Change {
  readonly base: Base;
  readonly falls: boolean;
  /** 增长, 减少, as typed. */
  readonly word: string;
  /** Where the words of change begin. */
  readonly start: number;
  /** What has changed, where it is named behind the base; empty else. */
  readonly about: string;
}

const rising = "增长|增加|上升|提高|提升|上涨|净增|扩大|多|增|升";
const falling = "下降|减少|降低|回落|下滑|收窄|少|降|减";
const named = "(?:较|比|与)(?:(?<ofYear>20\\d\\d)年)?(?<month>\\d{1,2})月(?:份)?(?:相比|比)?";
const previous = "环比|(?:较|比|与)(?:上(?:一|个)?|前一|昨)(期|周|月|季度|日|天)(?!同)(?:相比|比)?";
const year = "(?:周)?同比|(?:较|比|与)(?:去|上)年(?:同期|同月|同周)?(?:相比|比)?";
/** What stands between: adverbs, or (与上月相比，全市火灾起数增加…) what has changed. */
const between = "(?<about>[^。；;\\d]{0,20}?)";
const loose = /^(?:[，,]|数量|件数|总量|均|又|再|略有?|小幅|大幅|明显|有所)*$/;

const basePattern = `(?:${previous}|(?<year>${year})|${named})`;
const directionPattern = `(?:(?<rises>${rising})|(?<falls>${falling}))(?:了)?`;
/** Most sentences say nothing of a change. */
const hint = /[环同]比|[较比与](?:[上去前昨]|\d{1,4}[年月])/;
const change = new RegExp(`${basePattern}${between}${directionPattern}[ \\t]*$`);
const further = new RegExp(`^[ \\t]*[、，,（(和]?[ \\t]*${directionPattern}[ \\t]*$`);
const amount = String.raw`[ \t]*\d[\d.]*[ \t]*(?:%|％|个百分点|万?[\u4e00-\u9fff])`;
const told = new RegExp(
  `[，,、（(]?(?:${previous}|${year}|${named})(?:[，,]|数量|均|略有?|分别)*(?:${rising}|${falling})了?${amount}(?:[、，,和](?:${rising}|${falling})了?${amount})?[）)]?`.replaceAll(
    "?<year>",
    "?:",
  ),
  "g",
);

/** The words of change that a text ends with. */
export function changeBefore(text: string): Change | undefined {
  const match = hint.test(text) ? change.exec(text) : null;
  return match === null ? undefined : read(match, match.index);
}

/** 较上周增加90起、上升12.5%: what stands between a change and one more of the same. */
export function furtherChange(between: string, { base, start }: Change): Change | undefined {
  const match = further.exec(between);
  return match === null ? undefined : { ...direction(match), base, start, about: "" };
}

function read(match: RegExpExecArray, start: number): Change {
  const { about = "", year, ofYear, month } = match.groups ?? {};
  return {
    ...direction(match),
    base:
      month !== undefined
        ? { kind: "month", year: ofYear === undefined ? undefined : Number(ofYear), month: Number(month) }
        : year === undefined
          ? { kind: "previous", step: match[1] ?? "" }
          : { kind: "year" },
    start,
    about: loose.test(about) ? "" : about,
  };
}

/** The words without what they say of changes: 受理528件，环比增长5.6%；办结…. */
export function withoutChanges(text: string): string {
  return hint.test(text) ? text.replaceAll(told, "") : text;
}

function direction({ groups }: RegExpExecArray): Pick<Change, "falls" | "word"> {
  const falls = groups?.["falls"];
  return { falls: falls !== undefined, word: falls ?? groups?.["rises"] ?? "" };
}
