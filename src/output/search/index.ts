import { unitDimension } from "../../model/naming.ts";
import type { OutputFormat } from "../format.ts";
import { searchContent } from "./build-index.ts";
import { searchFiles } from "./search-files.ts";

/** The scripts in which the site's search looks. (搜索) */
export const search: OutputFormat = {
  name: "search",
  writeSite({ archive, published }, folder) {
    const content = searchContent(published, unitDimension(archive.vocabulary)?.registry);
    for (const { path, text } of searchFiles(content)) folder.write(path, text);
  },
};
