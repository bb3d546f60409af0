import { report, summary } from "../problem/report.ts";
import { existingFolder, parse, typedPath } from "./options.ts";
import { prepare } from "./prepare.ts";

export const help = `用法：npm run check [-- 选项]

检查所有内容，不生成文件。

  --root 文件夹     刊物所在的文件夹（里面有 content 和 data），默认是本文件夹
  --help            显示这段说明

退出代码：0 没有错误（可能有提醒）；1 有错误；2 用法不对或环境有问题。
`;

export function run(args: readonly string[]): number {
  const { values } = parse(args, { root: { type: "string" }, help: { type: "boolean", short: "h" } }, "check");
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const prepared = prepare(existingFolder(values.root === undefined ? process.cwd() : typedPath(values.root, "check")));
  process.stdout.write(report(prepared.problems, prepared.root.sources));
  console.log(
    prepared.problems.length === 0
      ? `检查完毕：${prepared.issues.length} 期，没有问题。`
      : `检查完毕：${prepared.issues.length} 期，${summary(prepared.problems)}。`,
  );
  return prepared.ok ? 0 : 1;
}
