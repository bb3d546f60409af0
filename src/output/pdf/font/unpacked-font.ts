import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { cacheFolder } from "../cache-folder.ts";
import { checkedFolder } from "../checked-folder.ts";
import { readTables, unpackTables, writeSfnt, type FontTables } from "./sfnt.ts";

const unpacked = "font.ttf";

/**
 * The tables of a font in a package. A compressed font is decompressed once into the user's cache, which saves more time than the start of
 * the browser takes; if the cache cannot be written, it is decompressed each time.
 */
export async function packagedFont(file: string, environment: NodeJS.ProcessEnv): Promise<FontTables> {
  if (extname(file) !== ".woff") return readTables(await readFile(file));
  const packageFile = join(dirname(dirname(file)), "package.json");
  const { version } = JSON.parse(await readFile(packageFile, "utf8")) as { version: string };
  const folder = join(cacheFolder(environment), "fonts", `${basename(file, ".woff")}-${version}`);
  try {
    await checkedFolder(folder, async (empty) => {
      await writeFile(join(empty, unpacked), writeSfnt(await unpackTables(await readFile(file))));
      return [unpacked];
    });
    return readTables(await readFile(join(folder, unpacked)));
  } catch {
    return unpackTables(await readFile(file));
  }
}
