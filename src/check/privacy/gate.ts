/** The privacy gate: personal items in a text as it is read, whatever it is going to stand in. (隐私检查) */

import { PRIVACY_RULES } from "./catalogue.ts";
import { NumberedText } from "./digits.ts";
import type { GateContext, PrivacyRule } from "./item.ts";
import type { PersonalItem } from "./personal-item.ts";
import { without } from "./reading.ts";

export interface FoundItem extends PersonalItem {
  readonly rule: PrivacyRule;
}

/** More findings than an editor can read; the bound keeps a hostile file cheap. */
const MOST = 2000;

/** Blanks beside a Chinese character, and the signs in 周·晓·燕. */
const BLANK_BESIDE_HAN =
  /(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[·_.\-~/](?=[\u3400-\u9fff](?![\u3400-\u9fff]))/;
const EACH_BLANK = new RegExp(BLANK_BESIDE_HAN, "g");

/**
 * The items of `text` (of a `Reading`) in its order, none overlapping: where two rules hit the same characters, what is sure goes
 * before what is possible, then the first rule of the catalogue.
 */
export function personalItems(text: string, context: GateContext = {}): FoundItem[] {
  const close = BLANK_BESIDE_HAN.test(text) ? without(text, EACH_BLANK) : undefined;
  const back = (index: number): number => close?.at[index] ?? text.length;
  const [numbered, closeNumbered] = [new NumberedText(text), new NumberedText(close?.text ?? "")];
  const found = PRIVACY_RULES.flatMap((rule): FoundItem[] => {
    const read = rule.skipsBlanks && close !== undefined ? closeNumbered : numbered;
    if (!rule.trigger.test(read.text)) return [];
    const items = rule.find(text, context, numbered);
    if (read !== numbered) {
      for (const item of rule.find(read.text, context, read))
        items.push({ ...item, start: back(item.start), end: back(item.end - 1) + 1 });
    }
    return items.map((item) => ({ ...item, rule }));
  });
  const taken = new Uint8Array(text.length);
  return [...found.filter(isSure), ...found.filter((item) => !isSure(item))]
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST);
}

/** Whether a rule could find anything sure: most sentences need no closer look. */
export function mayContainItems(text: string): boolean {
  return PRIVACY_RULES.some(({ level, trigger }) => level === "error" && trigger.test(text));
}

export function isSure(item: FoundItem): boolean {
  return item.rule.level === "error" && item.certainty !== "possible";
}
