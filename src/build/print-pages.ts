/** Prints pages of our own making beside the bulletin, in the office's fonts. */

import path from "node:path";
import { faceAssets, faceCss, subsetFaces } from "../output/pdf/index.ts";
import type { FontConfig, Printer } from "../output/pdf/index.ts";
import { productFolder } from "../base/file/product-folder.ts";

/** `styles` are files of `layouts/proof`. A character that no face draws is left to the browser: nothing official is in it. */
export async function printPages(
  name: string,
  html: string,
  styles: readonly string[],
  { fonts, printer }: { readonly fonts: FontConfig; readonly printer: Printer },
): Promise<Uint8Array> {
  const text = textOf(html);
  // A face is cut to what it may be asked for: display type for headings alone.
  const headings = [...html.matchAll(/<(?:h1|p class="bulletin")[^>]*>([\s\S]*?)<\/(?:h1|p)>/g)].map(
    (match) => match[1],
  );
  const { faces } = await subsetFaces(
    {
      fangsong: text,
      heiti: text,
      kaiti: textOf([...html.matchAll(/<p class="of">([\s\S]*?)<\/p>/g)].map((match) => match[1]).join("")),
      songti: "0123456789数字核对表红线稿　—",
      xiaobiaosong: textOf(headings.join("")),
    },
    fonts,
  );
  const assets = new Map<string, Uint8Array | string>(faceAssets(faces));
  assets.set("fonts.css", Buffer.from(faceCss(faces)));
  for (const style of styles) assets.set(style, path.join(productFolder, "layouts/proof", style));
  return (await printer.print({ name, html, assets })).raw;
}

function textOf(html: string): string {
  return [...new Set(html.replace(/<(?:style|title)[\s\S]*?<\/(?:style|title)>|<[^>]*>/g, ""))].join("");
}
