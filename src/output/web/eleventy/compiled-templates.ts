/** What Nunjucks makes of a template is kept beside the program: it takes longer than to render the template for one issue. */

import path from "node:path";
import nunjucks from "nunjucks";
import { Cache, keyOf } from "../../../build/cache/cache.ts";

type Compile = (source: string, asyncFilters: unknown[], extensions: Tag[], name: string, options: object) => string;

interface Tag {
  readonly tags: readonly string[];
}

/** As Nunjucks exports it, which its types leave out. */
const { compiler } = nunjucks as unknown as { readonly compiler: { compile: Compile } };

/**
 * From now on. `folder` belongs to this very state of the program, its packages included, so that a template, the tags it may use and
 * its options are all that a result depends on besides.
 */
export function keepCompiledTemplates(folder: string): void {
  const cache = new Cache(path.join(folder, "templates"));
  const { compile } = compiler;
  compiler.compile = (source, asyncFilters, extensions, name, options) => {
    const key = keyOf([source, asyncFilters, extensions.map(({ tags }) => tags), name, options]);
    const kept = cache.get("compiled", key)?.body;
    if (kept !== undefined) return kept.toString();
    const compiled = compile(source, asyncFilters, extensions, name, options);
    cache.put("compiled", key, {}, Buffer.from(compiled));
    return compiled;
  };
}
