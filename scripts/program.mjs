// The program in JavaScript, made of src when it has changed and kept in node_modules: Node alone would be slow to start on some
// five hundred TypeScript files. Plain JavaScript, for it runs before anything else.

import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const product = path.resolve(import.meta.dirname, "..");
const kept = path.join(product, "node_modules", ".cache", "gongzuo-jianbao");
const entries = { cli: "src/cli.ts", "eleventy.config": "eleventy.config.ts" };
/** Milliseconds after which a program that another state of src was made into may go. */
const stale = 7 * 24 * 3600 * 1000;

/** The folder with `cli.js` and `eleventy.config.js`, made if this state of src has none yet. */
export async function programFolder() {
  const folder = path.join(kept, `program-${digest()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  const beside = `${folder}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const { build } = await import("esbuild");
  try {
    await build({
      absWorkingDir: product,
      entryPoints: entries,
      outdir: beside,
      bundle: true,
      splitting: true,
      packages: "external",
      format: "esm",
      platform: "node",
      target: "node20.19",
      sourcemap: true,
      logLevel: "silent",
      plugins: [ownPlace],
    });
    renameSync(beside, folder);
  } catch (fault) {
    rmSync(beside, { recursive: true, force: true });
    // Another start may have been quicker.
    if (!existsSync(folder)) throw fault;
  }
  prune(path.basename(folder));
  return folder;
}

/** Of everything that the program is made of: where, by what, and each file's name and content. */
function digest() {
  const hash = createHash("sha256");
  hash.update(`${product}\0${process.versions.node}\0`);
  hash.update(readFileSync(path.join(product, "node_modules", "esbuild", "package.json")));
  const sources = readdirSync(path.join(product, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const files = ["eleventy.config.ts", "tsconfig.json", path.relative(product, fileURLToPath(import.meta.url))];
  for (const file of [...files, ...sources.map((source) => path.join("src", source))].sort()) {
    const bytes = readFileSync(path.join(product, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 24);
}

/** A module that asks where it stands is told where its source does. */
const ownPlace = {
  name: "own-place",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const text = readFileSync(file, "utf8");
      if (!text.includes("import.meta")) return undefined;
      const places = { url: pathToFileURL(file).href, dirname: path.dirname(file), filename: file };
      const contents = text.replace(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name) =>
        JSON.stringify(places[name]),
      );
      return { contents, loader: "ts" };
    });
  },
};

function prune(current) {
  for (const name of readdirSync(kept)) {
    const folder = path.join(kept, name);
    if (name !== current && name.startsWith("program-") && Date.now() - statSync(folder).mtimeMs > stale)
      rmSync(folder, { recursive: true, force: true });
  }
}
