import { githubReport, gitlabReport, jsonReport, reportFormats } from "../problem/machine-report.ts";
import type { ReportFormat } from "../problem/machine-report.ts";
import { EnvironmentError } from "../problem/environment-error.ts";
import { report, summary } from "../problem/report.ts";
import { mend } from "./fix.ts";
import { waivedLine } from "../rules/index.ts";
import { existingFolder, parse, typedPath } from "./options.ts";
import { prepare } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";

export const help = `用法：npm run check [-- 选项]

检查所有内容，不生成文件：写法、数字、图片、文字校对、个人信息。

  --root 文件夹     刊物所在的文件夹（里面有 content 和 data），默认是本文件夹
  --fix             改正可以放心改的（标点、空格、编码等），并列出改了什么
  --format 格式     text（默认）、json、github（GitHub 的行内提示）、gitlab（GitLab、Gitee 的代码质量报告）
  --help            显示这段说明

退出代码：0 没有错误（可能有提醒）；1 有错误；2 用法不对或环境有问题。
`;

const flags = {
  root: { type: "string" },
  fix: { type: "boolean" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export function run(args: readonly string[]): number {
  const { values } = parse(args, flags, "check");
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const format = reportFormats.find((name) => name === (values.format ?? "text"));
  if (format === undefined) {
    throw new EnvironmentError(`没有“${values.format ?? ""}”这种格式`, `可用的格式：${reportFormats.join("、")}。`);
  }
  const folder = existingFolder(values.root === undefined ? process.cwd() : typedPath(values.root, "check"));
  let prepared = prepare(folder);
  if (values.fix === true) {
    const done = mend(prepared.root, prepared.problems);
    if (format === "text") process.stdout.write(done.length === 0 ? "没有可以自动改的。\n" : `${done.join("\n")}\n\n`);
    // What is left is judged by the files as they are now.
    if (done.length > 0) prepared = prepare(folder);
  }
  process.stdout.write(written(prepared, format));
  return prepared.ok ? 0 : 1;
}

function written({ problems, waived, root, issues }: Prepared, format: ReportFormat): string {
  switch (format) {
    case "json":
      return jsonReport(problems);
    case "github":
      return githubReport(problems);
    case "gitlab":
      return gitlabReport(problems);
    case "text": {
      const end = problems.length === 0 ? "没有问题" : summary(problems);
      const fixable = problems.filter((problem) => problem.fix !== undefined || problem.code === "encoding").length;
      const advice = fixable > 0 ? `其中 ${fixable} 处可以用 npm run check -- --fix 自动改。\n` : "";
      const setAside = waived.map((waiver) => `${waivedLine(waiver)}\n`).join("");
      return `${report(problems, root.sources)}${setAside}检查完毕：${issues.length} 期，${end}。\n${advice}`;
    }
  }
}
