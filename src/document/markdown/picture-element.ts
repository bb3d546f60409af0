/** Pictures on a page: the largest file for print, smaller ones for small screens, and the room that they take before they are there. */

import { element, emptyElement } from "../../base/text/markup.ts";
import type { Empty, Markup } from "../../base/text/markup.ts";
import type { PublishedPicture } from "../../base/picture/published-picture.ts";
import type { Token } from "./tokens.ts";

/** Of the column of text on the site: 44rem where there is room for it. */
const columnWidth = "(max-width: 46rem) 100vw, 44rem";

/** A picture's path from the folder, by its address in the text. */
export function pictureSource(address: string): string {
  return decodeAddress(address).replace(/(^|\/)(?:\.\/)+/g, "$1");
}

export function decodeAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Within the list of its smaller files, which print never takes; as typed where nothing is published of it. */
export function pictureMarkup(token: Token, alternative: string, picture: PublishedPicture | undefined): Markup {
  const image = imageElement(token, alternative, picture);
  if (picture?.width === undefined || picture.screens.length === 0) return [image];
  const files = [...picture.screens, { file: picture.file, width: picture.width }];
  const srcset = files.map(({ file, width }) => `${encodeURI(file)} ${width}w`).join(", ");
  return element("picture", {}, [emptyElement("source", { media: "screen", srcset, sizes: columnWidth }), image]);
}

function imageElement(token: Token, alternative: string, picture: PublishedPicture | undefined): Empty {
  const { width, height } = picture ?? {};
  const hasSize = width !== undefined && height !== undefined;
  return emptyElement("img", {
    src: picture === undefined ? (token.attrGet("src") ?? "") : encodeURI(picture.file),
    alt: alternative,
    title: token.attrGet("title") ?? undefined,
    width: hasSize ? String(width) : undefined,
    height: hasSize ? String(height) : undefined,
    loading: picture === undefined ? undefined : "lazy",
  });
}
