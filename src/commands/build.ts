import path from "node:path";
import { report, summary } from "../problem/report.ts";
import { openPrinter } from "../print/index.ts";
import { OutputFolder } from "../publish/output-folder.ts";
import { assemble } from "./assemble.ts";
import { existingFolder, parse, typedPath, withSiteUrl } from "./options.ts";
import { prepare } from "./prepare.ts";

export const help = `用法：npm run build [-- 选项]

把 content 里的各期做成网站和 PDF。

  --root 文件夹     刊物所在的文件夹（里面有 content 和 data），默认是本文件夹
  --output 文件夹   网站输出到哪里，默认是 _site
  --site-url 网址   网站发布后的地址，代替 data/bulletin.yaml 里写的（由 CI 发布时用）
  --strict-fonts    没有配置单位自有字体、要用代用字体时，按错误处理
  --quiet           只在出错时说话
  --help            显示这段说明

退出代码：0 完成；1 内容有错，已逐条列出；2 用法不对或环境有问题。
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(
    args,
    {
      root: { type: "string" },
      output: { type: "string" },
      "site-url": { type: "string" },
      "strict-fonts": { type: "boolean" },
      quiet: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
    "build",
  );
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const started = performance.now();
  const say = (line: string): void => {
    if (values.quiet !== true) console.log(line);
  };
  const folder = existingFolder(values.root === undefined ? process.cwd() : typedPath(values.root, "build"));
  const output = values.output === undefined ? path.join(process.cwd(), "_site") : typedPath(values.output, "build");
  // The browser starts while the content is read; what becomes of it is awaited where it is needed.
  const opening = openPrinter();
  opening.catch(() => undefined);
  try {
    const prepared = prepare(folder);
    if (!prepared.ok || prepared.archive === undefined) {
      const errors = prepared.problems.filter((problem) => problem.severity === "error");
      process.stderr.write(report(errors, prepared.root.sources));
      console.error(`${summary(prepared.problems)}。没有生成任何文件，原来的输出没有动。`);
      return 1;
    }
    // Warnings are the business of `check`: in an archive of years they would bury what the build has to say.
    if (prepared.problems.length > 0) say(`${summary(prepared.problems)}（npm run check 可以看到）`);
    const target = new OutputFolder(output);
    try {
      const problems = await assemble(
        prepared,
        withSiteUrl(prepared.archive, values["site-url"]),
        target,
        await opening,
        values["strict-fonts"] === true,
        say,
      );
      if (problems.length > 0) {
        process.stderr.write(report(problems, prepared.root.sources));
        console.error(`${summary(problems)}。没有生成任何文件，原来的输出没有动。`);
        return 1;
      }
      target.commit();
    } finally {
      target.discard();
    }
    say(
      `完成：${prepared.issues.length} 期，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒，输出在 ${path.relative(process.cwd(), output) || "."}`,
    );
    return 0;
  } finally {
    await opening.then((printer) => printer.close()).catch(() => undefined);
  }
}
