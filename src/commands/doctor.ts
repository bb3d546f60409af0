import { accessSync, constants } from "node:fs";
import path from "node:path";
import { loadData } from "../read/load/load-data.ts";
import { Root } from "../read/load/root.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { summary } from "../base/problem/report.ts";
import { openPrinter, subsetFaces } from "../output/pdf/index.ts";
import { parse, rootFolder } from "./options.ts";
import { fontConfig } from "../build/print-issue.ts";

export const help = `用法：npm run doctor [-- 选项]

检查这台机器能不能用：Node、浏览器、字体、文件夹，有问题的写明怎么办。

  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --help            显示这段说明

退出代码：0 都正常；2 有问题。
`;

interface Finding {
  readonly ok: boolean;
  readonly text: string;
  readonly advice?: string;
}

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { root: { type: "string" }, help: { type: "boolean", short: "h" } }, "doctor");
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const folder = rootFolder(values.root, "doctor");
  const findings = [
    node(),
    locale(),
    ...content(folder),
    writable(process.cwd()),
    ...(await browser()),
    ...(await fonts(folder)),
  ];
  for (const { ok, text, advice } of findings) {
    console.log(`${ok ? "正常" : "问题"}  ${text}`);
    if (advice !== undefined) console.log(`      ${ok ? "说明" : "改法"}：${advice}`);
  }
  return findings.every((finding) => finding.ok) ? 0 : 2;
}

function node(): Finding {
  // Older versions are already refused by `scripts/start.mjs`.
  return { ok: true, text: `Node ${process.versions.node}（${process.platform} ${process.arch}）` };
}

function locale(): Finding {
  const { locale: name, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const words = [...new Intl.Segmenter("zh", { granularity: "word" }).segment("信访件办理情况")].length;
  const text = `语言 ${name}，时区 ${timeZone}`;
  return words > 1 && words < 7
    ? { ok: true, text }
    : { ok: false, text: `${text}，不会分中文词`, advice: "这个 Node 不带完整的语言数据，请换用官方安装包。" };
}

function content(folder: string): Finding[] {
  const root = new Root(folder);
  loadData(root);
  const ok = root.problems.length === 0;
  return [
    ok
      ? { ok, text: "data 文件夹里的资料" }
      : { ok, text: `data 文件夹里的资料：${summary(root.problems)}`, advice: "请运行 npm run check，按提示改正。" },
  ];
}

function writable(folder: string): Finding {
  try {
    accessSync(folder, constants.W_OK);
    return { ok: true, text: `文件夹可写：${path.basename(folder)}` };
  } catch {
    return {
      ok: false,
      text: `文件夹不能写：${folder}`,
      advice: "请换一个有写入权限的位置，不要放在“Program Files”之类的系统文件夹里。",
    };
  }
}

async function browser(): Promise<Finding[]> {
  try {
    const printer = await openPrinter();
    await printer.close();
    const { description, sandbox, version } = printer.browser;
    const guarded = "打印时它不能联网，不运行稿件里的脚本，只读自己的临时文件夹";
    return [
      {
        ok: true,
        text: `浏览器：${description}，${releaseOf(version)}的版本`,
        advice: `${guarded}；软件更新时会换上新的。${sandbox ? "" : "不用 root 用户运行，沙箱就会启用。"}`,
      },
    ];
  } catch (fault) {
    if (!(fault instanceof EnvironmentError)) throw fault;
    return [{ ok: false, text: `浏览器：${fault.message}`, advice: fault.hint }];
  }
}

/** Chromium 143 was released in December 2025; releases follow every four weeks. (chromiumdash.appspot.com/schedule) */
function releaseOf(version: string): string {
  const weeks = 4 * (Number.parseInt(version, 10) - 143);
  const day = new Date(Date.UTC(2025, 11, 2) + weeks * 7 * 24 * 3600 * 1000);
  return `${day.getUTCFullYear()} 年 ${day.getUTCMonth() + 1} 月前后`;
}

async function fonts(folder: string): Promise<Finding[]> {
  const root = new Root(folder);
  const { bulletin } = loadData(root);
  try {
    const { faces } = await subsetFaces("国徽", bulletin === undefined ? {} : fontConfig(bulletin, root));
    return faces.map(({ role, source, standIn }) => ({
      ok: true,
      text: `字体：${role} ← ${source}`,
      ...(standIn ? { advice: "这是代用字体；单位有自己的字体，写在 data/bulletin.yaml 的“字体”里。" } : {}),
    }));
  } catch (fault) {
    if (!(fault instanceof EnvironmentError)) throw fault;
    return [{ ok: false, text: `字体：${fault.message}`, advice: fault.hint }];
  }
}
