import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { hasTable, importSheet } from "../ledger/import/import-sheet.ts";
import type { ImportedSheet } from "../ledger/import/import-sheet.ts";
import { writeCsv } from "../ledger/import/write-csv.ts";
import { LedgerReader } from "../ledger/read-ledger.ts";
import { csvSheet } from "../ledger/workbook/csv-sheet.ts";
import { readXlsx, WorkbookFault } from "../ledger/workbook/read-xlsx.ts";
import type { Sheet } from "../ledger/workbook/sheet.ts";
import { loadData, readYaml, take } from "../load/load-data.ts";
import { Root } from "../load/root.ts";
import type { ImportMapping } from "../model/import-mapping.ts";
import type { LedgerDefinition } from "../model/ledger.ts";
import { EnvironmentError } from "../problem/environment-error.ts";
import { hasErrors } from "../problem/problem.ts";
import type { Problem } from "../problem/problem.ts";
import { report, summary } from "../problem/report.ts";
import { SourceText } from "../problem/source-text.ts";
import { defaultImportMapping, readImportMapping } from "../schema/read-import-mapping.ts";
import { decode } from "../source/decode.ts";
import { mergeConflicts } from "../source/merge-conflict.ts";
import { existingFolder, parse, typedPath } from "./options.ts";
import { writeWhole } from "./write-whole.ts";

export const help = `用法：npm run import -- 台账.xlsx [选项]

把单位的信访件台账（.xlsx 或 .csv）导入成 data 文件夹里的台账。列名对照写在 data/import.yaml，登记表和列的定义在 data/tallies.yaml。
合并单元格、文字日期、全角数字、多余的空格会自动统一；读不懂的逐格列出，有一格读不懂就什么也不写。

  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --sheet 工作表    读哪一张表；默认读第一张有受理编号的
  --output 文件     写到 data 文件夹里的哪个文件，如 ledger.csv；默认是 data/tallies.yaml 里写的台账
  --overwrite       已有的台账用新的换掉
  --help            显示这段说明

退出代码：0 完成；1 有读不懂的格，已逐条列出；2 用法不对或环境有问题。
`;

const mapFile = "data/import.yaml";

/** An office's ledger is some ten megabytes; the parts of a larger one would not be read anyway. */
const largestFile = 64 * 1024 * 1024;

const flags = {
  root: { type: "string" },
  sheet: { type: "string" },
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
  const root = new Root(existingFolder(values.root === undefined ? process.cwd() : typedPath(values.root, "import")));
  const settings = readSettings(root);
  if (settings === undefined) {
    process.stderr.write(report(root.problems, root.sources));
    throw new EnvironmentError("data 文件夹里的资料有错，没有导入", "请先改好上面列出的问题。");
  }
  const { definition } = settings;
  const mapping = values.sheet === undefined ? settings.mapping : { ...settings.mapping, sheet: values.sheet };
  const target = targetOf(definition, values.output, path.parse(typed).name);
  if (existsSync(root.absolute(target)) && values.overwrite !== true)
    throw new EnvironmentError(
      `${target} 已经有了，没有覆盖`,
      "要用新的换掉它，请加 --overwrite；要另存，请加 --output。",
    );

  const { sheet, problems, notes } = await readSheet(typedPath(typed, "import"), typed, definition, mapping);
  const imported = sheet === undefined ? undefined : importSheet(sheet, definition, mapping);
  const all = [...problems, ...(imported?.problems ?? [])];
  process.stderr.write(report(all, new Map()));
  if (imported?.table === undefined || hasErrors(all)) {
    console.error(`${summary(all)}。没有写任何文件。`);
    return 1;
  }
  const text = writeCsv(imported.table.headings, imported.table.rows);
  process.stderr.write(report(readBack(text, target, imported, definition), new Map()));
  writeWhole(root.absolute(target), text);
  for (const note of [...notes, ...imported.notes]) console.log(`${note}。`);
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
  const yaml = readYaml(root, mapFile);
  const mapping = yaml === undefined ? undefined : take(root, readImportMapping(yaml, definition));
  return mapping === undefined ? undefined : { definition, mapping };
}

