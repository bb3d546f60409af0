import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { importWorkbook } from "../intake/ledger/import-workbook.ts";
import type { ImportedTable } from "../intake/ledger/import-workbook.ts";
import { importHeadings } from "../intake/ledger/table.ts";
import { csv } from "../compute/rows/csv.ts";
import { LedgerReader } from "../read/ledger/read-ledger.ts";
import { readWorkbook } from "../read/ledger/workbook/read-workbook.ts";
import { WorkbookFault } from "../read/ledger/workbook/sheet.ts";
import { loadData, readFile } from "../read/load/load-data.ts";
import { Root } from "../read/load/root.ts";
import type { ImportMapping } from "../model/import-mapping.ts";
import type { LedgerDefinition } from "../model/ledger.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import type { Problem } from "../base/problem/problem.ts";
import { report, summary } from "../base/problem/report.ts";
import { SourceText } from "../base/problem/source-text.ts";
import { defaultImportMapping, readImportMapping } from "../read/schema/read-import-mapping.ts";
import { parse, rootFolder, typedPath } from "./options.ts";
import { writeWhole } from "../base/file/write-whole.ts";

export const help = `用法：npm run import -- 台账.xlsx [选项]

把单位的信访件台账（.xlsx、.xls、.et、.csv、.txt）导入成 data 文件夹里的台账。列名对照写在 data/import.yaml，登记表和列的定义在
data/tallies.yaml。合并单元格、文字日期、全角数字、多余的空格会自动统一；读不懂的逐格列出，有一格读不懂就什么也不写。

  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --sheet 工作表    读哪一张表，可以写几次；默认读所有列得全的，隐藏的除外
  --output 文件     写到 data 文件夹里的哪个文件，如 ledger.csv；默认是 data/tallies.yaml 里写的台账
  --overwrite       已有的台账用新的换掉
  --help            显示这段说明

退出代码：0 完成；1 有读不懂的格，已逐条列出；2 用法不对或环境有问题。
`;

const mapFile = "data/import.yaml";

/** Bytes. An office's ledger has some ten megabytes; the parts of a larger file would be refused anyway. */
const largestFile = 64 * 1024 * 1024;

const flags = {
  root: { type: "string" },
  sheet: { type: "string", multiple: true },
  output: { type: "string" },
  overwrite: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, flags, "import", true);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const [typed, ...more] = positionals;
  if (typed === undefined || more.length > 0)
    throw new EnvironmentError("一次只导入一个文件", "写法：npm run import -- 台账.xlsx");
  const root = new Root(rootFolder(values.root, "import"));
  const settings = readSettings(root);
  if (settings === undefined) {
    process.stderr.write(report(root.problems, root.sources));
    throw new EnvironmentError("data 文件夹里的资料有错，没有导入", "请先改好上面列出的问题。");
  }
  const { definition } = settings;
  const mapping = values.sheet === undefined ? settings.mapping : { ...settings.mapping, sheets: values.sheet };
  const target = targetOf(definition, values.output, path.parse(typed).name);
  if (existsSync(root.absolute(target)) && values.overwrite !== true)
    throw new EnvironmentError(
      `${target} 已经有了，没有覆盖`,
      "要用新的换掉它，请加 --overwrite；要另存，请加 --output。",
    );

  const { problems, notes, ...imported } = await importFile(typedPath(typed, "import"), typed, definition, mapping);
  process.stderr.write(report(problems, new Map()));
  if (imported.table === undefined) {
    console.error(`${summary(problems)}。没有写任何文件。`);
    return 1;
  }
  // The byte order mark makes Excel read the file as UTF-8.
  const text = `\ufeff${csv([imported.table.headings, ...imported.table.rows])}`;
  process.stderr.write(report(readBack(text, target, imported.table, definition), new Map()));
  writeWhole(root.absolute(target), text);
  for (const note of notes) console.log(`${note}。`);
  console.log(`已导入 ${imported.table.rows.length} 件：${target}`);
  return 0;
}

function readSettings(root: Root): { definition: LedgerDefinition; mapping: ImportMapping } | undefined {
  const { vocabulary } = loadData(root);
  if (vocabulary === undefined) return undefined;
  const definition = vocabulary.ledger;
  if (definition === undefined) {
    throw new EnvironmentError(
      "data/tallies.yaml 里没有写台账",
      "请在末尾加上一行“台账: { 文件: ledger.csv }”，冒号用英文的。",
    );
  }
  if (!root.exists(mapFile)) return { definition, mapping: defaultImportMapping };
  const mapping = readFile(root, mapFile, (yaml) => readImportMapping(yaml, definition));
  return mapping === undefined ? undefined : { definition, mapping };
}

/** The ledger's first file, or a file in its folder named after the spreadsheet. */
function targetOf({ files }: LedgerDefinition, output: string | undefined, name: string): string {
  const first = files[0]?.name ?? "ledger.csv";
  const file = output?.replace(/^data\//, "") ?? (/\.[^/]+$/.test(first) ? first : `${first}/${name}.csv`);
  if (!/\.csv$/i.test(file) || /[\\:]|^\/|(^|\/)\.\.?(\/|$)/.test(file)) {
    throw new EnvironmentError(`不能写到“${file}”`, "台账要写成 data 文件夹里的 .csv 文件，如 --output ledger.csv。");
  }
  return `data/${file}`;
}

/** @throws EnvironmentError the file is missing or unreadable */
async function importFile(
  file: string,
  typed: string,
  definition: LedgerDefinition,
  mapping: ImportMapping,
): Promise<ImportedTable> {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (entry?.isFile() !== true) throw new EnvironmentError(`没有文件 ${typed}`, "请核对文件名和文件夹。");
  if (entry.size > largestFile)
    throw new EnvironmentError(
      `${typed} 太大（${(entry.size / 1048576).toFixed(0)} MB，最多 ${largestFile / 1048576} MB）`,
      "请删去用不着的表、列和图片，或分成几个文件导入。",
    );
  try {
    const workbook = await readWorkbook(readFileSync(file), path.basename(file), importHeadings(definition, mapping));
    return await importWorkbook(workbook, definition, mapping);
  } catch (fault) {
    if (fault instanceof WorkbookFault)
      throw new EnvironmentError(`${typed}：${fault.message}`, fault.hint, { cause: fault });
    throw fault;
  }
}

/** Checks that the written file reads as the same cases; passes on the ledger's warnings. */
function readBack(
  text: string,
  target: string,
  table: NonNullable<ImportedTable["table"]>,
  definition: LedgerDefinition,
): readonly Problem[] {
  const reader = new LedgerReader(definition);
  reader.csv(new SourceText(target, text.replace(/^\ufeff/, "")));
  const { ledger, problems } = reader.finish();
  if (ledger?.cases.length !== table.rows.length)
    throw new Error(`imported ${table.rows.length} rows, read back ${ledger?.cases.length ?? 0}`);
  return problems;
}
