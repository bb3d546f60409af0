/** Recognizes a whole issue (报头, 期号, 【栏目】, 版记), which cannot be imported as an article: the masthead would become the title. */

import { paragraphsOf } from "../read/model.ts";
import type { WordDocument } from "../read/model.ts";
import { settled } from "../read/settled.ts";
import { wordsOf } from "./words.ts";

/** Number of paragraphs at the top and at the end in which masthead and imprint are searched. */
const edge = 12;

/** Requires two of these: an issue number alone on a line near the top, two lines with 【栏目】, an imprint. */
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
