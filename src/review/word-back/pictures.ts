/** Pictures of a marked-up file that are gone, or no longer those that went out. */

import { contentText } from "../../document/tree/tree.ts";
import type { Block } from "../../document/tree/tree.ts";
import type { Issue } from "../../model/issue.ts";
import type { Place } from "../../base/problem/problem.ts";
import { hashOfPictures, readPictureMark } from "../../base/text/word-marks.ts";
import { paragraphsOf } from "../../intake/word/read/model.ts";
import type { WordDocument, WordInline } from "../../intake/word/read/model.ts";
import { stands } from "../../intake/word/read/settled.ts";

export interface PictureChange {
  readonly action: string;
  readonly place: Place;
  /** `undefined` where nothing need be done: an office program may have compressed the picture on saving. */
  readonly refusal: string | undefined;
}

/** `blocks`: contents of the articles by number. */
export async function pictureChanges(
  document: WordDocument,
  { articles }: Issue,
  blocks: ReadonlyMap<number, readonly Block[]>,
): Promise<PictureChange[]> {
  const sent = paragraphsOf(document.blocks).flatMap(({ bookmarks, inlines }) =>
    bookmarks.flatMap((name) => {
      const mark = readPictureMark(name);
      return mark === undefined ? [] : [{ ...mark, inlines }];
    }),
  );
  const changes: PictureChange[] = [];
  for (const [number, all] of blocks) {
    const source = articles[number - 1]?.source;
    const own = sent.filter(({ article }) => article === number);
    const pictures = all.flatMap((block, at) => (block.kind === "picture" ? [{ block, part: `b${at}` }] : []));
    // If the article's pictures changed since the export, only the file's own evidence counts.
    const isSame = own.every(({ part }) => pictures.some((picture) => picture.part === part));
    for (const { block, part } of pictures) {
      const found = own.find((mark) => mark.part === part);
      if (source === undefined || (found === undefined && !(isSame && hasMarks(document, number)))) continue;
      const state = found === undefined ? "gone" : await stateOf(document, found.inlines, found.hash);
      const place = source.place(source.lineStart(block.lines[0]));
      const name = `图片“${block.caption.length > 0 ? contentText(block.caption) : block.pictures.map(({ source }) => source).join("、")}”`;
      if (state === "gone")
        changes.push({ action: `删去${name}`, place, refusal: "图片没有修订痕迹；确实要删的，请在稿件里手工删" });
      if (state === "other")
        changes.push({ action: `${name}与发出去的不同：换过，或者另存时压缩过`, place, refusal: undefined });
    }
  }
  return changes;
}

function hasMarks(document: WordDocument, article: number): boolean {
  return paragraphsOf(document.blocks).some(({ bookmarks }) =>
    bookmarks.some((name) => name.startsWith(`_jb_${article}_`)),
  );
}

async function stateOf(
  { picture }: WordDocument,
  inlines: readonly WordInline[],
  hash: string,
): Promise<"gone" | "other" | "same"> {
  const shown = inlines.flatMap((inline) =>
    inline.kind === "picture" && stands(inline.change, "before") ? [inline.part] : [],
  );
  const bytes: Uint8Array[] = [];
  for (const part of shown) bytes.push((part === undefined ? undefined : await picture(part)) ?? new Uint8Array());
  // Formats that Word cannot show were not exported.
  if (hashOfPictures(bytes) === hash) return "same";
  return shown.length === 0 ? "gone" : "other";
}
