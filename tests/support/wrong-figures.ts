/** A root's counts with one number after another made wrong, and whether a rule objects. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import type { Issue } from "../../src/model/issue.ts";
import { IssueTallies } from "../../src/compute/tally/issue-tallies.ts";
import { archiveOf, run, vocabularyOf } from "../unit/check/rules/archive.ts";
import type { TypedIssue } from "../unit/check/rules/archive.ts";

/** A root as its counts are read: vocabulary and issues, without articles. */
export interface CountedRoot {
  readonly vocabulary: Vocabulary;
  readonly issues: readonly (TypedIssue & { readonly counts: string })[];
}

export function countedRoot(root: string): CountedRoot {
  const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
  const data = readdirSync(path.join(root, "data"));
  const registries = data.filter((file) => /^(units|stations|categories)\.yaml$/.test(file));
  const vocabulary = vocabularyOf(
    read("data/tallies.yaml"),
    Object.fromEntries(registries.map((file) => [file, read(`data/${file}`)])),
  );
  const waived = existsSync(path.join(root, "counts.waived.yaml")) ? `\n${read("counts.waived.yaml")}` : "";
  const issues = readdirSync(path.join(root, "content/issues")).map((id) => ({
    id,
    date: /^日期: *(\S+)/m.exec(read(`content/issues/${id}/issue.yaml`))?.[1] ?? "",
    counts: read(`content/issues/${id}/counts.yaml`) + waived,
  }));
  return { vocabulary, issues };
}

/** A number in the counts of an issue. */
export interface TypedFigure {
  readonly issue: string;
  /** 办结.单位.道县 */
  readonly name: string;
  readonly start: number;
  readonly text: string;
}

/** Every number, also those of batches; no dates, and nothing of 免检. */
export function figuresOf({ id, counts }: CountedRoot["issues"][number]): TypedFigure[] {
  const until = counts.search(/^免检:/m);
  const lines = counts.slice(0, until < 0 ? undefined : until).split("\n");
  const path: { indent: number; key: string }[] = [];
  const found: TypedFigure[] = [];
  let offset = 0;
  for (const line of lines) {
    const indent = line.search(/[^\s-]/);
    const bare = line.replace(/#.*$/, (comment) => " ".repeat(comment.length));
    if (indent >= 0 && bare.trim() !== "") {
      while ((path.at(-1)?.indent ?? -1) >= indent) path.pop();
      const within: string[] = path.map(({ key }) => key);
      const flow: string[] = [];
      for (const token of bare.matchAll(/([\p{L}×]+): *|(?<![\d-])(\d+(?:\.\d+)?)(?![\d.-]|时)|([{}])/gu)) {
        const [, key, number, brace] = token;
        if (key !== undefined) flow[flow.length - 1 < 0 ? 0 : flow.length - 1] = key;
        if (brace === "{") flow.push("");
        if (brace === "}") flow.pop();
        const name = [...within, ...flow].filter((part) => part !== "").join(".");
        if (number !== undefined && !/截至|起始/.test(name))
          found.push({ issue: id, name, start: offset + token.index, text: number });
      }
      const key = /^[\s-]*([\p{L}×]+):/u.exec(bare)?.[1];
      if (key !== undefined) path.push({ indent, key });
    }
    offset += line.length + 1;
  }
  return found;
}

function findings({ vocabulary, issues }: CountedRoot): string[] {
  const archive = archiveOf(vocabulary, ...issues);
  const tallies = new Map<Issue, IssueTallies>();
  archive.issues.forEach((issue, at) => {
    const before = archive.issues[at - 1];
    tallies.set(
      issue,
      new IssueTallies(issue.counts, vocabulary, () => (before === undefined ? undefined : tallies.get(before))),
    );
  });
  const { problems } = run(archive, (issue) => tallies.get(issue));
  return problems.map(({ code, place, message }) => `${place.file} [${code}] ${message}`);
}

/** The figures for which no rule has anything new to say when they are written otherwise. */
export function unnoticed(root: CountedRoot, change: (text: string) => string | undefined): TypedFigure[] {
  const before = new Set(findings(root));
  return root.issues.flatMap((issue) =>
    figuresOf(issue).filter(({ start, text }) => {
      const wrong = change(text);
      if (wrong === undefined || wrong === text) return false;
      const counts = issue.counts.slice(0, start) + wrong + issue.counts.slice(start + text.length);
      const issues = root.issues.map((other) => (other === issue ? { ...issue, counts } : other));
      try {
        return findings({ ...root, issues }).every((line) => before.has(line));
      } catch {
        // The counts cannot even be read.
        return false;
      }
    }),
  );
}
