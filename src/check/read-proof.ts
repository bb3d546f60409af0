/** Copy-editing and privacy, at the levels that the office has set. */

import type { Root } from "../read/load/root.ts";
import { bulletinFile, readYaml } from "../read/load/load-data.ts";
import type { Archive } from "../model/archive.ts";
import type { Bulletin } from "../model/bulletin.ts";
import type { Article } from "../model/issue.ts";
import { error } from "../base/problem/problem.ts";
import type { Place, Problem } from "../base/problem/problem.ts";
import { proofread, proofreadCharacters, RULES } from "./proofread/index.ts";
import { didYouMean } from "../base/text/nearest.ts";
import type { BuiltIssue, Facts } from "../document/issue-view.ts";
import type { Block } from "../document/tree/tree.ts";
import { privacyOf, privacyOfData, textsOf } from "./read-privacy.ts";
import type { PrivacyWaiver } from "./read-privacy.ts";

/** Personal items in the bulletin's own data, and levels that cannot be set. */
export function proofOfData(archive: Archive, root: Root): Problem[] {
  const registers = [...root.sources.values()].filter(({ file }) => /^data\/[^/]+\.ya?ml$/.test(file));
  const characters = registers.flatMap((data) => proofreadCharacters(data, archive.bulletin.ruleLevels));
  return [...ruleLevels(archive, root), ...privacyOfData(archive, root), ...characters];
}

/** An article as a copy editor reads it, at the levels and with the words of the office. */
export function proofOfArticle(article: Article, body: readonly Block[], bulletin: Bulletin): Problem[] {
  const options = {
    levels: bulletin.ruleLevels,
    terms: bulletin.terms.map(({ right, wrong, onlyMixed, note }) => ({
      right,
      wrong,
      when: onlyMixed ? ("mixed" as const) : ("always" as const),
      ...(note === undefined ? {} : { note }),
    })),
  };
  return proofread({ ...article, body }, options);
}

/** One issue: its articles as a copy editor reads them, and personal items anywhere in its files. */
export function proofOf(
  { issue, bodies }: BuiltIssue,
  facts: Facts,
  root: Root,
): { readonly problems: readonly Problem[]; readonly waived: readonly PrivacyWaiver[] } {
  const { bulletin } = facts;
  const proofed = issue.articles.flatMap((article) => proofOfArticle(article, bodies.get(article) ?? [], bulletin));
  const texts = textsOf(issue, root);
  const data = texts.filter(({ file }) => /\.yaml$/.test(file));
  const characters = data.flatMap((source) => proofreadCharacters(source, bulletin.ruleLevels));
  const { problems: personal, waived } = privacyOf(issue, texts, facts, root);
  // An internal issue is printed for those who may know; nothing of it reaches the public edition.
  const judged = issue.internal ? personal.map((problem) => ({ ...problem, severity: "warning" as const })) : personal;
  return { problems: [...proofed, ...characters, ...judged], waived };
}

/** A level set for a rule that does not exist does nothing, which the office ought to know. */
function ruleLevels({ bulletin }: Archive, root: Root): Problem[] {
  const set = Object.entries(bulletin.ruleLevels);
  const unknown = set.filter(([id]) => !RULES.some((rule) => rule.id === id)).map(([id]) => id);
  const lowered = RULES.filter(
    ({ id, level }) => id.startsWith("private-") && weight[bulletin.ruleLevels[id] ?? level] < weight[level],
  );
  if (unknown.length + lowered.length === 0) return [];
  const yaml = readYaml(root, bulletinFile);
  const at = (id: string): Place => yaml?.keyPlace(["校对", id]) ?? { file: bulletinFile, line: 1, column: 1 };
  return [
    ...unknown.map((id) =>
      error(
        "unknown-rule",
        at(id),
        `没有“${id}”这条校对规则`,
        didYouMean(
          id,
          RULES.map((rule) => rule.id),
        ) || `规则有：${RULES.map((rule) => `${rule.id}（${rule.name}）`).join("、")}。`,
      ),
    ),
    ...lowered.map(({ id, name }) =>
      error(
        "privacy-level",
        at(id),
        `“${id}”（${name}）是隐私规则，不能关闭，也不能降低`,
        "请删去这一行；确实可以公开的，写进“隐私放行”，并写明原因。",
      ),
    ),
  ];
}

const weight = { off: 0, warning: 1, error: 2 } as const;
