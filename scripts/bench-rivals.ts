/**
 * One issue from a cold start, whole process: ours (checks, page, archive PDF in the official layout) and, where
 * installed, WeasyPrint, Vivliostyle CLI and Typst, which only set the same text in the same five fonts. Typst is installed for the bench
 * alone, from the registry of npm.
 */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { locateBrowser } from "../src/output/pdf/browser/locate.ts";
import { unpackTables, writeSfnt } from "../src/output/pdf/font/sfnt.ts";
import { standIn } from "../src/output/pdf/font/stand-ins.ts";
import { fontRoles } from "../src/model/bulletin.ts";
import { roleSlugs } from "../src/output/pdf/font-role.ts";
import { median, spread } from "./median.ts";

const product = path.resolve(import.meta.dirname, "..");
const runs = 5;

interface Rival {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Largest promised ratio of our time to theirs. */
  readonly promised?: number;
}

export async function benchRivals(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "jianbao-bench-"));
  try {
    const rivals = await prepareRivals(folder);
    const ours: Rival = {
      name: "ours",
      command: process.execPath,
      args: [
        path.join(product, "scripts/start.mjs"),
        ...["build", "--root", product, "--output", path.join(folder, "site"), "--no-cache", "--quiet"],
      ],
    };
    const there = [ours, ...rivals].filter((rival) => time(rival, folder) !== undefined);
    for (const { name } of rivals)
      if (!there.some((rival) => rival.name === name)) console.log(`${name}: not installed, or it failed`);
    const times = new Map(there.map(({ name }) => [name, [] as number[]]));
    // In turn, so that varying speed of the machine affects all alike.
    for (let run = 0; run < runs; run++)
      for (const rival of there) times.get(rival.name)?.push(time(rival, folder) ?? Number.NaN);
    const own = median(times.get("ours") ?? []);
    for (const { name, promised } of there) {
      const taken = times.get(name) ?? [];
      const ratio =
        promised === undefined ? "" : `; ours takes ${(own / median(taken)).toFixed(2)} of it (promised: ${promised})`;
      console.log(`${name}: ${spread(taken)}${ratio}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds; `undefined` where the program is missing or fails. */
function time({ command, args, environment }: Rival, folder: string): number | undefined {
  const started = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: "ignore",
    timeout: 120_000,
    shell: false,
  });
  return status === 0 ? performance.now() - started : undefined;
}

/** Writes the text in the format of each program, with the five required fonts. */
async function prepareRivals(folder: string): Promise<readonly Rival[]> {
  const fonts = path.join(folder, "fonts");
  mkdirSync(fonts);
  for (const role of fontRoles) {
    const { file } = standIn(role);
    const tables = await unpackTables(readFileSync(file));
    writeFileSync(path.join(fonts, `${roleSlugs[role]}.ttf`), writeSfnt(tables));
  }
  const configuration = path.join(folder, "fonts.conf");
  writeFileSync(
    configuration,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  const lines = readFileSync(path.join(product, "tests/fixtures/issue-15.txt"), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  writeFileSync(path.join(folder, "text.html"), htmlOf(lines));
  writeFileSync(path.join(folder, "text.typ"), typstOf(lines));
  const environment = { FONTCONFIG_FILE: configuration };
  const browser = await locateBrowser(process.env);
  return [
    { name: "WeasyPrint", command: "weasyprint", args: ["text.html", "weasyprint.pdf"], environment, promised: 0.6 },
    {
      name: "Vivliostyle CLI",
      command: "vivliostyle",
      args: ["build", "text.html", "-o", "vivliostyle.pdf", "--executable-browser", browser.executable],
      environment: { ...browser.environment, ...environment },
      promised: 0.35,
    },
    { name: "Typst", command: process.execPath, args: [installTypst(folder), fonts] },
  ];
}

const typst = "@myriaddreamin/typst-ts-node-compiler";

/** Installs Typst as a Node module in `.cache`; the path of a script that sets `text.typ`. */
function installTypst(folder: string): string {
  const prefix = path.join(product, ".cache/bench");
  mkdirSync(prefix, { recursive: true });
  spawnSync(
    "npm",
    ["install", "--prefix", prefix, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", `${typst}@0.7.0`],
    {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  const script = path.join(folder, "typst.cjs");
  writeFileSync(
    script,
    `const { NodeCompiler } = require(${JSON.stringify(path.join(prefix, "node_modules", typst))});
const compiler = NodeCompiler.create({ workspace: ".", fontArgs: [{ fontPaths: [process.argv[2]] }] });
require("node:fs").writeFileSync("typst.pdf", compiler.pdf({ mainFilePath: "text.typ" }));
`,
  );
  return script;
}

type Kind = "name" | "column" | "heading" | "imprint" | "text";

function kindOf(line: string): Kind {
  if (line === "工作简报") return "name";
  if (line.startsWith("【")) return "column";
  if (/^\d+\.|^（[一二三四五六七八九十]/.test(line)) return "heading";
  return /^(?:报|送|联系)/.test(line) ? "imprint" : "text";
}

function htmlOf(lines: readonly string[]): string {
  const style = `@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: "— " counter(page) " —"; font: 14pt "Noto Serif SC" } }
body { font: 300 16pt/29pt "LXGW WenKai Light", "LXGW WenKai"; text-align: justify; margin: 0 }
p { margin: 0; text-indent: 2em }
.name { font: bold 48pt "Noto Serif SC"; color: #c00; text-align: center; text-indent: 0 }
.column { font: 500 16pt/29pt "Noto Sans SC" }
.heading { font: 500 16pt/29pt "LXGW WenKai Medium", "LXGW WenKai" }
.imprint { font: 14pt/20pt "Noto Serif SC" }`;
  const body = lines.map((line) => {
    const escaped = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return `<p class="${kindOf(line)}">${escaped}</p>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>15</title><style>${style}</style></head><body>${body.join("\n")}</body></html>`;
}

function typstOf(lines: readonly string[]): string {
  const faces: Readonly<Record<Kind, string>> = {
    name: 'font: "Noto Serif SC", weight: "bold", size: 48pt, fill: red',
    column: 'font: "Noto Sans SC", weight: "medium"',
    heading: 'font: "LXGW WenKai", weight: "medium"',
    imprint: 'font: "Noto Serif SC", size: 14pt',
    text: 'font: "LXGW WenKai", weight: "light"',
  };
  const paragraphs = lines.map(
    (line) => `#text(${faces[kindOf(line)]})[${line.replace(/[\\#*_$@<>`[\]~/-]/g, "\\$&")}]`,
  );
  return `#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")\n#set text(size: 16pt, lang: "zh")\n\n${paragraphs.join("\n\n")}\n`;
}
