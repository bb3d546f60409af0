/**
 * Hidden bookmarks (their names begin with _) that identify an exported Word file and each of its paragraphs:
 * `_jb_3_b12_1a2b3c4d` is block 12 of the third article, with a hash of the exported text.
 */

import { crc32 } from "node:zlib";

export interface Mark {
  /** From 1, in the issue's order; 0 for masthead, contents and imprint. */
  readonly article: number;
  /** `title`, `credit`, `b12`, `b12r1c2` … */
  readonly part: string;
  readonly hash: string;
}

const pattern = /^_jb_(\d+)_([a-z][a-z0-9]*)_([0-9a-f]{8})$/;
const issuePattern = /^_jb_issue_(\d{4})_(\d+)$/;

export function markName(article: number, part: string, text: string): string {
  return `_jb_${article}_${part}_${hashOf(text)}`;
}

/** `undefined` for a bookmark that this program did not write. */
export function readMark(name: string): Mark | undefined {
  const [, article, part = "", hash = ""] = pattern.exec(name) ?? [];
  return article === undefined ? undefined : { article: Number(article), part, hash };
}

export function issueMark(id: string): string {
  return `_jb_issue_${id.replace("-", "_")}`;
}

/** Number of exported articles, so that a deleted one is noticed. */
export function countMark(articles: number): string {
  return `_jb_count_${articles}`;
}

/** `undefined` for a bookmark that is not an article count. */
export function countOfMark(name: string): number | undefined {
  const [, count] = /^_jb_count_(\d{1,4})$/.exec(name) ?? [];
  return count === undefined ? undefined : Number(count);
}

const picturePattern = /^_jb_pic_(\d+)_(b\d+)_([0-9a-f]{8})$/;

/** Bookmark of a paragraph of pictures: `_jb_pic_3_b12_1a2b3c4d`, with a hash of their bytes. */
export function pictureMark(article: number, part: string, pictures: readonly Uint8Array[]): string {
  return `_jb_pic_${article}_${part}_${hashOfPictures(pictures)}`;
}

export function readPictureMark(name: string): Mark | undefined {
  const [, article, part = "", hash = ""] = picturePattern.exec(name) ?? [];
  return article === undefined ? undefined : { article: Number(article), part, hash };
}

/** Hash of the pictures of one paragraph, in order. */
export function hashOfPictures(pictures: readonly Uint8Array[]): string {
  return pictures
    .reduce((hash, bytes) => crc32(bytes, hash), 0)
    .toString(16)
    .padStart(8, "0");
}

/** The id of the issue that a bookmark names. */
export function issueOfMark(name: string): string | undefined {
  const [, year, number] = issuePattern.exec(name) ?? [];
  return year === undefined || number === undefined ? undefined : `${year}-${number}`;
}

/** FNV-1a over UTF-16 units; line breaks are ignored, as they only lay out a headline. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of withoutBreaks(text)) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Prefix of our style names: it groups them in Word's list, avoids built-in names, and identifies them. */
export const stylePrefix = "简报";

/** Text without line breaks and tabs, which belong to the layout, for comparing paragraphs. */
export function withoutBreaks(text: string): string {
  return text.replace(/[\n\t]/g, "");
}
