import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { convertedToDocx, officeProgram } from "../read/load/office-converter.ts";
import { loadArchive } from "../read/load/load-archive.ts";
import { Root } from "../read/load/root.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { report } from "../base/problem/report.ts";
import { didYouMean } from "../base/text/nearest.ts";
import { isWholeBulletin } from "../intake/word/article/whole-bulletin.ts";
import { isOldWord } from "../intake/word/read/mistaken-format.ts";
import { largestWordFile, readWord } from "../intake/word/read/read-word.ts";
import { buildIssue } from "../document/issue-view.ts";
import { Scopes } from "../document/scope.ts";
import { issueOf, readMarkedUp } from "../review/word-back/marked-up.ts";
import { readBackReport } from "../review/word-back/report.ts";
import { existingIssue } from "../read/load/named-issue.ts";
import { writeNew } from "../read/load/write-new.ts";
import { writeWhole } from "../base/file/write-whole.ts";
import { issueNamed } from "../base/text/issue-reference.ts";
import { fileTitled } from "../intake/word/article/same-title.ts";
import type { Archive } from "../model/archive.ts";
import { recordFolder } from "../model/issue-record.ts";
import { issueKey } from "../model/issue.ts";
import { articleName, nextOrder } from "../intake/scaffold/next-issue.ts";
import { importArticle } from "../intake/word/article/article.ts";
import { marksOf } from "../intake/word/marks.ts";
import type { WordDocument } from "../intake/word/read/model.ts";
import { parse, rootFolder, typedPath } from "./options.ts";

export const help = `用法：npm run import -- 稿件.docx [选项]

把 Word 文件变成一篇稿件：标题、小标题、段落、列表、表格、图片、落款都带进来，带不进来的逐条列出。
.doc、.wps 先由这台机器上的 LibreOffice 转换；没有装的，请用 Word 或 WPS 另存为 .docx。
已有的文件绝不覆盖；要么全写好，要么什么也不写。

  --issue 期          放进哪一期，如 2020-16；默认最新一期
  --column 栏目       放在哪个栏目；默认第一个栏目
  --accept-changes    文件里有修订（增删的痕迹）时，按“全部接受”带入，并列出接受了什么
  --root 文件夹       刊物所在的文件夹，默认是本文件夹
  --help              显示这段说明

由 npm run word 做出、领导改过的 Word 文件也用它读回来：

  npm run import -- 改过的.docx --issue 2020-15            列出每处增删和批注，谁改的，在哪一行
  npm run import -- 改过的.docx --issue 2020-15 --apply    把能对上的改动写进稿件；数字要改数据，不直接改

写入以前先试印，与全部接受后的文字一字不差才写；表格的行列、图片、整篇删去要手工改，文本框、颜色、删除线只列出来。

退出代码：0 完成；1 有修订或对不上的改动，已逐条列出；2 文件读不了，用法不对或环境有问题。
`;

const flags = {
  root: { type: "string" },
  issue: { type: "string" },
  column: { type: "string" },
  "accept-changes": { type: "boolean" },
  apply: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

type Options = Readonly<Partial<Record<"issue" | "column", string> & Record<"accept-changes" | "apply", boolean>>>;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, flags, "import", true);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const [typed = "", ...rest] = positionals;
  if (rest.length > 0)
    throw new EnvironmentError(
      `一次只能导入一个文件，多了“${rest.join("、")}”`,
      "文件名里有空格的，用英文引号括起来。",
    );
  const document = await readWord(await docxOf(bytesOf(typedPath(typed, "import"), typed), typed));
  const root = new Root(rootFolder(values.root, "import"));
  const archive = loadArchive(root);
  if (archive === undefined) {
    const problems = root.problems.filter(({ place }) => place.file.startsWith("data/"));
    process.stderr.write(report(problems, root.sources));
    throw new EnvironmentError("data 文件夹里的资料有错，不能导入", "请先改好上面列出的问题。");
  }
  const sent = issueOf(document);
  if (sent !== undefined) return readBack(document, sent, typed, archive, root, values);
  if (isWholeBulletin(document))
    throw new EnvironmentError(
      `${typed} 是整期简报（有报头、期号、栏目或版记），不是一篇稿件，没有导入`,
      "要哪一篇，在 Word 里把那一篇单独另存为一个文件，再导入；领导改过的整期，要用 npm run word 做出来、没有转存成别的格式的那个文件（里面有认路的书签），这样才能逐处读回。",
    );
  if (values.apply === true)
    throw new EnvironmentError(
      `${typed} 不是 npm run word 做的文件，不能用 --apply`,
      "单独的稿件去掉 --apply 导入；领导改过的，要用 npm run word 做出来的那个文件。",
    );
  return writeArticle(document, typed, archive, root, values);
}

