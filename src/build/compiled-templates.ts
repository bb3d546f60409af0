/** What Nunjucks makes of a template is remembered beside the program: it takes longer than to render the template for one issue. */

import path from "node:path";
import nunjucks from "nunjucks";
import { programFolder } from "../base/file/product-folder.ts";
import { Memo } from "./memo.ts";

type Compile = (source: string, asyncFilters: unknown[], extensions: Tag[], name: string, options: object) => string;

interface Tag {
  readonly tags: readonly string[];
}

/** As Nunjucks exports it, which its types leave out. */
const { compiler } = nunjucks as unknown as { readonly compiler: { compile: Compile } };
const { compile } = compiler;

/**
 * From now on. The program's folder belongs to this very state of it, its packages included, so that a template, the tags it may use
 * and its options are all that a result depends on besides.
 */
export function rememberTemplates(): void {
  const folder = programFolder();
  if (folder === undefined) return;
  const memo = new Memo(path.join(folder, "templates"));
  compiler.compile = (source, asyncFilters, extensions, name, options) => {
    const inputs = [source, asyncFilters, extensions.map(({ tags }) => tags), name, options];
    return memo.of("compiled", inputs, () => compile(source, asyncFilters, extensions, name, options));
  };
}
