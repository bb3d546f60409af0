/** The parts of an issue's view that only its print edition needs. */

import type { PrintOptions } from "../model/bulletin.ts";
import { headlineLines } from "./headline.ts";
import { mastheadLayout } from "./masthead-layout.ts";
import type { MastheadLayout, MastheadText } from "./masthead-layout.ts";
import { printCss } from "./print-css.ts";
import { sheetOf, sizes } from "./sheet.ts";
import { written } from "../base/text/markup.ts";
import type { Markup } from "../base/text/markup.ts";
import { RoleText } from "./print-roles.ts";
import type { RoleCharacters } from "./print-roles.ts";
import { unbroken } from "./unbroken.ts";

export interface PrintView {
  /** Page box and sizes, for the style element of the page. */
  readonly css: string;
  /** 紧凑报头 */
  readonly compact: boolean;
  readonly masthead: MastheadLayout;
}

export interface PrintedArticle {
  /** Lines of the headline, broken by the editor and to the width of the page. */
  readonly titleLines: readonly string[];
  /** The text, in which numbers are not divided by line ends. */
  readonly html: string;
  /** The characters of `html`. */
  readonly characters: RoleCharacters;
}

/** Headlines: 二号 with 20 characters in a line; in an issue with more than five articles 小二 with 24 (P). */
interface HeadlineType {
  readonly size: number;
  readonly cells: number;
}

export function headlineType(articles: number): HeadlineType {
  return articles > 5 ? { size: sizes.smallHeadline, cells: 24 } : { size: sizes.headline, cells: 20 };
}

export function printView(options: PrintOptions, text: MastheadText, headlines: HeadlineType): PrintView {
  const sheet = sheetOf(options);
  const masthead = mastheadLayout(text, sheet);
  return { css: printCss(options, sheet, masthead, headlines.size), compact: options.compact, masthead };
}

/** `names` are never divided by line ends of the headline. */
export function printedArticle(
  titleLines: readonly string[],
  body: Markup,
  headlines: HeadlineType,
  names: readonly string[],
): PrintedArticle {
  const text = new RoleText();
  text.putMarkup(body);
  return {
    titleLines: headlineLines(titleLines, headlines.cells, names),
    html: written(unbroken(body)),
    characters: text.characters(),
  };
}
