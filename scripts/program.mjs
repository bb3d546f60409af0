// The program: src and its packages bundled by esbuild at the first start after a change, because loading a thousand
// files takes Node seconds. Plain JavaScript, as it runs before anything else.

import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeCacheFile } from "./write-cache-file.mjs";

const product = path.resolve(import.meta.dirname, "..");
const cache = path.join(product, "node_modules", ".cache", "gongzuo-jianbao");
/** Names the last bundle and its sources; written after the bundle, so that it never refers to an incomplete one. */
const record = path.join(cache, "program.json");
/** A bundle made in advance (`makeProgram`), for a computer that cannot make one. */
const madeBeforehand = path.join(product, "node_modules", ".program");
/** Sources outside src. */
const otherSources = ["eleventy.config.ts", "tsconfig.json", "package-lock.json", "scripts/program.mjs"];
/** Packages not bundled: they read files from their own folder, or are seldom used. */
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
/** Eleventy reads its own package.json by relative path, so it is bundled separately first. */
const eleventy = "@11ty/eleventy";
/** Milliseconds after which no command can still run on a replaced bundle. */
const outlived = 7 * 24 * 3600 * 1000;

/** The folder of `cli.cjs`, bundled from the present sources. */
export async function programFolder() {
  if (existsSync(madeBeforehand)) return madeBeforehand;
  const last = lastProgram();
  if (last !== undefined) return last;
  // Times are taken before reading, so that a change meanwhile is noticed at the next start.
  const sources = stamps(product, [...otherSources, ...filesBelow("src")]);
  const name = `program-${randomBytes(6).toString("hex")}`;
  const folder = path.join(cache, name);
  try {
    await makeProgram(folder);
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  }
  writeCacheFile(record, JSON.stringify({ name, sources, files: stamps(folder, readdirSync(folder)) }));
  prune(name);
  return folder;
}

/** Writes a bundle that runs from any folder below the product, as it contains no paths. */
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
    // In CommonJS `import.meta` is empty.
    define: { "import.meta.url": "ownUrl", "import.meta.dirname": "__dirname" },
    banner: { js: `const ownUrl = require("node:url").pathToFileURL(__filename).href;` },
    // Dynamic imports become `require`: a script from V8's cache cannot import on Node 20.
    supported: { "dynamic-import": false },
    sourcemap: true,
    sourcesContent: false,
    write: false,
  });
  rmSync(ready);
  // Flushed, because a power cut may leave files of the right size filled with zeros.
  for (const { path: file, contents } of outputFiles) writeFileSync(file, contents, { flush: true });
}

/** The folder of the last bundle, if neither a source nor a file of the bundle has changed since. */
function lastProgram() {
  try {
    const { name, sources, files } = JSON.parse(readFileSync(record, "utf8"));
    const folder = path.join(cache, name);
    return isUntouched(product, sources) && isUntouched(folder, files) ? folder : undefined;
  } catch {
    // Missing or truncated: it is bundled again.
    return undefined;
  }
}

function isUntouched(folder, stamped) {
  return Object.entries(stamped).every(([file, stamp]) => stampOf(path.join(folder, file)) === stamp);
}

function stamps(folder, files) {
  return Object.fromEntries(files.map((file) => [file, stampOf(path.join(folder, file))]));
}

/** The change time cannot be set back, so any change alters at least one of the three. */
function stampOf(file) {
  const { size, mtimeMs, ctimeMs } = statSync(file);
  return `${size} ${mtimeMs} ${ctimeMs}`;
}

function filesBelow(folder) {
  return readdirSync(path.join(product, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(product, path.join(entry.parentPath, entry.name)));
}

/** Commands started before the last change may still run on an older bundle. */
function prune(current) {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (name.startsWith("program-") && name !== current && age > outlived)
      rmSync(folder, { recursive: true, force: true });
  }
}
