import { createInterface } from "node:readline/promises";
import { loadArchive } from "../read/load/load-archive.ts";
import { readYaml } from "../read/load/load-data.ts";
import { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { report } from "../base/problem/report.ts";
import { firstData } from "../intake/scaffold/first-data.ts";
import { issueYear } from "../intake/scaffold/issue-year.ts";
import { dateNotice, yearNotice } from "../intake/scaffold/notices.ts";
import { articleName, articleStub, nextIssue, nextNumber, nextOrder } from "../intake/scaffold/next-issue.ts";
import type { NewIssue } from "../intake/scaffold/next-issue.ts";
import type { LocatedYaml } from "../read/source/located-yaml.ts";
import { readIssueReference } from "../base/text/issue-reference.ts";
import { isoDate, readMoment } from "../base/text/moment.ts";
import type { Moment } from "../base/text/moment.ts";
import { mendCarried } from "../intake/scaffold/carried-text.ts";
import type { CarriedText } from "../intake/scaffold/carried-text.ts";
import { existingIssue } from "../read/load/named-issue.ts";
import { parse, rootFolder } from "./options.ts";
import { writeNew } from "../read/load/write-new.ts";

export const help = `用法：npm run new [-- 选项]
      npm run new -- article [选项]
      npm run new -- bulletin [选项]

第一种：新建下一期。期号、统计截止日期、批次都从上一期接着排，带数字的稿件照搬句子，
其余稿件留好标题和正文的位置。拿不准还对不对的，空着或标上“请核对”，核对完才能生成。
不带选项时会逐项询问，直接按回车就用方括号里的值。

  --date 日期       印发日期，如 2020-11-12；默认今天
  --number 期号     第几期；默认接着上一期。期号算在日期前后一年的，写 2020-4 或 2020年第4期
  --data            只留数据、不印发的一期（如补录去年各月的数，供同比用）：没有稿件
  --yes             不询问，全部用默认值

第二种：在某一期里加一篇稿件。

  --issue 期        哪一期，如 2020-16；默认最新一期
  --column 栏目     放在哪个栏目；默认第一个栏目
  --title 标题      稿件标题

第三种：新单位从空文件夹开始，建好 data 文件夹里要填的文件。步骤见 docs/new-office.md。

共用：
  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --help            显示这段说明

已有的文件绝不覆盖。
`;

const flags = {
  root: { type: "string" },
  date: { type: "string" },
  number: { type: "string" },
  data: { type: "boolean" },
  yes: { type: "boolean", short: "y" },
  issue: { type: "string" },
  column: { type: "string" },
  title: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, flags, "new", true);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const [what, ...rest] = positionals;
  if ((what !== undefined && what !== "article" && what !== "bulletin") || rest.length > 0) {
    throw new EnvironmentError(
      `不认识“${[what, ...rest].join(" ")}”`,
      "新建一期写 npm run new；加一篇稿件写 npm run new -- article；新单位建资料写 npm run new -- bulletin。",
    );
  }
  const root = new Root(rootFolder(values.root, "new"));
  if (what === "bulletin" || (what === undefined && root.list(".").length === 0)) return newBulletin(root, values);
  const archive = loadArchive(root);
  if (archive === undefined) {
    process.stderr.write(
      report(
        root.problems.filter((problem) => problem.place.file.startsWith("data/")),
        root.sources,
      ),
    );
    throw new EnvironmentError("data 文件夹里的资料有错，不能新建", "请先改好上面列出的问题。");
  }
  const { files, changes, notices } =
    what === "article"
      ? { files: newArticle(archive, root, values), changes: [], notices: [] }
      : await newIssue(archive, root, values);
  writeNew(root, files);
  console.log("已新建：");
  for (const file of files.keys()) console.log(`  ${file}`);
  if (changes.length > 0) {
    console.log("从上一期照搬的句子，用字顺手改了（上一期没有动）：");
    for (const line of changes) console.log(`  ${line}`);
  }
  for (const line of notices) console.log(line);
  console.log(
    what === "article"
      ? "写好后运行 npm run check 检查。"
      : `下一步：在 counts.yaml 里填数字，${values.data === true ? "" : "在 .md 文件里写稿件，"}然后运行 npm run check 检查。`,
  );
  return 0;
}

/** In an empty folder, the office's own data is created first. */
function newBulletin(root: Root, { root: typed }: Values): number {
  const files = new Map([...firstData].filter(([file]) => !root.exists(file)));
  if (files.size === 0)
    throw new EnvironmentError("刊物的资料已经有了，没有要建的", "改 data 文件夹里的文件；新建一期写 npm run new。");
  writeNew(root, files);
  console.log("已新建：");
  for (const file of files.keys()) console.log(`  ${file}`);
  const again = typeof typed === "string" ? `npm run new -- --root ${typed}` : "npm run new";
  console.log(`下一步：填好这几个文件（步骤见 docs/new-office.md），然后运行 ${again} 建第一期。`);
  return 0;
}

