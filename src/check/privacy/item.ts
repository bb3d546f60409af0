import type { CopyRuleInfo } from "../proofread/rule.ts";
import type { NumberedText } from "./digits.ts";
import type { PersonalItem } from "./personal-item.ts";

/** What a text is judged by beside itself. */
export interface GateContext {
  /** Names that are no persons', of units and places. */
  readonly names?: ReadonlySet<string>;
  /** The whole of what the text is taken from: whoever it names by office may be named. Default the text. */
  readonly whole?: () => string;
}

export interface PrivacyRule extends CopyRuleInfo {
  /** In Chinese: what to delete, and with what around it. */
  readonly mend: string;
  /** A cheap look at a text: where it does not match, `find` finds nothing. Most texts hold no item of a kind. */
  readonly trigger: Pick<RegExp, "test">;
  /** Blanks beside Chinese characters mean nothing to it: 3 栋 2 单元, 张　三. */
  readonly skipsBlanks?: true;
  /** `text` is as read (`reading.ts`), so patterns know plain digits and signs only; its numbers have been read for all rules. */
  find(text: string, context: GateContext, numbered: NumberedText): PersonalItem[];
}

/** At least so many digits of any writing near each other. No sign is both a digit and a gap, or a row of O's would take ages. */
export function digitsTogether(count: number): RegExp {
  const digit = "[\\d〇零○洞一幺壹二两贰三叁四肆五伍六陆七柒拐八捌九玖勾OolI]";
  return new RegExp(`(?:${digit}[^\\u3400-\\u9fff\\d○OolI。;\\n]{0,3}){${count - 1}}${digit}`);
}

/** Every privacy rule's ground is the same. */
export const BASIS = "《个人信息保护法》第二十五条；《政府信息公开条例》第十五条";
