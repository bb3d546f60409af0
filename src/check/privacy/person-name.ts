import { BASIS, type PrivacyRule } from "./item.ts";
import type { PersonalItem } from "./personal-item.ts";
import { mayHoldNames, namesIn, type FoundName } from "./name-search.ts";
import { givenWeights } from "./name-candidate.ts";
import { frameBehind } from "./name-context.ts";
import { commonness } from "./name-evidence.ts";
import { PublicNames } from "./public-name.ts";
import { isCommonSurname } from "./surname.ts";

/** Names of private persons, wherever they stand: surely one is an error, what may be one is for the editor to look at. (群众姓名) */
export const personName: PrivacyRule = {
  id: "private-name",
  name: "群众姓名",
  level: "error",
  fixable: false,
  skipsBlanks: true,
  trigger: { test: (text) => mayHoldNames(text) || halfMasked(text).length > 0 },
  mend: "不是公职人员的，请删去姓名或者改成“张某”",
  explanation:
    "举报人、投诉人和其他群众的姓名（含少数民族姓名、拼音），按姓氏、人名用字、前后词语和句中所说的事推断：有“举报人”“署名”“……家的”等字样、可以肯定的报错误，其余提醒编辑逐个确认；“张某”“张某某”、写了职务的公职人员、单位、地名不报。",
  example: { wrong: "举报人李建国反映噪声扰民", right: "举报人反映噪声扰民" },
  basis: BASIS,
  find(text, context) {
    const open = new PublicNames(text, context);
    return [...halfMasked(text), ...namesIn(text, (start, name) => open.has(start, name))].map(
      ({ start, name, certainty }): PersonalItem => ({
        start,
        end: start + name.length,
        shown: `${name.charAt(0)}${"*".repeat(Math.max(1, name.length - 1))}`,
        certainty,
      }),
    );
  },
};

/** 邓某春: whoever knows the village knows him by what is left. */
function halfMasked(text: string): FoundName[] {
  return [...text.matchAll(/(?<=[\u3400-\u9fff])某(?=[\u3400-\u9fff])/g)].flatMap(({ index }) => {
    const [weight = 0] = givenWeights(text.charAt(index + 1));
    if (!isCommonSurname(text.charAt(index - 1)) || weight < 1 || commonness(text, index + 1) > 0) return [];
    if (frameBehind(text.slice(index + 1, index + 7)) !== "other") return [];
    return [{ start: index - 1, name: text.slice(index - 1, index + 2), certainty: "possible" as const }];
  });
}