type Values = Readonly<Partial<Record<keyof typeof flags, string | boolean>>>;

function newArticle(archive: Archive, root: Root, values: Values): Map<string, string> {
  const issue = existingIssue(archive, typeof values.issue === "string" ? values.issue : undefined);
  const column =
    typeof values.column === "string"
      ? values.column.replace(/^【(.+)】$/, "$1")
      : (archive.bulletin.columns[0] ?? issue.articles[0]?.column.value ?? "工作动态");
  const title = typeof values.title === "string" ? values.title : undefined;
  const order = nextOrder(root.list(issue.folder).map(({ name }) => name));
  return new Map([[`${issue.folder}/${articleName(order, title ?? column)}`, articleStub(column, title)]]);
}

interface Fresh extends CarriedText {
  /** Doubts about date or year, printed after the list of files so that they are noticed. */
  readonly notices: readonly string[];
}

async function newIssue(archive: Archive, root: Root, values: Values): Promise<Fresh> {
  const asking = values.yes !== true && process.stdin.isTTY === true;
  const reader = asking ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  try {
    if (reader === undefined && values.yes !== true && values.date === undefined) {
      throw new EnvironmentError(
        "没有写日期",
        "请写明印发日期：npm run new -- --date 2020-11-12；日期用今天的，写 npm run new -- --yes。",
      );
    }
    const date = await askDate(reader, typeof values.date === "string" ? values.date : undefined);
    const proposed = issueYear(archive.issues, date);
    const { year, number } = await askNumber(
      reader,
      typeof values.number === "string" ? values.number : undefined,
      { year: proposed.year, number: nextNumber(archive.issues, proposed.year) },
      date,
    );
    const fresh = { year, number, date, dataOnly: values.data === true };
    // An older issue entered late continues from the one before it.
    const earlier = archive.issues.filter(
      (issue) => issue.year < year || (issue.year === year && issue.number.value < number),
    );
    const issues = earlier.length === 0 ? archive.issues : earlier;
    const [before, last] = [issues.at(-2), issues.at(-1)];
    const files = nextIssue({ ...archive, issues }, fresh, {
      issue: carriedFile(root, last?.folder, "issue.yaml"),
      counts: carriedFile(root, last?.folder, "counts.yaml"),
      countsBefore: carriedFile(root, before?.folder, "counts.yaml"),
    });
    const notices = [
      last === undefined || last.dataOnly || (fresh.dataOnly && earlier.length === 0)
        ? undefined
        : dateNotice(fresh, last),
      yearNotice(fresh, proposed, last),
    ].filter((line) => line !== undefined);
    return { ...mendCarried(files, archive.bulletin), notices };
  } finally {
    reader?.close();
  }
}

function carriedFile(root: Root, folder: string | undefined, name: string): LocatedYaml | undefined {
  const file = `${folder ?? ""}/${name}`;
  if (folder === undefined || !root.exists(file)) return undefined;
  const yaml = readYaml(root, file);
  return yaml?.value === null ? undefined : yaml;
}

type Reader = ReturnType<typeof createInterface> | undefined;

async function askDate(reader: Reader, typed: string | undefined): Promise<Moment> {
  const now = new Date();
  const today = isoDate({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
  for (;;) {
    const answer = typed ?? (await reader?.question(`印发日期 [${today}]：`)) ?? "";
    const reading = readMoment(answer.trim() === "" ? today : answer);
    if (reading.ok) return reading.moment;
    const hint = "日期写作 2020-11-12 或 2020年11月12日。";
    if (reader === undefined || typed !== undefined) throw new EnvironmentError(reading.reason, hint);
    console.log(`${reading.reason}。${hint}`);
  }
}

type Numbered = Pick<NewIssue, "year" | "number">;

async function askNumber(reader: Reader, typed: string | undefined, next: Numbered, date: Moment): Promise<Numbered> {
  const shown = next.year === date.year ? String(next.number) : `${next.year}-${next.number}`;
  for (;;) {
    const answer = (typed ?? (await reader?.question(`第几期 [${shown}]：`)) ?? "").trim();
    if (answer === "") return next;
    const { year, number } = readIssueReference(answer) ?? {};
    if (number !== undefined && Math.abs((year ?? next.year) - date.year) <= 1)
      return { year: year ?? next.year, number };
    if (number !== undefined)
      throw new EnvironmentError(
        `期号写的是 ${year ?? next.year} 年，日期却在 ${date.year} 年`,
        "期号只能算在日期那一年，或者前后一年；请核对日期和期号。",
      );
    if (reader === undefined || typed !== undefined)
      throw new EnvironmentError(
        `期号“${answer}”不是数字`,
        "写数字，如 --number 16；算在别的年份的，连年份一起写，如 --number 2020-16。",
      );
    console.log("期号只写半角数字，如 16。");
  }
}
