/** The element of a picture: the largest file for print, smaller ones for small screens, and its size, which reserves its space. */

import { element, emptyElement } from "../../base/text/markup.ts";
import type { Empty, Markup } from "../../base/text/markup.ts";
import type { PublishedPicture } from "../../base/picture/published-picture.ts";
import type { Token } from "./tokens.ts";

/** The width of the column of text on the site: 44rem, if there is room. */
const columnWidth = "(max-width: 46rem) 100vw, 44rem";

/** The path of a picture relative to the folder, from its address in the text. */
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

/** A picture with a list of smaller files, which printing ignores; as typed, if it is not published. */
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
