/** The Nunjucks environment of all templates. */

import path from "node:path";
import nunjucks from "nunjucks";
import { productFolder } from "../../base/file/product-folder.ts";

export const templateOptions = {
  autoescape: true,
  // A name that does not exist in a template is a mistake of ours and must not print as nothing.
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
} as const;

/** HTML that a template prints as it is. */
export function safe(html: string): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(html);
}

let environment: nunjucks.Environment | undefined;

/** One for the whole process: what is shared among pages is compiled once, whoever renders them. */
export function templates(): nunjucks.Environment {
  return (environment ??= new nunjucks.Environment(
    new nunjucks.FileSystemLoader(path.join(productFolder, "layouts/templates")),
    templateOptions,
  ));
}
