/** A whole issue (报头, 期号, 【栏目】, 版记) taken for an article would become one with the masthead for a title. */

import { paragraphsOf } from "../read/model.ts";
import type { WordDocument } from "../read/model.ts";
import { settled } from "../read/settled.ts";
import { wordsOf } from "./words.ts";

/** A masthead stands at the top, an imprint at the end: so many paragraphs with words. */
const edge = 12;

/** Two of: a number of an issue alone on its line near the top, two lines that are columns, an imprint. */
export function isWholeBulletin({ blocks }: WordDocument): boolean {
  const lines = paragraphsOf(settled(blocks, "after"))
    .map((paragraph) => wordsOf(paragraph).replace(/\s/gu, ""))
    .filter((words) => words !== "");
  const isNumbered = lines
    .slice(0, edge)
    .some((line) =>
      /^(?:\d{4}年)?[（(]?(?:\d{4}年)?(?:总?第?[\d〇零一二三四五六七八九十百]+期)(?:[（(]?总第[\d〇零一二三四五六七八九十百]+期[）)]?)?[）)]?$/u.test(
        line,
      ),
    );
  const hasColumns = lines.filter((line) => /^【[^【】]{1,20}】$/u.test(line)).length > 1;
  const hasImprint = lines
    .slice(-edge)
    .some((line) => /^(?:主?报|主?送|抄[报送]|发|分送)[：:]/u.test(line) || /(?:印发|共印\d+份[）)]?)$/u.test(line));
  return [isNumbered, hasColumns, hasImprint].filter(Boolean).length > 1;
}
