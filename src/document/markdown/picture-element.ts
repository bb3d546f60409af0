/** Pictures as HTML: the largest file for print, smaller ones for small screens, and the room that they take before they are there. */

import type { PublishedPicture } from "../../base/picture/published-picture.ts";
import { escapeHtml } from "./html.ts";
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

/** Puts into the tokens of pictures what is published of them. */
export function showPictures(
  tokens: readonly Token[],
  published: (source: string) => PublishedPicture | undefined,
): void {
  const images = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === "image");
  for (const token of images) {
    const picture = published(pictureSource(token.attrGet("src") ?? ""));
    if (picture === undefined) continue;
    const { file, width, height } = picture;
    token.attrSet("src", encodeURI(file));
    if (width !== undefined && height !== undefined) {
      token.attrSet("width", String(width));
      token.attrSet("height", String(height));
    }
    token.attrSet("loading", "lazy");
    token.meta = { ...(token.meta as object | null), picture };
  }
}

/** The picture's element within that of its smaller files, which print never takes. */
export function onScreens(token: Token, element: string): string {
  const { picture } = (token.meta ?? {}) as { picture?: PublishedPicture };
  if (picture === undefined || picture.screens.length === 0 || picture.width === undefined) return element;
  const files = [...picture.screens, { file: picture.file, width: picture.width }];
  const set = files.map(({ file, width }) => `${encodeURI(file)} ${width}w`).join(", ");
  return `<picture><source media="screen" srcset="${escapeHtml(set)}" sizes="${columnWidth}">${element}</picture>`;
}
