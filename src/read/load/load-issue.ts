import type { CountSheet } from "../../model/count-sheet.ts";
import type { Article, Issue } from "../../model/issue.ts";
import type { Vocabulary } from "../../model/vocabulary.ts";
import { error } from "../../base/problem/problem.ts";
import { readArticle } from "../schema/read-article.ts";
import { readContacts, readRecipients } from "../schema/read-bulletin.ts";
import { readAllowances } from "../schema/read-allowances.ts";
import { readCorrections } from "../schema/read-corrections.ts";
import { readCounts } from "../schema/read-counts.ts";
import type { LedgerCounter } from "../schema/read-ledger-request.ts";
import { issueSchema } from "../schema/issue-schema.ts";
import type { IssueFile } from "../schema/issue-schema.ts";
import { failed } from "../schema/reading.ts";
import type { Reading } from "../schema/reading.ts";
import { validate } from "../schema/validate.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";
import { readMoment } from "../../base/text/moment.ts";
import { readFile, take } from "./load-data.ts";
import { loadPictures } from "./pictures.ts";
import type { Root } from "./root.ts";

export const issueFile = "issue.yaml";
export const countsFile = "counts.yaml";

/** Loads one folder below `content/issues/` and reports all its problems; `undefined` when its head is unusable. */
export function loadIssue(
  root: Root,
  folder: string,
  vocabulary: Vocabulary | undefined,
  countLedger: LedgerCounter | undefined,
): Issue | undefined {
  const id = folder.split("/").at(-1) ?? folder;
  const counts = loadCounts(root, folder, vocabulary, countLedger);
  const head = readFile(
    root,
    `${folder}/${issueFile}`,
    readHead,
    "每期都要有 issue.yaml，写明“期号: 15”和“日期: 2020-11-08”。",
  );
  const dataOnly = head?.file.仅数据 === "是";
  const articles = loadArticles(root, folder, dataOnly);
  if (head === undefined) return undefined;
  const { file, yaml } = head;
  const date = readMoment(file.日期);
  if (!date.ok) return undefined;
  const year = file.年份 ?? date.moment.year;
  if (Math.abs(year - date.moment.year) > 1)
    root.problems.push(
      error(
        "issue-year",
        yaml.place(["年份"]),
        `“年份”是 ${year}，日期却在 ${date.moment.year} 年`,
        "期号最多算在日期的上一年或下一年，请核对。",
      ),
    );
  const number = { value: file.期号, place: yaml.place(["期号"]) };
  const named = /^(\d{4})-0*(\d+)$/.exec(id);
  if (named === null || Number(named[1]) !== year || Number(named[2]) !== file.期号) {
    root.problems.push(
      error(
        "folder-name",
        number.place,
        `文件夹叫“${id}”，与 ${year} 年第 ${file.期号} 期不符`,
        `请把文件夹改名为“${year}-${file.期号}”，或改正期号、日期${named !== null && Math.abs(Number(named[1]) - year) === 1 ? `；期号本来就算在 ${named[1] ?? ""} 年的，在 issue.yaml 里写“年份: ${named[1] ?? ""}”` : ""}。`,
      ),
    );
    // It is unknown which of the two is right, and under a wrong number or date the issue would contradict all others.
    if (named !== null) return undefined;
  }
  const corrections = take(root, readCorrections(file, date.moment, yaml));
  const contacts = file.联系 === undefined ? undefined : readContacts(yaml);
  return {
    id,
    folder,
    year,
    number,
    serial: file.总期号,
    date: { value: date.moment, place: yaml.place(["日期"]) },
    marking: file.密级,
    copyNumber: file.编号 === undefined ? undefined : String(file.编号).padStart(6, "0"),
    internal: file.内部 === "是",
    dataOnly,
    masthead: file.报头 === undefined ? undefined : { scope: file.报头.范围, name: file.报头.刊名 },
    issuer: file.编发单位,
    contacts,
    recipients: readRecipients(file),
    copies: file.印数,
    corrections: corrections ?? [],
    privacyAllowed: take(root, readAllowances(file, contacts ?? [], yaml)) ?? [],
    contents: file.目录 === undefined ? undefined : file.目录 === "是",
    articles: articles.list,
    pictures: articles.list.some(({ source }) => source.text.includes("![")) ? loadPictures(root, folder) : new Map(),
    counts: counts.sheet,
    countsBroken: counts.broken,
    unreadParts: articles.isIncomplete || corrections === undefined,
  };
}

function readHead(yaml: LocatedYaml): Reading<{ readonly file: IssueFile; readonly yaml: LocatedYaml }> {
  const { value: file, problems } = validate(issueSchema, yaml);
  return { value: file && { file, yaml }, problems };
}

function loadArticles(root: Root, folder: string, dataOnly: boolean): { list: Article[]; isIncomplete: boolean } {
  const list: Article[] = [];
  const names = root.list(folder).filter(({ name, isFolder }) => !isFolder && /\.(md|markdown)$/i.test(name));
  const [needless] = dataOnly ? names : [];
  if (needless !== undefined) {
    root.problems.push(
      error(
        "needless-article",
        { file: `${folder}/${needless.name}`, line: 1, column: 1 },
        "这一期写了“仅数据: 是”，不印发，却有稿件",
        "请删去稿件；要印发的，删去 issue.yaml 里的“仅数据”一行。",
      ),
    );
  }
  if (names.length === 0 && !dataOnly) {
    root.problems.push(
      error(
        "no-article",
        { file: `${folder}/${issueFile}`, line: 1, column: 1 },
        "这一期没有稿件",
        "每篇稿件是文件夹里的一个 .md 文件，如 01-标题.md；不印发、只留数据给以后对比的，在 issue.yaml 里写“仅数据: 是”。",
      ),
    );
  }
  for (const { name } of names) {
    const source = root.read(`${folder}/${name}`);
    const article = source === undefined ? undefined : take(root, readArticle(source));
    if (article !== undefined) list.push(article);
  }
  return { list, isIncomplete: list.length < names.length };
}

function loadCounts(
  root: Root,
  folder: string,
  vocabulary: Vocabulary | undefined,
  countLedger: LedgerCounter | undefined,
): { sheet: Issue["counts"]; broken: boolean } {
  const file = `${folder}/${countsFile}`;
  if (!root.exists(file)) return { sheet: undefined, broken: false };
  const sheet = readFile(root, file, (yaml): Reading<CountSheet | "none"> => {
    // A file with comments only, as `npm run new` makes it, has no counts yet.
    if (yaml.value === null) return { value: "none", problems: [] };
    return vocabulary === undefined ? failed([]) : readCounts(yaml, vocabulary, countLedger);
  });
  return { sheet: sheet === "none" ? undefined : sheet, broken: sheet === undefined };
}
