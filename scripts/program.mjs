// The program in JavaScript, made of src when it has changed and kept in node_modules: Node alone would be slow to start on some
// five hundred TypeScript files and as many of its packages. Plain JavaScript, for it runs before anything else.

import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";
import { tryToKeep } from "./try-to-keep.mjs";

const product = path.resolve(import.meta.dirname, "..");
const kept = path.join(product, "node_modules", ".cache", "gongzuo-jianbao");
/** Packages that stay outside: they are only looked for, or seldom used. numfmt cannot: it names a CommonJS file that it does not have. */
const outside = [
  ...["@e965/xlsx", "@sparticuz/chromium", "asn1js", "docx", "esbuild", "fsevents", "node-forge"],
  ...["pac-proxy-agent", "pkijs", "sharp", "subset-font"],
];
const sumsFile = "sums.json";
/** Milliseconds after which a program that another state of src was made into may go. */
const stale = 7 * 24 * 3600 * 1000;
/** Milliseconds after which one that is being made is not made any more. */
const abandoned = 10 * 60 * 1000;
/** Milliseconds: a file touched so lately could be changed again within one tick of the file system's clock. */
const settled = 2000;

/** The folder with `cli.cjs` and `eleventy.config.js`, made if this state of src has none yet. */
export async function programFolder() {
  const sources = stateOfSources();
  const folder = path.join(kept, `program-${knownDigest(sources) ?? digest(sources)}`);
  if (isWhole(folder)) return folder;
  mkdirSync(kept, { recursive: true });
  const beside = `${folder}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await make(beside);
    writeFileSync(path.join(beside, sumsFile), JSON.stringify(sumsOf(beside)));
    // A damaged one goes; one that another start has made meanwhile may stay.
    if (!isWhole(folder)) rmSync(folder, { recursive: true, force: true });
    renameSync(beside, folder);
  } catch (fault) {
    if (!isWhole(folder)) throw fault;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  prune(path.basename(folder));
  return folder;
}

/** Whether the files are there as they were written: a disk that ran full or a virus scanner may have cut or emptied them. */
function isWhole(folder) {
  try {
    const sums = JSON.parse(readFileSync(path.join(folder, sumsFile), "utf8"));
    const now = sums.map(([name, , sum]) => [name, stateOf(path.join(folder, name)), sum]);
    // Nothing that changes a file leaves size and times as they were, and a look at those spares reading nine megabytes.
    const touched = now.filter(([, state], at) => state !== sums[at][1]);
    if (!touched.every(([name, , sum]) => sumOf(path.join(folder, name)) === sum)) return false;
    // Copied or linked, but whole: the next start need not read it.
    if (touched.length > 0) tryToKeep(path.join(folder, sumsFile), JSON.stringify(now));
    return true;
  } catch {
    return false;
  }
}

function stateOf(file) {
  const { size, mtimeMs, ctimeMs } = statSync(file);
  return [size, mtimeMs, ctimeMs].join(" ");
}

/** Maps of lines, which are seldom read, are only measured. */
const sumOf = (file) => (file.endsWith(".map") ? statSync(file).size : crc32(readFileSync(file)));

function sumsOf(folder) {
  return readdirSync(folder).map((name) => {
    const file = path.join(folder, name);
    return [name, stateOf(file), sumOf(file)];
  });
}

async function make(folder) {
  const { build } = await import("esbuild");
  const common = {
    absWorkingDir: product,
    bundle: true,
    platform: "node",
    target: "node20.19",
    sourcemap: true,
    sourcesContent: false,
    logLevel: "silent",
    plugins: [ownPlace],
  };
  const [program] = await Promise.all([
    build({
      ...common,
      entryPoints: ["src/cli.ts"],
      outfile: path.join(folder, "cli.cjs"),
      external: outside,
      format: "cjs",
      // What it is called with imports modules: V8 forgets how a script that comes from its cache would.
      banner: { js: "module.exports = (importModule) => {" },
      footer: { js: "};" },
      // Raw templates would keep their characters: see below.
      supported: { "template-literal": false },
      minifyWhitespace: true,
      write: false,
    }),
    build({
      ...common,
      entryPoints: ["eleventy.config.ts"],
      outfile: path.join(folder, "eleventy.config.js"),
      packages: "external",
      format: "esm",
    }),
  ]);
  for (const { path: file, contents, text } of program.outputFiles) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(
      file,
      file.endsWith(".map") ? contents : asciiOnly(text).replaceAll(/\bimport\((?!\))/g, "importModule("),
    );
  }
}

/** What is left beyond ASCII stands in patterns and comments. A text of one byte a character is read five times as fast. */
function asciiOnly(text) {
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The files that the program is made of, each with size and times. */
function stateOfSources() {
  const below = readdirSync(path.join(product, "src"), { recursive: true, encoding: "utf8" });
  const sources = below.filter((file) => file.endsWith(".ts")).map((file) => path.join("src", file));
  const others = ["eleventy.config.ts", "tsconfig.json", "package-lock.json"];
  return [...others, path.relative(product, fileURLToPath(import.meta.url)), ...sources].sort().map((file) => {
    const { size, mtimeMs, ctimeMs } = statSync(path.join(product, file));
    return { file, size, modified: mtimeMs, changed: ctimeMs };
  });
}

/** Of everything that the program is made of: where, by what, and each file's name and content. */
function digest(sources) {
  const hash = createHash("sha256").update(runtime());
  for (const { file } of sources) {
    const bytes = readFileSync(path.join(product, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  const value = hash.digest("hex").slice(0, 24);
  const newest = Math.max(...sources.flatMap(({ modified, changed }) => [modified, changed]));
  if (Date.now() - newest > settled) keepDigest(sources, value);
  return value;
}

function runtime() {
  const { version } = JSON.parse(readFileSync(path.join(product, "node_modules", "esbuild", "package.json"), "utf8"));
  return `${product}\0${process.versions.node}\0${version}\0`;
}

/** The digest as it was when the files were last read, if their sizes and times are still the same. */
function knownDigest(sources) {
  try {
    const { state, value } = JSON.parse(readFileSync(path.join(kept, "digest.json"), "utf8"));
    return state === runtime() + JSON.stringify(sources) ? value : undefined;
  } catch {
    return undefined;
  }
}

function keepDigest(sources, value) {
  // Where it cannot be kept, the next start reads the files again.
  tryToKeep(path.join(kept, "digest.json"), JSON.stringify({ state: runtime() + JSON.stringify(sources), value }));
}

/** A module that asks where it stands is told where its source does. */
const ownPlace = {
  name: "own-place",
  setup({ onLoad }) {
    onLoad({ filter: /\.m?[jt]s$/ }, ({ path: file }) => {
      const text = readFileSync(file, "utf8");
      if (!text.includes("import.meta")) return undefined;
      const places = { url: pathToFileURL(file).href, dirname: path.dirname(file), filename: file };
      const contents = text.replace(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name) =>
        JSON.stringify(places[name]),
      );
      return { contents, loader: file.endsWith(".ts") ? "ts" : "js" };
    });
  },
};

function prune(current) {
  for (const name of readdirSync(kept)) {
    const folder = path.join(kept, name);
    const limit = /^program-\w+$/.test(name) ? stale : abandoned;
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (name !== current && name.startsWith("program-") && age > limit)
      rmSync(folder, { recursive: true, force: true });
  }
}
