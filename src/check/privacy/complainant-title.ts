import { inComplaint } from "./complaint.ts";
import { BASIS, type PrivacyRule } from "./item.ts";
import type { PersonalItem } from "./personal-item.ts";
import { isCommonSurname } from "./surname.ts";
import { TITLE } from "./title.ts";

const TITLED = new RegExp(TITLE);
const EACH_TITLE = new RegExp(TITLE, "g");

/**
 * 张女士、李大爷. A surname alone names nobody in a town and is the form newspapers use; in a village of one clan, beside an
 * address, it may. So it is shown to the editor as a warning, and only in a sentence about a complaint.
 */
export const complainantTitle: PrivacyRule = {
  id: "private-title",
  name: "投诉群众的称呼",
  level: "warning",
  fixable: false,
  mend: "请改成“附近居民”之类，或者删去",
  explanation:
    "有投诉、举报、反映等字样的一句话里的“张女士”“李大爷”：单独一个姓一般认不出人，与住址连在一起就可能认出，请编辑斟酌。",
  example: { wrong: "家住附近的张女士投诉", right: "附近居民投诉" },
  trigger: TITLED,
  basis: BASIS,
  find(text) {
    return [...text.matchAll(EACH_TITLE)].flatMap((match): PersonalItem[] => {
      const length = [2, 1].find((count) => isCommonSurname(text.slice(Math.max(0, match.index - count), match.index)));
      if (length === undefined || !inComplaint(text, match.index)) return [];
      const start = match.index - length;
      return [{ start, end: match.index + match[0].length, shown: `${text.slice(start, match.index)}**` }];
    });
  },
};
