/** Personal items in the files of an office, and what it has allowed of them. (隐私) */

import type { Root } from "../read/load/root.ts";
import type { Allowance } from "../model/allowance.ts";
import type { Archive } from "../model/archive.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Issue } from "../model/issue.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { warning } from "../base/problem/problem.ts";
import type { Place, Problem } from "../base/problem/problem.ts";
import type { SourceText } from "../base/problem/source-text.ts";
import { plainText } from "./privacy/reading.ts";
import { RULES, siftPrivacy, type PrivacyOptions } from "./proofread/index.ts";
import type { WaivedFinding } from "./rules/index.ts";
import { registeredNames } from "../model/naming.ts";

/** An allowance of an issue that took effect; it is listed where waivers are. */
export type PrivacyWaiver = Omit<WaivedFinding, "issue">;

const key = "隐私放行";

/** Of one issue's files. */
export function privacyOf(
  issue: Issue,
  sources: readonly SourceText[],
  { bulletin, vocabulary }: { readonly bulletin: Bulletin; readonly vocabulary: Vocabulary },
  root: Root,
): { problems: Problem[]; waived: PrivacyWaiver[] } {
  const own = issue.privacyAllowed;
  const options = optionsFor(bulletin, own, registeredNames(vocabulary));
  const found = sources.map((source) => siftPrivacy(source, 0, source.text.length, options));
  const letPass = found
    .flatMap((each) => each.letPass)
    .filter(({ problem: { place } }) => !isAllowanceItself(place, own));
  const waived = own.flatMap((allowance): PrivacyWaiver[] => {
    const hid = letPass.filter(({ allowed }) => allowed === allowance.content).map(({ problem }) => problem);
    const rule = RULES.find(({ id }) => id === hid[0]?.code);
    if (rule === undefined) return [];
    return [{ rule: rule.id, name: rule.name, reason: allowance.reason, place: allowance.place, hid }];
  });
  const stale = own
    .filter(({ place }) => !waived.some((waiver) => waiver.place === place))
    .filter(({ content }) => !isElsewhere(content, filesOf(issue), root))
    .map((allowance) => staleProblem(allowance, "这一期"));
  return { problems: [...found.flatMap(({ problems }) => problems), ...stale], waived };
}

/** Of the office's own data: every register, and allowances that allow nothing any more. */
export function privacyOfData({ bulletin, vocabulary, issues }: Archive, root: Root): Problem[] {
  const data = [...root.sources.values()].filter(({ file }) => /^data\/[^/]+\.ya?ml$/.test(file));
  const options = optionsFor(bulletin, [], registeredNames(vocabulary));
  const found = data.map((source) => siftPrivacy(source, 0, source.text.length, options));
  const used = new Set(
    found.flatMap(({ letPass }) =>
      letPass.flatMap(({ allowed, problem: { place } }) =>
        isAllowanceItself(place, bulletin.privacyAllowed) ? [] : [allowed],
      ),
    ),
  );
  const stale = bulletin.privacyAllowed.filter(({ content }) => !used.has(content));
  const problems = found.flatMap((each) => each.problems);
  if (stale.length === 0) return problems;
  for (const issue of issues) {
    for (const source of textsOf(issue, root))
      for (const { allowed } of siftPrivacy(source, 0, source.text.length, options).letPass) used.add(allowed);
    if (stale.every(({ content }) => used.has(content))) return problems;
  }
  const ledgers = [...root.sources.keys()].filter((file) => file.endsWith(".csv"));
  const elsewhere = [...ledgers, ...issues.flatMap(filesOf)];
  return [
    ...problems,
    ...stale
      .filter(({ content }) => !used.has(content))
      .filter(({ content }) => !isElsewhere(content, elsewhere, root))
      .map((allowance) => staleProblem(allowance, "data 文件夹和各期")),
  ];
}

/** What is printed from other files than texts: the names of articles and pictures, and drawings. */
function filesOf(issue: Issue): string[] {
  return [
    ...issue.articles.map(({ source }) => source.file),
    ...[...issue.pictures.keys()].map((file) => `${issue.folder}/${file}`),
  ];
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

export function textsOf(issue: Issue, root: Root): SourceText[] {
  return [
    ...issue.articles.map(({ source }) => source),
    ...["issue.yaml", "counts.yaml"].flatMap((name) => root.sources.get(`${issue.folder}/${name}`) ?? []),
  ];
}

function optionsFor(bulletin: Bulletin, own: readonly Allowance[], names: ReadonlySet<string>): PrivacyOptions {
  const allow = [...own, ...bulletin.privacyAllowed].map(({ content }) => content);
  return { levels: bulletin.ruleLevels, allow, names };
}

function staleProblem({ place }: Allowance, where: string): Problem {
  return warning(
    "allowance-stale",
    place,
    `“${key}”的这一条在${where}里已经没有了`,
    `请删去这一条；内容改了写法的，照现在的写。`,
  );
}

/** Whether the place is in one of the entries that allow something, which are no use of themselves. */
function isAllowanceItself(at: Place, allowances: readonly Allowance[]): boolean {
  return allowances.some(({ place, end }) => place.file === at.file && !isBefore(at, place) && isBefore(at, end));
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
