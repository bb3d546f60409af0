// The program: src and its packages as one script, which esbuild makes at the first start after a change. Node alone would take seconds to
// read some six hundred TypeScript files and as many of packages. Plain JavaScript, for it runs before anything else.

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tryToKeep } from "./try-to-keep.mjs";

const product = path.resolve(import.meta.dirname, "..");
const cache = path.join(product, "node_modules", ".cache", "gongzuo-jianbao");
/** Which program was made last, of which sources; written when its files are on the disk, so that it never names half a program. */
const record = path.join(cache, "program.json");
/** Where a program made beforehand stands (`makeProgram`), on a computer that makes none. */
const madeBeforehand = path.join(product, "node_modules", ".program");
/** Besides src. */
const otherSources = ["tsconfig.json", "package-lock.json", "scripts/program.mjs"];
/** Packages that stay outside: they look for files of their own beside them, or are seldom used. */
const outside = [
  ...[
    "@11ty/eleventy-dev-server",
    "@e965/xlsx",
    "@sparticuz/chromium",
    "asn1js",
    "docx",
    "esbuild",
    "fsevents",
    "node-forge",
  ],
  ...["pac-proxy-agent", "pdfjs-dist/legacy/build/pdf.worker.min.mjs", "pkijs", "sharp", "subset-font"],
];
/** It reads its own package.json, from where its sources stand: it is made into a script by itself before it goes into the program. */
const eleventy = "@11ty/eleventy";
/** Milliseconds after which no command still runs on a program that has been replaced. */
const outlived = 7 * 24 * 3600 * 1000;

/** The folder with `cli.cjs`, made of the sources as they are now. */
export async function programFolder() {
  if (existsSync(madeBeforehand)) return madeBeforehand;
  const last = lastProgram();
  if (last !== undefined) return last;
  // Looked at before they are read: what changes meanwhile is seen at the next start.
  const sources = stamps(product, [...otherSources, ...filesBelow("src")]);
  const name = `program-${randomBytes(6).toString("hex")}`;
  const folder = path.join(cache, name);
  try {
    await makeProgram(folder);
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  }
  tryToKeep(record, JSON.stringify({ name, sources, files: stamps(folder, readdirSync(folder)) }));
  prune(name);
  return folder;
}

/** Writes a program that runs from any folder below the product: it names no place. */
export async function makeProgram(folder) {
  const { build } = await import("esbuild");
  const common = {
    absWorkingDir: product,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "cjs",
    minifyWhitespace: true,
    logLevel: "silent",
  };
  mkdirSync(folder, { recursive: true });
  const ready = path.join(folder, "eleventy.cjs");
  await build({
    ...common,
    entryPoints: [eleventy],
    outfile: ready,
    // One copy of Nunjucks in the whole program: it escapes the markup that another has made.
    external: [`${eleventy}-dev-server`, "nunjucks"],
    define: { "import.meta.url": "eleventyUrl" },
    banner: {
      js: `const eleventyUrl = new URL("Util/Require.js", require("node:url").pathToFileURL(require.resolve("${eleventy}"))).href;`,
    },
  });
  const { outputFiles } = await build({
    ...common,
    entryPoints: ["src/cli.ts"],
    outfile: path.join(folder, "cli.cjs"),
    external: outside,
    alias: { [eleventy]: ready },
    // In a script of this format `import.meta` is empty.
    define: { "import.meta.url": "ownUrl", "import.meta.dirname": "__dirname" },
    banner: { js: `const ownUrl = require("node:url").pathToFileURL(__filename).href;` },
    // What is imported while the program runs is required: a script that comes from V8's cache cannot import on Node 20.
    supported: { "dynamic-import": false },
    sourcemap: true,
    sourcesContent: false,
    write: false,
  });
  rmSync(ready);
  // Flushed: a power cut leaves files of the right size that are all zeros.
  for (const { path: file, contents } of outputFiles) writeFileSync(file, contents, { flush: true });
}

/** The folder of the program made last, if neither a source nor one of its own files has been touched since. */
function lastProgram() {
  try {
    const { name, sources, files } = JSON.parse(readFileSync(record, "utf8"));
    const folder = path.join(cache, name);
    return isUntouched(product, sources) && isUntouched(folder, files) ? folder : undefined;
  } catch {
    // None, or cut off: it is made again.
    return undefined;
  }
}

function isUntouched(folder, stamped) {
  return Object.entries(stamped).every(([file, stamp]) => stampOf(path.join(folder, file)) === stamp);
}

function stamps(folder, files) {
  return Object.fromEntries(files.map((file) => [file, stampOf(path.join(folder, file))]));
}

/** The time of the last change cannot be set back, so that nothing changes a file and leaves all three as they were. */
function stampOf(file) {
  const { size, mtimeMs, ctimeMs } = statSync(file);
  return `${size} ${mtimeMs} ${ctimeMs}`;
}

function filesBelow(folder) {
  return readdirSync(path.join(product, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(product, path.join(entry.parentPath, entry.name)));
}

/** Commands that started before the last change may still run on an older program. */
function prune(current) {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (name.startsWith("program-") && name !== current && age > outlived)
      rmSync(folder, { recursive: true, force: true });
  }
}
