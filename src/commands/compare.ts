import { readFileSync } from "node:fs";
import path from "node:path";
import { compareIssues, comparePage, correctionNotes, summaryOf } from "../review/compare/index.ts";
import type { ComparedPart, Version } from "../review/compare/index.ts";
import { checkOut } from "../read/load/git-revision.ts";
import { openPrinter } from "../output/pdf/index.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { inReadingOrder, oneLine, summary } from "../base/problem/report.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { traceIssue } from "../check/issue-numbers.ts";
import { draftFile, draftFolder, writeDraft } from "../release/publish/draft-file.ts";
import { concerns, openIssue, withChangesAllowed } from "../build/open-issue.ts";
import type { OpenIssue } from "../build/open-issue.ts";
import { parse, rootFolder, typedPath } from "./options.ts";
import { prepare } from "../build/prepare.ts";
import type { Prepared } from "../build/prepare.ts";
import { fontConfig } from "../build/print-issue.ts";
import { printPages } from "../output/pdf/print-pages.ts";

export const help = `用法：npm run compare -- 期 --since 版本 [选项]

一期与以前的一版相比改了什么：红线稿（新加的加下划线，删去的加删除线，一篇一篇、一段一段地看），
变动的每个数字，原来是几、现在是几，是哪一行数据改的。做成网页和 PDF，不上网站。

  期                哪一期，如 2020-15；默认最新一期
  --since 版本      与哪一版比：git 的提交号、标签，或 HEAD~1 这样的写法
  --output 文件     写到哪里（.html，同名的 .pdf 写在旁边），默认是刊物文件夹里的 ${draftFolder}/2020-15-红线稿.html；
                    原来的会换掉，不能写进网站文件夹
  --format 格式     page（默认，网页和 PDF）或 json（写到屏幕，供程序使用）
  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --help            显示这段说明

退出代码：0 完成；1 这一期有错，或旧版读不出来，已逐条列出；2 用法不对或环境有问题（没有 git、没有这个版本）。
`;

const flags = {
  root: { type: "string" },
  since: { type: "string" },
  output: { type: "string" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, flags, "compare", true);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const [id, ...rest] = positionals;
  const usage = "写法：npm run compare -- 2020-15 --since HEAD~1。";
  if (rest.length > 0) throw new EnvironmentError(`一次只能对照一期，多了“${rest.join("、")}”`, usage);
  const { since: typed, format = "page" } = values;
  if (typed === undefined) throw new EnvironmentError("没有写与哪一版比", usage);
  if (format !== "page" && format !== "json")
    throw new EnvironmentError(`没有“${format}”这种格式`, "可用的格式：page、json。");
  const open = openIssue(rootFolder(values.root, "compare"), id, "没有做红线稿。");
  if (open === undefined) return 1;
  const asked = values.output === undefined ? undefined : typedPath(values.output, "compare");
  const file = draftFile(asked, open.folder, `${open.built.view.id}-红线稿.html`);
  const revision = checkOut(open.folder, typed);
  try {
    const old = withChangesAllowed(prepare(revision.folder));
    const before = oldVersion(old, open);
    if (before === undefined) return unreadable(old, open, typed);
    const parts = compareIssues(before.version, versionOf(open));
    const since = `${revision.day} 的版本（${revision.commit}）`;
    const notes = [...before.notes, ...correctionNotes(before.version.built.issue, open.issue)];
    if (format === "json") writeJson(open, { since, parts, notes });
    else await writePages(file, open, { since, parts, notes });
    return 0;
  } finally {
    revision.remove();
  }
}

function versionOf({ built, archive, scopes, prepared }: OpenIssue): Version {
  return { built, numbers: traceIssue(built, archive, scopes, prepared.root.sources) };
}

/** The issue in the old archive, with its problems under the present rules; `undefined` where it could not be read. */
function oldVersion(old: Prepared, { issue }: OpenIssue): { version: Version; notes: readonly string[] } | undefined {
  const { archive, scopes } = old;
  const before = old.issues.find((other) => other.issue.id === issue.id || other.issue.folder === issue.folder);
  if (archive === undefined || scopes === undefined || before === undefined) return undefined;
  const errors = inReadingOrder(
    old.problems.filter((problem) => problem.severity === "error" && concerns(problem, before.issue)),
  );
  const notes =
    errors.length === 0
      ? []
      : [`旧版按现在的规则有 ${errors.length} 处错误，下面按能读出的部分对照，数字可能不全：`, ...errors.map(oneLine)];
  const numbers = traceIssue(before, archive, scopes, old.root.sources);
  return { version: { built: before, numbers }, notes };
}

function unreadable(old: Prepared, { issue }: OpenIssue, since: string): number {
  const errors = old.problems.filter(
    ({ severity, place }) =>
      severity === "error" && (old.archive === undefined || place.file.startsWith(`${issue.folder}/`)),
  );
  if (errors.length === 0)
    throw new EnvironmentError(
      `“${since}”那一版里还没有 ${issue.id} 这一期`,
      `git log --oneline -- ${issue.folder} 可以看到这一期有哪些版本。`,
    );
  // The old files are not on disk, so their lines cannot be quoted.
  for (const problem of inReadingOrder(errors)) console.error(oneLine(problem));
  console.error(`“${since}”那一版读不出来：${summary(errors)}。没有做红线稿。`);
  return 1;
}

interface Outcome {
  readonly since: string;
  readonly parts: readonly ComparedPart[];
  readonly notes: readonly string[];
}

function writeJson({ built }: OpenIssue, outcome: Outcome): void {
  process.stdout.write(`${JSON.stringify({ issue: built.view.id, ...outcome }, undefined, 2)}\n`);
}

async function writePages(file: string, open: OpenIssue, outcome: Outcome): Promise<void> {
  const { view } = open.built;
  const page = { title: view.title, ...outcome };
  const css = readFileSync(path.join(productFolder, "layouts/proof/compare.css"), "utf8");
  const printer = await openPrinter();
  try {
    const fonts = fontConfig(open.archive.bulletin, open.prepared.root);
    const pdf = await printPages(`${view.id} 红线稿`, comparePage(page, css, "fonts.css"), [], { fonts, printer });
    const beside = file.replace(/\.html?$/i, "") + ".pdf";
    writeDraft(file, comparePage(page, css));
    writeDraft(beside, pdf);
    console.log(`与 ${outcome.since}相比：${summaryOf(outcome.parts)}`);
    for (const written of [file, beside]) console.log(`已写好：${path.relative(process.cwd(), written)}`);
  } finally {
    await printer.close();
  }
}