/** `sent`: the issue from which the file was exported. Returns the exit code. */
async function readBack(
  document: WordDocument,
  sent: string,
  typed: string,
  archive: Archive,
  root: Root,
  options: Options,
): Promise<number> {
  const issue = existingIssue(archive, sent);
  if (
    options.issue !== undefined &&
    issueNamed(
      options.issue,
      archive.issues.map(({ id }) => id),
    ) !== issue.id
  )
    throw new EnvironmentError(
      `${typed} 是 ${issue.id} 的文件，不是 ${options.issue} 的`,
      `请写 --issue ${issue.id}，或者换一个文件。`,
    );
  const scopes = new Scopes(archive);
  const { view } = buildIssue(issue, archive, scopes);
  const { findings, files } = await readMarkedUp(document, issue, view, scopes.of(issue));
  const { lines, refused } = readBackReport(typed, findings, files, options.apply === true);
  if (options.apply === true) for (const [file, text] of files) writeWhole(root.absolute(file), text);
  for (const line of lines) console.log(line);
  return refused > 0 ? 1 : 0;
}

/** Writes the article with its pictures, or nothing; returns the exit code. */
async function writeArticle(
  document: WordDocument,
  typed: string,
  archive: Archive,
  root: Root,
  options: Options,
): Promise<number> {
  const issue = existingIssue(archive, options.issue);
  const marks = marksOf(document);
  if (marks.length > 0 && options["accept-changes"] !== true) {
    console.error(`${typed} 里有修订或批注，没有导入：`);
    for (const line of marks) console.error(`  ${line}`);
    console.error(
      "改法：请在 Word 里逐条接受或拒绝修订、处理批注后另存；确认全部接受的，在命令后加 --accept-changes（批注不会带入）。",
    );
    return 1;
  }
  const names = root.list(issue.folder).map(({ name }) => name);
  const article = await importArticle(document, {
    column: options.column,
    columns: archive.bulletin.columns,
    fallbackTitle: path.basename(typed).replace(/\.[^.]*$/, ""),
    taken: names,
  });
  const twin = fileTitled(archive, article.title);
  if (twin !== undefined)
    throw new EnvironmentError(
      `标题是“${article.title}”的稿件已经有了：${twin}，没有再导入`,
      "要重新导入的，先删掉那个文件；确实是另一篇的，先在 Word 里换一个标题。",
    );
  const file = `${issue.folder}/${articleName(nextOrder(names), article.title)}`;
  writeNew(
    root,
    new Map<string, string | Uint8Array>([
      [file, article.text],
      ...article.pictures.map(({ name, bytes }) => [`${issue.folder}/${name}`, bytes] as const),
    ]),
  );
  console.log(`已导入：${file}（栏目：${article.column}）`);
  for (const { name } of article.pictures) console.log(`  ${issue.folder}/${name}`);
  const published = root.exists(`${recordFolder}/${issueKey(issue)}.yaml`);
  if (published)
    console.log(
      `注意：${issue.id} 这一期已经发布，加进去的稿件要再发布一版才有效。本来要放进别的一期的，请删掉刚才建的文件，用 --issue 写明是哪一期；下一期还没有的，先运行 npm run new。`,
    );
  if (marks.length > 0) {
    console.log("接受了这些修订（批注没有带入）：");
    for (const line of marks) console.log(`  ${line}`);
  }
  if (article.remarks.length > 0) {
    console.log("请核对：");
    for (const remark of article.remarks) console.log(`  ${remark}`);
  }
  console.log("下一步：打开上面的 .md 看一遍，件数、办结率换成 {{…}}，再运行 npm run check 检查。");
  return 0;
}

/** Converts old formats to .docx where a converter is installed; the reader reports what else they are. */
async function docxOf(bytes: Buffer, typed: string): Promise<Buffer> {
  const program = isOldWord(bytes) ? officeProgram(process.env) : undefined;
  if (program === undefined) return bytes;
  const docx = await convertedToDocx(program, bytes, path.extname(typed).toLowerCase());
  console.log(`注意：${typed} 是旧格式，由 LibreOffice 转换以后读出；数字和表格请对照原件看一遍。`);
  return docx;
}

function bytesOf(file: string, typed: string): Buffer {
  if (existsSync(file) && statSync(file).isDirectory())
    throw new EnvironmentError(`“${typed}”是文件夹，不是 Word 文件`, whereToLook(path.join(file, "稿件.docx")));
  if (!existsSync(file) || !statSync(file).isFile()) throw new EnvironmentError(`没有文件 ${typed}`, whereToLook(file));
  if (statSync(file).size > largestWordFile)
    throw new EnvironmentError(
      `文件太大（${Math.round(statSync(file).size / 1048576)} MB，最多 ${largestWordFile / 1048576} MB）`,
      "请压缩里面的图片，或者把文件分成几个。",
    );
  return readFileSync(file);
}

/** Suggests files near the given path: blanks in names and hidden extensions are the usual mistakes. */
function whereToLook(file: string): string {
  const folder = path.dirname(file);
  const here = existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.docx?$/i.test(name) && !name.startsWith("~$"))
    : [];
  const meant = didYouMean(path.basename(file), here);
  const list = here.length === 0 ? "" : `那里的 Word 文件有：${here.slice(0, 5).join("、")}。`;
  return `${meant === "" ? list : meant}请核对文件名；文件在别处的，写完整的路径，或者把文件从资源管理器拖进这个窗口；名字里有空格的，用英文引号括起来。`;
}
