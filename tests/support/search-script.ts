import { readFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { product } from "./cli.ts";

/** The part of the search script that knows no page, run outside a browser. */
export function searchScript(): JianbaoQuery {
  const self: { jianbaoQuery?: JianbaoQuery } = {};
  runInContext(readFileSync(path.join(product, "layouts/assets/search-query.js"), "utf8"), createContext({ self }));
  if (self.jianbaoQuery === undefined) throw new Error("the script leaves nothing");
  return self.jianbaoQuery;
}
