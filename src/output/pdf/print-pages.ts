/** Prints pages of our own making beside the bulletin, in the office's fonts. */

import path from "node:path";
import { faceAssets, faceCss, subsetFaces } from "./index.ts";
import type { FontConfig, Printer } from "./index.ts";
import { productFolder } from "../../base/file/product-folder.ts";

/** What their style sheets print in margins. */
const inMargins = "0123456789数字核对表红线稿　—";

/** `styles` are files of `layouts/proof`. A character that no face draws is left to the browser: nothing official is in it. */
export async function printPages(
  name: string,
  html: string,
  styles: readonly string[],
  { fonts, printer }: { readonly fonts: FontConfig; readonly printer: Printer },
): Promise<Uint8Array> {
  // With the letters of its tags, which add nothing to what a page shows.
  const { faces } = await subsetFaces(html + inMargins, fonts);
  const assets = new Map<string, Uint8Array | string>(faceAssets(faces));
  assets.set("fonts.css", Buffer.from(faceCss(faces)));
  for (const style of styles) assets.set(style, path.join(productFolder, "layouts/proof", style));
  return (await printer.print({ name, html, assets })).raw;
}
