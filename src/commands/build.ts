import path from "node:path";
import { Cache } from "../cache/cache.ts";
import { FileDigests } from "../cache/file-digests.ts";
import { issuesFolder } from "../load/load-archive.ts";
import { Root } from "../load/root.ts";
import { EnvironmentError } from "../problem/environment-error.ts";
import { explainOutOfSpace } from "../problem/out-of-space.ts";
import { report, summary } from "../problem/report.ts";
import { LazyPrinter } from "../print/index.ts";
import { OutputFolder } from "../publish/output-folder.ts";
import { assemble } from "./assemble.ts";
import { editionKind } from "./edition-store.ts";
import { existingFolder, parse, typedPath } from "./options.ts";
import { prepare } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";
import { browsersAtMost, printAll } from "./print-all.ts";
import type { Printing, PrintOutcome } from "./print-all.ts";
import { fontConfig } from "./print-issue.ts";
import type { Talk } from "./progress.ts";
import { readShard, shareOf } from "./shard.ts";
import type { Shard } from "./shard.ts";

export const help = `用法：npm run build [-- 选项]

把 content 里的各期做成网站和 PDF。没有变化的各期用缓存里的 PDF，不再打印。

  --root 文件夹     刊物所在的文件夹（里面有 content 和 data），默认是本文件夹
  --output 文件夹   网站输出到哪里，默认是 _site
  --cache 文件夹    缓存放在哪里，默认是刊物文件夹里的 .cache；可以删去，会自己再生成
  --no-cache        不用缓存，全部重新打印
  --shard 第几/共几  只打印各期的一份（如 1/4），存进缓存，不做网站；几台机器分头打印后合并缓存，再照常做网站
  --strict-fonts    没有配置单位自有字体、要用代用字体时，按错误处理
  --quiet           只在出错时说话
  --help            显示这段说明

退出代码：0 完成；1 内容有错，已逐条列出；2 用法不对、环境有问题或有的期没有印成。
`;

const flags = {
  root: { type: "string" },
  output: { type: "string" },
  cache: { type: "string" },
  "no-cache": { type: "boolean" },
  shard: { type: "string" },
  "strict-fonts": { type: "boolean" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

interface Wanted {
  readonly folder: string;
  readonly output: string;
  readonly cache: Cache;
  readonly shard: Shard | undefined;
  readonly strictFonts: boolean;
  readonly talk: Talk;
}

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, flags, "build");
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const folder = existingFolder(values.root === undefined ? process.cwd() : typedPath(values.root, "build"));
  const shard = values.shard === undefined ? undefined : readShard(values.shard);
  if (values["no-cache"] === true && (shard !== undefined || values.cache !== undefined)) {
    throw new EnvironmentError(
      `--no-cache 不能与 --${shard === undefined ? "cache" : "shard"} 一起用`,
      "分头打印的结果要存进缓存；请去掉其中一个选项。",
    );
  }
  const cache = values.cache === undefined ? path.join(folder, ".cache") : typedPath(values.cache, "build");
  const wanted: Wanted = {
    folder,
    output: values.output === undefined ? path.join(process.cwd(), "_site") : typedPath(values.output, "build"),
    cache: new Cache(values["no-cache"] === true ? undefined : cache),
    shard,
    strictFonts: values["strict-fonts"] === true,
    talk: {
      quiet: values.quiet === true,
      terminal: process.stdout.isTTY,
      write: (text) => process.stdout.write(text),
    },
  };
  const printer = new LazyPrinter({ browsers: browsersAtMost });
  try {
    return await build(wanted, printer);
  } catch (fault) {
    throw explainOutOfSpace(fault);
  } finally {
    await printer.close();
  }
}

async function build(wanted: Wanted, printer: LazyPrinter): Promise<number> {
  const started = performance.now();
  const { folder, cache, output, shard, talk } = wanted;
  // With fewer kept PDFs than issues something must be printed: the browser starts while the content is read.
  if (shard === undefined && cache.count(editionKind) < new Root(folder).list(issuesFolder).length) printer.start();
  const prepared = prepare(folder);
  const { archive } = prepared;
  if (!prepared.ok || archive === undefined) {
    const errors = prepared.problems.filter((problem) => problem.severity === "error");
    process.stderr.write(report(errors, prepared.root.sources));
    console.error(`${summary(prepared.problems)}。没有生成任何文件，原来的输出没有动。`);
    return 1;
  }
  // Warnings are the business of `check`: in an archive of years they would bury what the build has to say.
  const say = (line: string): void => {
    if (!talk.quiet) talk.write(`${line}\n`);
  };
  if (prepared.problems.length > 0) say(`${summary(prepared.problems)}（npm run check 可以看到）`);
  const printing: Printing = {
    root: prepared.root,
    bulletin: archive.bulletin,
    fonts: fontConfig(archive.bulletin, prepared.root),
    printer,
    cache,
    digests: new FileDigests(cache.folder),
    talk,
  };
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
  if (shard !== undefined) {
    const share = shareOf(prepared.issues, shard);
    const outcome = await printAll(share, printing, ({ view }, { pages }) => `第 ${view.number} 期，${pages} 页`);
    if (cache.trouble !== undefined)
      throw new EnvironmentError(cache.trouble, "请腾出磁盘空间，或用 --cache 另指一个文件夹。");
    if (failed(outcome, prepared)) return exitCode(outcome);
    say(`完成：第 ${shard.index} 份，共 ${shard.count} 份；${share.length} 期，用时 ${seconds()} 秒，都在缓存里`);
    return 0;
  }
  const target = new OutputFolder(output);
  try {
    const outcome = await assemble(prepared, archive, target, printing, wanted.strictFonts);
    if (failed(outcome, prepared)) return exitCode(outcome);
    target.commit();
  } finally {
    target.discard();
  }
  cache.prune();
  if (cache.trouble !== undefined) say(`提醒：${cache.trouble}。网站没有受影响，下次要多花些时间。`);
  const where = path.relative(process.cwd(), output) || ".";
  say(`完成：${prepared.issues.length} 期，用时 ${seconds()} 秒，输出在 ${where}`);
  return 0;
}

/** Tells what kept issues from being printed, if anything did. */
function failed({ problems, failures }: PrintOutcome, { root }: Prepared): boolean {
  if (problems.length === 0 && failures.length === 0) return false;
  process.stderr.write(report(problems, root.sources));
  for (const failure of failures) console.error(failure);
  if (failures.length > 0)
    console.error("改法：请检查这几期的图片和表格；内容没有问题的，请再运行一次，或用 npm run doctor 检查浏览器。");
  const counts = [
    ...(problems.length > 0 ? [summary(problems)] : []),
    ...(failures.length > 0 ? [`${failures.length} 期没有印成`] : []),
  ];
  console.error(`${counts.join("，")}。没有生成任何文件，原来的输出没有动。`);
  return true;
}

function exitCode({ failures }: PrintOutcome): number {
  return failures.length > 0 ? 2 : 1;
}
