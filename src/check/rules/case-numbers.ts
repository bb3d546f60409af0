/** Case numbers (受理编号) in the text of an issue: D1YZ202000131, X3HB202406020025. */

import { caseNumbers, type CaseNumber } from "../../base/text/case-number.ts";
import type { Article } from "../../model/issue.ts";
import type { Rule } from "./rule.ts";

/** A heading, or a line that begins with the case number: both open the paragraph about one key case. */
const opening =
  /^[ \t\u3000]*(?:#{1,6}[ \t]*)?(?:\*\*)?[ \t]*(?:\d{1,3}[.．、]|（[\d一二三四五六七八九十]{1,4}）|[一二三四五六七八九十]{1,4}、)?[ \t\u3000]*\*{0,2}$/;

interface Found extends CaseNumber {
  readonly article: Article;
  readonly offset: number;
  readonly opens: boolean;
}

function inArticle(article: Article): Found[] {
  const { source, bodyStart } = article;
  return caseNumbers(source.text.slice(bodyStart)).map((found) => {
    const offset = bodyStart + found.start;
    const line = source.lineStart(source.place(offset).line);
    const lead = source.text.slice(line, offset);
    return { ...found, article, offset, opens: lead.length < 40 && (opening.test(lead) || lead.startsWith("#")) };
  });
}

export const caseTwice: Rule = {
  id: "case-twice",
  name: "同一编号列了两次",
  level: "warning",
  explanation: "一期里每个重点信访件只写一段；两个标题是同一个受理编号，多半是复制后忘了改。",
  example: "“1. D1YZ202000131重点信访件”和“3. D1YZ202000131重点信访件”。",
  find: ({ issue }) => {
    const seen = new Map<string, Found>();
    return issue.articles.flatMap(inArticle).flatMap((found) => {
      if (!found.opens) return [];
      const twin = seen.get(found.number);
      if (twin === undefined) {
        seen.set(found.number, found);
        return [];
      }
      const { file, line } = twin.article.source.place(twin.offset);
      return {
        place: found.article.source.place(found.offset),
        message: `受理编号 ${found.number} 在标题里出现了两次`,
        hint: `另一处在 ${file} 第 ${line} 行，请核对编号。`,
      };
    });
  },
};

export const caseYear: Rule = {
  id: "case-year",
  name: "编号年份不符",
  level: "warning",
  explanation: "受理编号里带有年份，应当是这一期的年份；一月的各期也可以是上一年的。",
  example: "2020年的一期里出现 D1YZ202100131。",
  find: ({ issue }) =>
    issue.articles.flatMap(inArticle).flatMap((found) => {
      const { year, month } = issue.date.value;
      if (found.year === undefined || found.year === year || (month === 1 && found.year === year - 1)) return [];
      return {
        place: found.article.source.place(found.offset),
        message: `受理编号 ${found.number} 是${found.year}年的，这一期是${year}年的`,
        hint: "请核对编号；确实是往年的件，请在“免检”里写明。",
      };
    }),
};
