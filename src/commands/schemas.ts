import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadData } from "../read/load/load-data.ts";
import { Root } from "../read/load/root.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { report } from "../base/problem/report.ts";
import { copyRules } from "../check/catalogue.ts";
import { jsonSchemas } from "../read/schema/json-schema.ts";
import { parse, rootFolder } from "./options.ts";

export const help = `用法：npm run schemas [-- 选项]

按 data 文件夹里的单位、指标、栏目，更新 VS Code 的输入提示（.vscode/schemas）。
登记表或指标改过之后运行一次。

  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --help            显示这段说明
`;

export function run(args: readonly string[]): number {
  const { values } = parse(args, { root: { type: "string" }, help: { type: "boolean", short: "h" } }, "schemas");
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const root = new Root(rootFolder(values.root, "schemas"));
  const { bulletin, vocabulary } = loadData(root);
  if (bulletin === undefined || vocabulary === undefined) {
    process.stderr.write(report(root.problems, root.sources));
    throw new EnvironmentError("data 文件夹里的资料有错，没有更新", "请先改好上面列出的问题。");
  }
  const folder = root.absolute(".vscode/schemas");
  mkdirSync(folder, { recursive: true });
  const ruleIds = copyRules.map((rule) => rule.id);
  for (const [name, schema] of jsonSchemas(vocabulary, bulletin.columns, ruleIds)) {
    writeFileSync(path.join(folder, name), `${JSON.stringify(schema, undefined, 2)}\n`);
    console.log(`已更新 .vscode/schemas/${name}`);
  }
  return 0;
}
