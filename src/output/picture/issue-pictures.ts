/** The pictures that an issue publishes, and their printed versions. */

import type { Bulletin } from "../../model/bulletin.ts";
import type { Root } from "../../read/load/root.ts";
import { fewerPixels } from "../../base/picture/published-picture.ts";
import type { PublishedPicture } from "../../base/picture/published-picture.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import { UndecodablePicture } from "./develop.ts";
import type { RasterWish } from "./develop.ts";
import { publishedPictures } from "../../document/issue-view.ts";
import type { BuiltIssue } from "../../document/issue-view.ts";
import { sheetOf } from "../../document/sheet.ts";

/** `larger`: decode this published file instead of the original, which would take many times longer. */
export type PublishedWish = (RasterWish & { readonly larger?: RasterWish }) | { readonly format: "svg" };

/** Makes the published files of a picture. */
export interface PictureMaker {
  /** The published bytes; `file`: absolute path of the original. @throws UndecodablePicture @throws EnvironmentError */
  of(file: string, wish: PublishedWish): Promise<Uint8Array>;
}

export interface PictureContext {
  readonly root: Root;
  readonly bulletin: Bulletin;
  readonly pictures: PictureMaker;
}

/** A file of the site with its original, a path from the issue's folder. */
export interface PublishedPictureFile {
  readonly source: string;
  readonly file: string;
  readonly wish: PublishedWish;
}

/** All published files of the issue's pictures; for each picture the largest first. */
export function publishedFiles(
  built: Pick<BuiltIssue, "issue" | "pictures">,
  bulletin: Bulletin,
): PublishedPictureFile[] {
  return shownPictures(built, bulletin).flatMap(([source, picture]) => [
    { source, file: picture.file, wish: wishOf(picture) },
    ...picture.screens.map(({ file, width, height }) => ({
      source,
      file,
      wish: smallerWish(picture, { width, height }),
    })),
  ]);
}

function shownPictures(
  { issue, pictures }: Pick<BuiltIssue, "issue" | "pictures">,
  bulletin: Bulletin,
): [string, PublishedPicture][] {
  const shown = new Set(pictures.map(({ source }) => source));
  return [...publishedPictures(issue, bulletin)].filter(([source]) => shown.has(source));
}

function wishOf({ format, width, height }: Pick<PublishedPicture, "format" | "width" | "height">): PublishedWish {
  if (format === "svg" || width === undefined || height === undefined) return { format: "svg" };
  return { format, width, height };
}

function smallerWish(
  picture: PublishedPicture,
  size: { readonly width: number; readonly height: number },
): PublishedWish {
  const larger = wishOf(picture);
  return larger.format === "svg" ? larger : { format: larger.format, ...size, larger };
}

/** As printed, and as put into a Word file. */
export interface PrintedPicture extends PublishedPicture {
  readonly source: string;
  readonly bytes: Uint8Array;
}

/** Every picture of the issue, or problems for those that cannot be decoded. @throws EnvironmentError */
export async function printedPictures(
  built: Pick<BuiltIssue, "issue" | "pictures">,
  { root, bulletin, pictures }: PictureContext,
): Promise<{ readonly printed: readonly PrintedPicture[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const make = async ([source, picture]: [string, PublishedPicture]): Promise<PrintedPicture[]> => {
    try {
      const bytes = await pictures.of(root.absolute(`${built.issue.folder}/${source}`), wishOf(picture));
      return [{ ...picture, source, bytes }];
    } catch (fault) {
      if (!(fault instanceof UndecodablePicture)) throw fault;
      problems.push(...built.pictures.flatMap((shown) => (shown.source === source ? [damaged(shown)] : [])));
      return [];
    }
  };
  const printed = (await Promise.all(shownPictures(built, bulletin).map(make))).flat();
  return { printed, problems };
}

/** For pictures that the layout reduces: files with only as many pixels as are printed, by address. */
export async function picturesDrawnSmaller(
  built: Pick<BuiltIssue, "issue" | "pictures">,
  { drawn }: { readonly drawn: readonly { readonly picture?: string; readonly share: number }[] },
  { root, bulletin, pictures }: PictureContext,
): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  const { pitch } = sheetOf(bulletin.print);
  for (const [source, picture] of shownPictures(built, bulletin)) {
    const { format, file, width, height } = picture;
    const shares = drawn.filter((each) => each.picture === encodeURI(file)).map(({ share }) => share);
    // A picture also shown at its usual size needs all its pixels.
    const isSmaller = shares.length === built.pictures.filter((shown) => shown.source === source).length;
    if (!isSmaller || format === "svg" || width === undefined || height === undefined) continue;
    const size = fewerPixels({ width, height }, inSteps(Math.max(...shares)), pitch);
    if (size === undefined) continue;
    const original = root.absolute(`${built.issue.folder}/${source}`);
    made.set(file, await pictures.of(original, smallerWish(picture, size)));
  }
  return made;
}

/** Rounds the size, so that a text change that moves page breaks does not always cause new pictures. */
function inSteps(share: number): number {
  return Math.floor(share * 20) / 20;
}

function damaged({ source, place }: BuiltIssue["pictures"][number]): Problem {
  const hint = "请用看图软件打开看看；打得开的，另存一次，打不开的，重新复制或下载一次。";
  return error("picture-broken", place, `图片“${source}”坏了，读不出来`, hint);
}
