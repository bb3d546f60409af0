import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../problem/environment-error.ts";
import {
  conclusion,
  isFailed,
  preflight,
  preflightCheck,
  rowOf,
  textReport,
  UnreadablePdf,
  validatorPath,
  verifyPdf,
} from "../verify/index.ts";
import type { Verification } from "../verify/index.ts";
import { recoverOutput } from "../publish/recover-output.ts";
import { existingFolder, parse, typedPath } from "./options.ts";

export const help = `用法：npm run verify [-- 选项] [文件.pdf …]

用尺子量已经印好的 PDF：版心、行距、字体、报头、版记、页码、文件属性，逐项对照 GB/T 9704-2012
和简报惯例。只看 PDF 本身。不写文件名时，检查输出文件夹里 issues 下面的所有 PDF。

  --root 文件夹     刊物所在的文件夹；验证只看 PDF，不读里面的数据
  --output 文件夹   网站输出在哪里，默认是 _site，与 npm run build 相同
  --even            要求总页数是双数（版记在双页）
  --strict          提醒和未查的项目也算不合格
  --format json     输出 JSON，供程序读
  --help            显示这段说明

条款后面写着它的强度：必须、一般是国家标准的要求和推荐；惯例在国家标准里没有规定。
装有 Apache PDFBox Preflight 时还用它验证 PDF/A（环境变量 VERIFY_PREFLIGHT 可以指明位置）。

退出代码：0 合格（可能有提醒）；1 有不合格的项目；2 没有 PDF，用法不对或环境有问题。
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    {
      root: { type: "string" },
      output: { type: "string" },
      even: { type: "boolean" },
      strict: { type: "boolean" },
      format: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
    "verify",
    true,
  );
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  if (values.format !== undefined && values.format !== "json" && values.format !== "text")
    throw new EnvironmentError(`没有“${values.format}”这种格式`, "--format 后面写 json，或者不写。");
  if (values.root !== undefined) existingFolder(typedPath(values.root, "verify"));
  const output = values.output === undefined ? path.join(process.cwd(), "_site") : typedPath(values.output, "verify");
  recoverOutput(output);
  const files = positionals.length > 0 ? named(positionals) : builtPdfs(output);
  const strict = values.strict === true;
  const done: Verification[] = [];
  let failed = false;
  for (const file of files) {
    try {
      const verification = await verify(file, values.even === true);
      done.push(verification);
      failed ||= verification.rows.some((row) => isFailed(row, strict));
      if (values.format !== "json") console.log(textReport(verification));
    } catch (fault) {
      if (!(fault instanceof UnreadablePdf)) throw fault;
      failed = true;
      console.error(`${shown(file)}：${fault.message}`);
    }
  }
  if (values.format === "json") console.log(JSON.stringify(done, undefined, 2));
  else console.log(conclusion(files.length, done, failed));
  return failed ? 1 : 0;
}

/** The validator is a program of its own and runs beside our own measuring. */
async function verify(file: string, even: boolean): Promise<Verification> {
  const [validated, verification] = await Promise.all([
    preflight(file, validatorPath(process.env["VERIFY_PREFLIGHT"])),
    verifyPdf(readFileSync(file), shown(file), { even }),
  ]);
  return { ...verification, rows: [...verification.rows, rowOf(preflightCheck, validated)] };
}

function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}

/** @throws EnvironmentError one of them is not there. */
function named(positionals: readonly string[]): string[] {
  return positionals.map((typed) => {
    const file = typedPath(typed, "verify");
    if (!existsSync(file) || !statSync(file).isFile())
      throw new EnvironmentError(`没有文件 ${typed}`, "请核对 PDF 的文件名。");
    return file;
  });
}

/** @throws EnvironmentError there is none. */
function builtPdfs(output: string): string[] {
  const folder = path.join(output, "issues");
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => path.join(folder, name))
        .sort()
    : [];
  if (files.length === 0)
    throw new EnvironmentError(
      `${shown(folder)} 里没有 PDF`,
      "请先运行 npm run build，或者在命令后面写上 PDF 的文件名。",
    );
  return files;
}
