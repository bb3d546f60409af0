import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { cacheFolder } from "../cache-folder.ts";
import { checkedFolder } from "../checked-folder.ts";
import { readTables, unpackTables, writeSfnt, type FontTables } from "./sfnt.ts";

const unpacked = "font.ttf";

/**
 * The tables of a font that came with a package. A packed one is unpacked once into the user's cache, which spares each start more
 * than its browser takes; where that cannot be written to, each time.
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
