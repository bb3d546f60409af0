/**
 * Issues far larger than any office has sent (fixed seed): times `check` and `build`. `npm run bench -- heavy` measures
 * all, HEAVY=pictures those of that name; `npm run bench -- heavy 500 5000` checks archives of so many issues.
 */

import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { Random } from "../tests/support/random.ts";
import { writeSyntheticArchive } from "../tests/support/synthetic-archive.ts";
import { paragraph } from "../tests/support/synthetic-prose.ts";

const product = path.resolve(import.meta.dirname, "..");
const issue = "content/issues/2020-15";

const longParagraph = prose(640).replaceAll("\n", "");

/** Changes to the example in `root` that make it heavy. */
const weights: Readonly<Record<string, (root: string) => Promise<void> | void>> = {
  "the example": () => undefined,
  "60 pictures of 2 MB": async (root) => {
    const photograph = await noise(2000, 1500);
    const names = Array.from({ length: 60 }, (_, at) => `a${at + 1}.jpg`);
    for (const [at, name] of names.entries()) writeFileSync(path.join(root, issue, name), numbered(photograph, at));
    addArticle(root, names.map((name, at) => `![现场第${at + 1}张](${name})`).join("\n\n"));
  },
  "200 pages": (root) => addArticle(root, prose(740)),
  "2,000 paragraphs": (root) => addArticle(root, prose(2000)),
  "a table of 5,000 rows": (root) =>
    addArticle(
      root,
      `| 序号 | 单位 | 问题 |\n| --- | --- | --- |\n${rows(5000, (at) => `| ${at + 1} | 双牌县 | 砂石堆场未围挡，现场已经遮盖 |`)}`,
    ),
  "300 units": (root) => {
    const names = Array.from({ length: 300 }, (_, at) => `${ideograph(at)}${ideograph(at * 7 + 3)}县`);
    appendFileSync(
      path.join(root, "data/units.yaml"),
      rows(300, (at) => `- { 全称: ${names[at]}, 性质: 县区 }`),
    );
    const of = (count: number): string => `  单位:\n${rows(300, (at) => `    ${names[at]}: ${count}`)}`;
    writeFileSync(
      path.join(root, issue, "counts.yaml"),
      `交办:\n  截至: 2020-11-07\n  批次: 1-15\n${of(2)}\n重点件:\n  截至: 2020-11-07\n${of(1)}\n办结:\n  截至: 2020-11-08\n${of(1)}\n`,
    );
    const article = path.join(root, issue, "05-信访件情况.md");
    writeFileSync(
      article,
      "---\n栏目: 信访件情况\n---\n\n共交办{{交办}}件：{{交办.单位}}。已办结{{办结}}件：{{办结.单位}}。\n",
    );
  },
  "a paragraph of 100,000 characters": (root) => addArticle(root, longParagraph),
  "a table cell of 100,000 characters": (root) =>
    addArticle(root, `| 单位 | 情况 |\n| --- | --- |\n| 双牌县 | ${longParagraph} |`),
  "2,000 articles": (root) => {
    for (let at = 0; at < 2000; at++)
      addArticle(root, "双牌县组织巡查，发现的问题已经整改。", `双牌县第${at + 1}次巡查`, `${10_000 + at}-巡查.md`);
  },
  "a picture of 30,000 by 30,000": async (root) => {
    const create = { width: 30_000, height: 30_000, channels: 3, background: "#7799aa" } as const;
    await sharp({ create, limitInputPixels: false })
      .png({ compressionLevel: 1 })
      .toFile(path.join(root, issue, "现场.png"));
    addArticle(root, "![现场](现场.png)");
  },
  "YAML of 50 MB, comments": (root) =>
    appendFileSync(
      path.join(root, issue, "counts.yaml"),
      rows(1_600_000, (at) => `# 第${at}行，说明这一行的来历`),
    ),
  "YAML of 50 MB, counts": (root) =>
    appendFileSync(
      path.join(root, issue, "counts.yaml"),
      rows(800_000, (at) => `数${at}:\n  截至: 2020-11-07\n  数: ${at}`),
    ),
};

