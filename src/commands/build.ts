import { availableParallelism } from "node:os";
import path from "node:path";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { issuesFolder } from "../read/load/load-archive.ts";
import { Root } from "../read/load/root.ts";
import { LazyPrinter, pressOf } from "../output/pdf/index.ts";
import { ThreadPress } from "../build/worker/thread-press.ts";
import type { Press } from "../output/pdf/index.ts";
import { productFolder } from "../base/file/product-folder.ts";
import { warmEleventy } from "../output/web/eleventy/render.ts";
import { buildSite } from "../build/build.ts";
import type { BuildOptions } from "../build/build.ts";
import { lockFolder } from "../base/process/lock-folder.ts";
import { parse, rootFolder, typedPath } from "./options.ts";
import { readShard } from "../build/shard.ts";

export const help = `用法：npm run build [-- 选项]

把 content 里的各期做成网站和 PDF。没有变化的各期用缓存里的 PDF，不再打印。
最新一期的提醒最后逐条列出，以前各期的只说有几处。

  --root 文件夹     刊物所在的文件夹（里面有 content 和 data），默认是本文件夹
  --output 文件夹   网站输出到哪里，默认是 _site
  --site-url 网址   网站发布后的地址，代替 data/bulletin.yaml 里写的（由 CI 发布时用）
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
  "site-url": { type: "string" },
  "no-cache": { type: "boolean" },
  shard: { type: "string" },
  "strict-fonts": { type: "boolean" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** One browser per core, at most four: each takes about 300 MB, and more would outpace this process. */
const browsers = Math.max(1, Math.min(4, availableParallelism()));

/** From this number of issues on, printing in a separate thread pays off. */
const manyIssues = 4;

function openPress(issueCount: number): Press {
  if (issueCount < manyIssues) return pressOf(new LazyPrinter({ browsers }), warmEleventy);
  return new ThreadPress(path.join(productFolder, "scripts/start.mjs"), { browsers }, warmEleventy);
}

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, flags, "build");
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const folder = rootFolder(values.root, "build");
  const shard = values.shard === undefined ? undefined : readShard(values.shard);
  if (values["no-cache"] === true && (shard !== undefined || values.cache !== undefined)) {
    throw new EnvironmentError(
      `--no-cache 不能与 --${shard === undefined ? "cache" : "shard"} 一起用`,
      "分头打印的结果要存进缓存；请去掉其中一个选项。",
    );
  }
  const cache = values.cache === undefined ? path.join(folder, ".cache") : typedPath(values.cache, "build");
  const issueCount = new Root(folder).list(issuesFolder).length;
  const options: BuildOptions = {
    folder,
    issueCount,
    output: values.output === undefined ? path.join(process.cwd(), "_site") : typedPath(values.output, "build"),
    cache: values["no-cache"] === true ? undefined : cache,
    siteUrl: values["site-url"],
    shard,
    strictFonts: values["strict-fonts"] === true,
    talk: {
      quiet: values.quiet === true,
      terminal: process.stdout.isTTY,
      write: (text) => process.stdout.write(text),
    },
  };
  const { output, talk } = options;
  const say = (line: string): void => void (talk.quiet || talk.write(`${line}\n`));
  const lock = shard === undefined ? await lockFolder(output, "build", say) : undefined;
  const press = openPress(issueCount);
  try {
    return await buildSite(options, press, lock);
  } finally {
    await press.close();
    lock?.release();
  }
}
