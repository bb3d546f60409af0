/** Personal items in the files of an office, and what it has allowed of them. (隐私放行) */

import type { Root } from "../read/load/root.ts";
import type { Allowance } from "../model/allowance.ts";
import type { Archive } from "../model/archive.ts";
import type { Issue } from "../model/issue.ts";
import { registeredNames } from "../model/naming.ts";
import { warning, type Place, type Problem } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import { copyRules } from "./catalogue.ts";
import { siftPrivacy } from "./privacy/check.ts";
import { plainText } from "./privacy/reading.ts";
import type { WaivedFinding } from "./set-aside.ts";

/** What one allowance of an issue has let pass; it is listed where waivers are. */
export type AllowedItems = Omit<WaivedFinding, "issue">;

type Facts = Pick<Archive, "bulletin" | "vocabulary">;
type Sift = (source: SourceText) => ReturnType<typeof siftPrivacy>;

/** In one issue's files. */
export function personalItemsOf(
  issue: Issue,
  sources: readonly SourceText[],
  facts: Facts,
  root: Root,
): { readonly problems: readonly Problem[]; readonly allowed: readonly AllowedItems[] } {
  const own = issue.privacyAllowed;
  const found = sources.map(siftOf(facts, own));
  const letPass = found.flatMap((each) => each.letPass).filter(({ problem }) => !isAllowance(problem.place, own));
  const allowed = own.flatMap(({ content, reason, place }): AllowedItems[] => {
    const hid = letPass.filter((item) => item.allowed === content).map(({ problem }) => problem);
    const rule = copyRules.find(({ id }) => id === hid[0]?.code);
    return rule === undefined ? [] : [{ rule: rule.id, name: rule.name, reason, place, hid }];
  });
  const idle = own.filter(({ place }) => !allowed.some((items) => items.place === place));
  const problems = found.flatMap((each) => each.problems);
  return { problems: [...problems, ...stale(idle, filesOf(issue), root, "这一期")], allowed };
}

/** In the office's own data: every register, and allowances that allow nothing any more. */
export function personalItemsOfData({ bulletin, vocabulary, issues }: Archive, root: Root): Problem[] {
  const allowed = bulletin.privacyAllowed;
  const sift = siftOf({ bulletin, vocabulary });
  const found = registersOf(root).map(sift);
  const letPass = found.flatMap((each) => each.letPass).filter(({ problem }) => !isAllowance(problem.place, allowed));
  const used = new Set(letPass.map((item) => item.allowed));
  const idle = (): Allowance[] => allowed.filter(({ content }) => !used.has(content));
  for (const issue of issues) {
    // Texts are only read for what no register needs.
    if (idle().length === 0) break;
    for (const item of textsOf(issue, root).flatMap((source) => sift(source).letPass)) used.add(item.allowed);
  }
  const ledgers = [...root.sources.keys()].filter((file) => file.endsWith(".csv"));
  const files = [...ledgers, ...issues.flatMap(filesOf)];
  return [...found.flatMap(({ problems }) => problems), ...stale(idle(), files, root, "data 文件夹和各期")];
}

/** The files of the office's data, as far as they have been read. */
export function registersOf(root: Root): SourceText[] {
  return [...root.sources.values()].filter(({ file }) => /^data\/[^/]+\.ya?ml$/.test(file));
}

export function textsOf(issue: Issue, root: Root): SourceText[] {
  return [
    ...issue.articles.map(({ source }) => source),
    ...["issue.yaml", "counts.yaml"].flatMap((name) => root.sources.get(`${issue.folder}/${name}`) ?? []),
  ];
}

/** What is printed from other files than texts: the names of articles and pictures, and drawings. */
function filesOf(issue: Issue): string[] {
  return [
    ...issue.articles.map(({ source }) => source.file),
    ...[...issue.pictures.keys()].map((file) => `${issue.folder}/${file}`),
  ];
}

function siftOf({ bulletin, vocabulary }: Facts, own: readonly Allowance[] = []): Sift {
  const allow = [...own, ...bulletin.privacyAllowed].map(({ content }) => content);
  const options = { levels: bulletin.ruleLevels, allow, names: registeredNames(vocabulary) };
  return (source) => siftPrivacy(source, 0, source.text.length, options);
}

/** Of allowances that no text needs, those that none of the other files needs either. */
function stale(idle: readonly Allowance[], files: readonly string[], root: Root, where: string): Problem[] {
  return idle
    .filter(({ content }) => !isElsewhere(content, files, root))
    .map(({ place }) =>
      warning(
        "allowance-stale",
        place,
        `“隐私放行”的这一条在${where}里已经没有了`,
        `请删去这一条；内容改了写法的，照现在的写。`,
      ),
    );
}

/** Whether a file bears the item in its name, or says it though nobody judges its text here: a drawing, the ledger. */
function isElsewhere(content: string, files: readonly string[], root: Root): boolean {
  const item = bare(content);
  return files.some(
    (file) =>
      bare(file).includes(item) ||
      (/\.(?:svg|csv)$/i.test(file) && bare(root.read(file)?.text.replace(/<[^>]*>/g, "") ?? "").includes(item)),
  );
}

function bare(text: string): string {
  return plainText(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether the place is in one of the entries that allow something, which are no use of themselves. */
function isAllowance(at: Place, allowances: readonly Allowance[]): boolean {
  return allowances.some(({ place, end }) => place.file === at.file && !isBefore(at, place) && isBefore(at, end));
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
