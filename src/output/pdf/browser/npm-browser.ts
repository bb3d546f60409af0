import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { brotliDecompress, createBrotliDecompress } from "node:zlib";
import { cacheFolder } from "../cache-folder.ts";
import type { FoundBrowser } from "./found-browser.ts";
import { checkedFolder } from "../checked-folder.ts";
import { readTar } from "./tar.ts";

const packageName = "@sparticuz/chromium";
const executable = "chromium";

/**
 * The headless shell in the npm package, unpacked once into the user's cache; `undefined` on another platform than Linux x64, and when the
 * package is not installed. The code of the package is not used, because it unpacks to a shared temporary folder and switches off web
 * security. Its libraries (NSS, Expat) and fonts are used, so that the machine needs none.
 */
export async function npmBrowser(environment: NodeJS.ProcessEnv): Promise<FoundBrowser | undefined> {
  const packed = packageFolder();
  const version = await npmBrowserVersion();
  if (packed === undefined || version === undefined) return undefined;
  const folder = join(cacheFolder(environment), "browser", `chromium-${version}`);
  await checkedFolder(folder, (empty) => unpack(join(packed, "bin"), empty));
  return {
    executable: join(folder, executable),
    source: "npm",
    environment: { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/** The version of that package, without unpacking it. */
export async function npmBrowserVersion(): Promise<string | undefined> {
  const packed = packageFolder();
  if (packed === undefined) return undefined;
  return (JSON.parse(await readFile(join(packed, "package.json"), "utf8")) as { version: string }).version;
}

function packageFolder(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    const main = createRequire(import.meta.url).resolve(packageName);
    const folder = dirname(dirname(dirname(main)));
    return existsSync(join(folder, "bin", "chromium.br")) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the relative paths of the files written. */
async function unpack(from: string, to: string): Promise<string[]> {
  const binary = pipeline(
    createReadStream(join(from, "chromium.br"), { highWaterMark: 1 << 20 }),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    createWriteStream(join(to, executable), { mode: 0o700 }),
  );
  const archives = ["al2023.tar.br", "fonts.tar.br"].map(async (name) => {
    const tar = await promisify(brotliDecompress)(await readFile(join(from, name)));
    return readTar(tar).filter(({ path }) => path !== "fonts.conf");
  });
  const [files] = await Promise.all([Promise.all(archives), binary]);
  for (const { path, bytes } of files.flat()) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), bytes, { mode: 0o600 });
  }
  await writeFile(join(to, "fonts.conf"), fontConfiguration);
  return [executable, "fonts.conf", ...files.flat().map(({ path }) => path)];
}

/** Gives the browser a single font, which it needs to start, so that no font of the machine can be printed. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;
