import { BASIS, type PersonalItem, type PrivacyRule } from "./item.ts";
import { likelyNames } from "./name-score.ts";
import { maskName } from "./person-name.ts";
import { PublicNames } from "./public-name.ts";

/** Whoever is named in no place where nothing but a private person's name can stand: an editor has to look. (可能的姓名) */
export const likelyName: PrivacyRule = {
  id: "private-likely-name",
  name: "群众姓名",
  level: "warning",
  fixable: false,
  skipsBlanks: true,
  trigger: /[\u3400-\u9fff·]{2}|[A-Z][a-z]+ ?[A-Z][a-z]/,
  mend: "不是公职人员的，请删去姓名或者改成“张某”",
  explanation:
    "按姓氏、人名用字、前后词语和句中所说的事推断的姓名（含少数民族姓名、拼音），不论写在哪里；写了职务的公职人员、单位、地名不报，请编辑逐个确认。",
  example: { wrong: "污水渗入张三丰家的水井", right: "污水渗入一农户家的水井" },
  basis: BASIS,
  find(text, context) {
    const open = new PublicNames(text, context);
    return likelyNames(text)
      .filter(({ start, name }) => !open.has(start, name))
      .map(({ start, name }): PersonalItem => ({ start, end: start + name.length, shown: maskName(name) }));
  },
};
