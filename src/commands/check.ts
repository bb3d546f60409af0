import { githubReport, gitlabReport, jsonReport, reportFormats } from "../base/problem/machine-report.ts";
import type { ReportFormat } from "../base/problem/machine-report.ts";
import { issuesFolder } from "../read/load/load-archive.ts";
import type { Root } from "../read/load/root.ts";
import { isIncomplete } from "../model/unread.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { issueNamed } from "../base/text/issue-reference.ts";
import { hasErrors } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { report, summary } from "../base/problem/report.ts";
import { countMendable, mend } from "../check/mend.ts";
import { Subjects, uncheckedLine, uncheckedOf } from "../check/rules/index.ts";
import { waivedLine } from "../check/set-aside.ts";
import { aboutNumbers } from "../check/reminders.ts";
import { knownIssues } from "../read/load/named-issue.ts";
import { parse, rootFolder } from "./options.ts";
import { prepare } from "../build/prepare.ts";
import type { Prepared } from "../build/prepare.ts";
import { watchFor } from "../base/process/progress.ts";

export const help = `用法：npm run check [-- 期] [-- 选项]

检查所有内容，不生成文件：写法、数字、图片、文字校对、个人信息。以前各期的提醒只说有几处，错误都列出。
只看某一期的，写上那一期：npm run check -- 2020-16

  --root 文件夹     刊物所在的文件夹（里面有 content 和 data），默认是本文件夹
  --fix             改正可以放心改的（编码、全角的冒号和数字、标点、空格等），并列出改了什么；
                    只改 data 文件夹和最新一期，要改别的期，写上那一期；已经印发的期最好不动
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
  const { values, positionals } = parse(args, flags, "check", true);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const format = reportFormats.find((name) => name === (values.format ?? "text"));
  if (format === undefined) {
    throw new EnvironmentError(`没有“${values.format ?? ""}”这种格式`, `可用的格式：${reportFormats.join("、")}。`);
  }
  const folder = rootFolder(values.root, "check");
  const [typed, ...more] = positionals;
  if (more.length > 0)
    throw new EnvironmentError(`不认识“${more.join(" ")}”`, "一次只能写一期，如 npm run check -- 2020-16。");
  const write = (text: string): void => void process.stderr.write(text);
  const watch = watchFor({ quiet: false, terminal: process.stderr.isTTY, write });
  const first = prepare(folder, watch);
  const issue = typed === undefined ? undefined : folderNamed(first.root, typed);
  let prepared = only(first, issue);
  if (values.fix === true) {
    const done: string[] = [];
    // A fix may reveal further problems (once encoding or a key is mended), so check the changed files again.
    for (let round = 0; round < mostRounds; round++) {
      const news = mend(prepared.root, inReach(prepared, issue)).filter((line) => !done.includes(line));
      if (news.length === 0) break;
      done.push(...news);
      prepared = only(prepare(folder, watch), issue);
    }
    if (format === "text") process.stdout.write(done.length === 0 ? "没有可以自动改的。\n" : `${done.join("\n")}\n\n`);
  }
  process.stdout.write(written(prepared, format, issue));
  return prepared.ok ? 0 : 1;
}

/** Encoding, then YAML, then values, then prose, and one round for overlapping fixes. */
const mostRounds = 6;

/** Issues by folder name, oldest first: an issue with a broken head has no date yet. */
function issueFolders(root: Root): string[] {
  const order = (id: string): number => {
    const [, year = "0", number = "0"] = /^(\d{4})-(\d+)/.exec(id) ?? [];
    return Number(year) * 100_000 + Number(number);
  };
  const folders = root.list(issuesFolder).filter(({ isFolder }) => isFolder);
  return folders.map(({ name }) => name).sort((a, b) => order(a) - order(b));
}

function latest(root: Root): string | undefined {
  return issueFolders(root).at(-1);
}

/** @throws EnvironmentError there is no such issue */
function folderNamed(root: Root, typed: string): string {
  const known = issueFolders(root);
  const id = issueNamed(typed, known);
  if (id === undefined) throw new EnvironmentError(`没有“${typed}”这一期`, knownIssues(typed, known));
  return id;
}

/** The scope of --fix: the named or newest issue, and the data; older issues stay as printed. */
function inReach({ problems, root }: Prepared, issue: string | undefined): Problem[] {
  const own = issue ?? latest(root);
  return problems.filter(
    (problem) => problem.code === "encoding" || isOf(problem, own) || problem.place.file.startsWith("data/"),
  );
}

const isOf = (problem: Problem, id: string | undefined): boolean =>
  problem.place.file.startsWith(`content/issues/${id ?? ""}/`);

/** Restricts problems to one issue's folder and the shared data. */
function only(prepared: Prepared, id: string | undefined): Prepared {
  if (id === undefined) return prepared;
  const problems = prepared.problems.filter((problem) => isOf(problem, id) || problem.place.file.startsWith("data/"));
  return { ...prepared, problems, ok: prepared.archive !== undefined && !hasErrors(problems) };
}

/** Hides reminders of older issues, which are seldom edited and would bury those of the current one. */
function withoutOlderReminders({ problems, root }: Prepared): { shown: readonly Problem[]; older: number } {
  const own = latest(root);
  const shown = problems.filter(
    (problem) =>
      problem.severity === "error" || isOf(problem, own) || !problem.place.file.startsWith(`${issuesFolder}/`),
  );
  return { shown, older: problems.length - shown.length };
}

function written(prepared: Prepared, format: ReportFormat, only: string | undefined): string {
  const { problems, waived, root, issues, archive } = prepared;
  switch (format) {
    case "json":
      return jsonReport(problems);
    case "github":
      return githubReport(problems);
    case "gitlab":
      return gitlabReport(problems);
    case "text": {
      const end = problems.length === 0 ? "没有问题" : summary(problems);
      const fixable = countMendable(root, inReach(prepared, only));
      const typed = only === undefined ? "" : `${only} `;
      const advice = fixable > 0 ? `其中 ${fixable} 处可以用 npm run check -- ${typed}--fix 自动改。\n` : "";
      const setAside = waived.map((waiver) => `${waivedLine(waiver)}\n`).join("");
      const hidden =
        archive === undefined || archive.unread.length > 0 || issues.some(({ issue }) => isIncomplete(issue));
      const later = hidden ? "上面的错误改好以后，才能核对数字和 {{…}}，那时可能还有别的提示。\n" : "";
      const { shown, older } = only === undefined ? withoutOlderReminders(prepared) : { shown: problems, older: 0 };
      const scope = only === undefined ? allOf(prepared) : `${only} 这一期和 data 文件夹`;
      const elsewhere =
        older === 0
          ? ""
          : `以前各期的 ${older} 处提醒没有列出；要看某一期的，写上那一期，如 npm run check -- ${archive?.issues.at(-2)?.id ?? "2020-15"}。\n`;
      return `${report(shown, root.sources)}${setAside}${uncheckedLines(prepared, only)}检查完毕：${scope}，${end}${aboutNumbers(problems)}。\n${elsewhere}${later}${advice}`;
    }
  }
}

/** Counts every folder, even one that cannot be read. */
function allOf({ root, archive }: Prepared): string {
  const all = issueFolders(root).length;
  if (archive === undefined) return `${all} 期（都没有核对）`;
  const unread = all - archive.issues.length;
  return `${all} 期${unread === 0 ? "" : `（其中 ${unread} 期读不出来，没有核对）`}`;
}

/** What no rule could check in the named or newest issue; older issues would only repeat the same lines. */
function uncheckedLines({ archive, scopes, issues }: Prepared, id: string | undefined): string {
  const issue = id === undefined ? issues.at(-1)?.issue : issues.find((built) => built.issue.id === id)?.issue;
  if (archive === undefined || scopes === undefined || issue === undefined) return "";
  const subjects = new Subjects(archive, (other) => scopes.of(other)?.tallies);
  return uncheckedOf(subjects.of(issue))
    .map((note) => `${uncheckedLine(note)}\n`)
    .join("");
}