export async function benchHeavy(issues: readonly number[], chosen: string | undefined): Promise<void> {
  for (const count of issues)
    await measured(`${count} issues`, (root) => writeSyntheticArchive(root, count), ["check"]);
  if (issues.length > 0) return;
  for (const [name, make] of Object.entries(weights)) {
    if (chosen !== undefined && !name.includes(chosen)) continue;
    const example = async (root: string): Promise<void> => {
      for (const part of ["content", "data"])
        cpSync(path.join(product, part), path.join(root, part), { recursive: true });
      await make(root);
    };
    await measured(name, example, ["check", "build"]);
  }
}

async function measured(
  name: string,
  make: (root: string) => Promise<void> | void,
  commands: readonly string[],
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "jianbao-bench-"));
  const root = path.join(folder, "root");
  try {
    mkdirSync(root);
    await make(root);
    for (const command of commands) {
      const options = command === "build" ? ["--no-cache", "--output", path.join(folder, "site")] : [];
      const { seconds, cpu, peak, code, said } = await run([command, "--root", root, ...options]);
      console.log(
        `${name}, ${command}: ${seconds.toFixed(1)} s (${cpu} s of processor), peak ${peak} MiB, exit code ${code}; ${said}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly seconds: number;
  /** CPU seconds, user and system, of the process and its children. */
  readonly cpu: string;
  /** Of the process itself, MiB. */
  readonly peak: string;
  readonly code: number | null;
  readonly said: string;
}

/** Reported at exit; `ru_maxrss` on Linux is in KiB, and CPU time includes ended children. */
const telling = `data:text/javascript,import{readFileSync as r}from"fs";import{isMainThread as m}from"worker_threads";if(m)process.on("exit",()=>{const u=process.resourceUsage();let c=0;try{const f=r("/proc/self/stat","utf8").split(") ")[1].split(" ");c=(Number(f[13])+Number(f[14]))/100}catch{}process.stderr.write("\\nused "+((u.userCPUTime+u.systemCPUTime)/1e6+c)+" "+u.maxRSS/1024+"\\n")})`;

function run(args: readonly string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", telling, "scripts/start.mjs", ...args], { cwd: product });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk.toString()));
  return new Promise((resolve) => {
    child.once("close", (code) => {
      const used = [...err.join("").matchAll(/used ([\d.]+) ([\d.]+)/g)].at(-1);
      const lines = `${out.join("")}\n${err.join("")}`
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("used"));
      resolve({
        seconds: (performance.now() - started) / 1000,
        cpu: Number(used?.[1] ?? NaN).toFixed(1),
        peak: Number(used?.[2] ?? NaN).toFixed(0),
        code,
        said: lines
          .filter((line) => /大约|页$|^完成|^检查完毕|错误|失败/.test(line))
          .slice(-4)
          .join(" / "),
      });
    });
  });
}

function addArticle(root: string, body: string, title = "双牌县排查整治工作进展", file = "06-附加.md"): void {
  writeFileSync(path.join(root, issue, file), `---\n标题: ${title}\n栏目: 经验交流\n---\n\n${body}\n`);
}

function prose(paragraphs: number): string {
  const random = new Random(20201108);
  return Array.from({ length: paragraphs }, () => paragraph(random)).join("\n\n");
}

function rows(count: number, row: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => row(at)).join("\n");
}

function ideograph(at: number): string {
  return String.fromCodePoint(0x4e00 + ((at * 37) % 2000));
}

function noise(width: number, height: number): Promise<Buffer> {
  const create = {
    width,
    height,
    channels: 3,
    background: "#777",
    noise: { type: "gaussian", mean: 128, sigma: 24 },
  } as const;
  return sharp({ create }).jpeg({ quality: 93 }).toBuffer();
}

/** A unique comment (JPEG, COM) makes each file different. */
function numbered(jpeg: Buffer, at: number): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 4, 0, at]), jpeg.subarray(2)]);
}