/** The first file of the ledger, or a file named after the spreadsheet in the ledger's folder. */
function targetOf({ files }: LedgerDefinition, output: string | undefined, name: string): string {
  const first = files[0]?.name ?? "ledger.csv";
  const file = output?.replace(/^data\//, "") ?? (/\.[^/]+$/.test(first) ? first : `${first}/${name}.csv`);
  if (!/\.csv$/i.test(file) || /[\\:]|^\/|(^|\/)\.\.?(\/|$)/.test(file)) {
    throw new EnvironmentError(`不能写到“${file}”`, "台账要写成 data 文件夹里的 .csv 文件，如 --output ledger.csv。");
  }
  return `data/${file}`;
}

interface SheetReading {
  readonly sheet: Sheet | undefined;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** @throws EnvironmentError when the file is not there or cannot be read at all. */
async function readSheet(
  file: string,
  typed: string,
  definition: LedgerDefinition,
  mapping: ImportMapping,
): Promise<SheetReading> {
  const entry = statSync(file, { throwIfNoEntry: false });
  if (entry?.isFile() !== true) throw new EnvironmentError(`没有文件 ${typed}`, "请核对文件名和文件夹。");
  if (entry.size > largestFile)
    throw new EnvironmentError(
      `${typed} 太大（${(entry.size / 1048576).toFixed(0)} MB，最多 ${largestFile / 1048576} MB）`,
      "请删去用不着的表、列和图片，或分成几个文件导入。",
    );
  const bytes = readFileSync(file);
  const name = path.basename(file);
  if (/\.csv$/i.test(file)) return readText(bytes, name);
  try {
    return { sheet: await chosenSheet(bytes, name, definition, mapping), problems: [], notes: [] };
  } catch (fault) {
    if (fault instanceof WorkbookFault)
      throw new EnvironmentError(`${typed}：${fault.message}`, fault.hint, { cause: fault });
    throw fault;
  }
}

function readText(bytes: Buffer, name: string): SheetReading {
  const decoded = decode(bytes);
  if (decoded.text === undefined)
    throw new EnvironmentError(`${name} 的编码认不出来`, "请用 Excel 打开，另存为 .xlsx 再导入。");
  const source = new SourceText(name, decoded.text);
  const conflicts = mergeConflicts(source);
  if (conflicts.length > 0) return { sheet: undefined, problems: conflicts, notes: [] };
  const notes = decoded.ok
    ? []
    : [
        `${name} 是 ${decoded.encoding} 编码，已按它读出${decoded.encoding === "GB18030" ? "（若原是繁体 Big5，会成乱码，请打开导入的台账看一眼）" : ""}`,
      ];
  return { ...csvSheet(source), notes };
}

async function chosenSheet(
  bytes: Buffer,
  name: string,
  definition: LedgerDefinition,
  mapping: ImportMapping,
): Promise<Sheet> {
  const workbook = await readXlsx(bytes, name);
  const names = workbook.sheets.map((sheet) => sheet.name);
  if (mapping.sheet !== undefined) {
    if (names.includes(mapping.sheet)) return workbook.read(mapping.sheet);
    throw new WorkbookFault(`没有“${mapping.sheet}”这张工作表`, `文件里有：${names.join("、")}。`);
  }
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const read = await workbook.read(sheet.name);
    if (hasTable(read, definition, mapping)) return read;
  }
  throw new WorkbookFault(
    `没有一张工作表有“受理编号”一列（${names.join("、")}）`,
    "列名不同的，请在 data/import.yaml 里写“列: { 受理编号: 表里的列名 }”。",
  );
}

/** What has been written must read as the same cases; warnings of the ledger's own are passed on. */
function readBack(
  text: string,
  target: string,
  { table }: ImportedSheet,
  definition: LedgerDefinition,
): readonly Problem[] {
  const reader = new LedgerReader(definition);
  reader.csv(new SourceText(target, text.replace(/^\ufeff/, "")));
  const { ledger, problems } = reader.finish();
  if (ledger?.cases.length !== table?.rows.length)
    throw new Error(`imported ${table?.rows.length ?? 0} rows, read back ${ledger?.cases.length ?? 0}`);
  return problems;
}
