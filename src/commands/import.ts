import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { refuseLockFile } from "../read/load/lock-file.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";

export const help = `用法：npm run import -- 文件 [选项]

把单位的文件导入进来，按文件的类型：

  .xlsx、.xls、.et、.csv、.txt
                信访件台账，导入成 data 文件夹里的台账（选项见 npm run import -- 台账.xlsx --help）
  .docx         Word 文件：一篇稿件，或者领导改过的送审 Word（选项见 npm run import -- 稿件.docx --help）
  .doc、.wps    装了 LibreOffice 的，先转换成 .docx 再导入；没有装的，请另存为 .docx
`;

interface Importer {
  readonly run: (args: readonly string[]) => number | Promise<number>;
}

/** Importers by kind of file, loaded on demand. */
const importers: readonly { readonly ending: RegExp; readonly load: () => Promise<Importer> }[] = [
  { ending: /\.(xlsx|xlsm|xltx|xltm|xls|xlt|et|ett|xlsb|ods|csv|tsv|txt)$/i, load: () => import("./import-ledger.ts") },
  // Old and foreign formats go to the same importer, which recognises them by content.
  { ending: /\.(docx|docm|doc|wps|rtf)$/i, load: () => import("./import-word.ts") },
];

export async function run(args: readonly string[]): Promise<number> {
  for (const arg of args) if (!arg.startsWith("-")) refuseLockFile(path.resolve(arg));
  for (const { ending, load } of importers)
    if (args.some((arg) => !arg.startsWith("-") && ending.test(arg))) return (await load()).run(args);
  const file = args.find((arg) => !arg.startsWith("-"));
  if (file === undefined) {
    process.stdout.write(help);
    return args.some((arg) => arg === "--help" || arg === "-h") ? 0 : 2;
  }
  if (existsSync(file) && statSync(file).isDirectory())
    throw new EnvironmentError(`“${file}”是文件夹，不是文件`, "请写到文件夹里的哪一个文件；几个文件的，一个一个导入。");
  const other = /\.(numbers|xps|wks)$/i.test(file);
  throw new EnvironmentError(
    `不会导入“${file}”这种文件`,
    other
      ? "这种表格请用 Excel 或 WPS 打开，另存为 .xlsx。"
      : "可以导入 .xlsx、.xls、.et、.csv（台账）和 .docx、.doc、.wps（稿件）；别的格式请先用 WPS 或 Word 另存为其中一种。",
  );
}
