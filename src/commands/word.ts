import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { report, summary } from "../base/problem/report.ts";
import { DevelopedPictures } from "../build/pictures.ts";
import { makeWord } from "../output/word/make-word.ts";
import { openIssue } from "../build/open-issue.ts";
import { onlyIssue, parse, rootFolder, typedPath } from "./options.ts";

export const help = `用法：npm run word -- 期 [选项]

把一期做成 Word 文件，送领导在 Word 或 WPS 里改：文字与 PDF 相同，红头、版记、页码、每页 22 行每行 28 字照公文格式。
改好的文件用 npm run import -- 文件.docx --issue 期 读回来。

  期                哪一期，如 2020-15；默认最新一期
  --output 文件     写到哪里，默认是刊物文件夹里的 2020-15.docx；已有的文件绝不覆盖
  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --help            显示这段说明

退出代码：0 完成；1 这一期有错，已逐条列出；2 用法不对或环境有问题。
`;

const flags = {
  root: { type: "string" },
  output: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, flags, "word", true);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const id = onlyIssue(positionals, "word");
  const open = openIssue(rootFolder(values.root, "word"), id, "没有做 Word 文件。");
  if (open === undefined) return 1;
  const { root } = open.prepared;
  const pictures = DevelopedPictures.of(open.folder);
  const made = await makeWord(open.built, { root, bulletin: open.archive.bulletin, pictures });
  if (!("bytes" in made)) {
    process.stderr.write(report(made, root.sources));
    console.error(`${summary(made)}。没有做 Word 文件。`);
    return 1;
  }
  const { bytes, missingPictures } = made;
  const file =
    values.output === undefined
      ? path.join(open.folder, `${open.built.view.id}.docx`)
      : typedPath(values.output, "word");
  write(file, bytes);
  console.log(`已写好：${path.relative(process.cwd(), file)}`);
  for (const source of missingPictures) console.log(`图片“${source}”的格式 Word 放不进去，请在 Word 里另外插入。`);
  return 0;
}

/** Never overwrites a file that somebody may have marked up. @throws EnvironmentError it exists */
function write(file: string, bytes: Buffer): void {
  const there = existsSync(file);
  if (there && statSync(file).isFile() && readFileSync(file).equals(bytes)) return;
  if (there) throw new EnvironmentError(`${file} 已经有了，不覆盖`, "请移走它，或者用 --output 换一个文件名。");
  try {
    writeFileSync(file, bytes, { flag: "wx" });
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "原因不明";
    throw new EnvironmentError(`写不了 ${file}（${code}）`, "请检查文件夹、磁盘空间和权限。", { cause: fault });
  }
}
