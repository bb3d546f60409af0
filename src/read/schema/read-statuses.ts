import { customaryStatuses, wordsOfStatus } from "../../model/status.ts";
import type { Status, StatusKind } from "../../model/status.ts";
import { error } from "../../base/problem/problem.ts";
import type { Problem } from "../../base/problem/problem.ts";
import type { LocatedYaml } from "../source/located-yaml.ts";
import { listed } from "./fields.ts";
import type { VocabularyFile } from "./vocabulary-schema.ts";

const kinds: Readonly<Record<string, StatusKind>> = { 办结: "closed", 在办: "open", 另计: "apart" };
const dated: Readonly<Record<StatusKind, Pick<Status, "dated">>> = {
  closed: { dated: true },
  open: { dated: false },
  apart: {},
};

/** Adds 状态 of the office to the customary states; a word with two meanings is an error. */
export function readStatuses(
  typed: VocabularyFile["状态"],
  yaml: LocatedYaml,
): { value: readonly Status[]; problems: Problem[] } {
  const value = [...customaryStatuses];
  const problems: Problem[] = [];
  for (const [name, entry] of Object.entries(typed ?? {})) {
    const means = (word: string) =>
      value.findIndex((status) => status.answer === word || wordsOfStatus(status).includes(word));
    const at = means(name);
    const known = value[at];
    const words = listed(entry?.别名).filter((word) => {
      const other = value[means(word)];
      if (other === undefined || other === known) return word !== name;
      problems.push(
        error(
          "ambiguous-name",
          yaml.place(["状态", name, "别名"]),
          `“${word}”既是“${other.name}”，又是“${name}”`,
          "一个词只能指一种状态；请改掉其中一处。",
        ),
      );
      return false;
    });
    const kind = entry?.算作 === undefined ? undefined : kinds[entry.算作];
    if (known === undefined) value.push({ name, words, kind: kind ?? "apart", ...dated[kind ?? "apart"] });
    else
      value[at] = {
        ...known,
        words: [...new Set([...known.words, ...words])],
        ...(kind === undefined || kind === known.kind ? {} : { kind, ...dated[kind] }),
      };
  }
  return { value, problems };
}
