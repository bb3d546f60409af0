import { shortened, signed } from "../../intake/word/revisions.ts";
import type { Finding } from "./findings.ts";
import { writtenAlready } from "./match.ts";

export interface ReadBackReport {
  readonly lines: readonly string[];
  /** Changes that somebody has to make by hand. */
  readonly refused: number;
}

/** What a returned Word file says: each change and comment, then what becomes of them. `files`: new texts by file. */
export function readBackReport(
  typed: string,
  findings: readonly Finding[],
  files: ReadonlyMap<string, string>,
  apply: boolean,
): ReadBackReport {
  if (findings.length === 0) return { lines: [`${typed}：没有修订，也没有批注，文字与发出去的一样。`], refused: 0 };
  const of = (kind: Finding["kind"]): Finding[] => findings.filter((finding) => finding.kind === kind);
  const changes = of("change");
  const notes = of("note").length;
  const written = changes.filter(({ refusal }) => refusal === writtenAlready).length;
  const refused = changes.filter(({ refusal }) => refusal !== undefined && refusal !== writtenAlready).length;
  const done = changes.length - refused - written;
  const more = notes === 0 ? "" : `，不进稿件的（文本框、格式、页眉等）${notes} 处`;
  const outcome = apply
    ? [files.size === 0 ? "没有写入任何稿件。" : `已写入 ${done} 处：${[...files.keys()].join("、")}`]
    : done > 0
      ? [`其中 ${done} 处可以写入，加 --apply 就写进稿件；批注要人来处理。`]
      : [];
  return {
    lines: [
      `${typed}：改动 ${changes.length} 处，批注 ${of("comment").length} 条${more}。`,
      ...findings.map((finding, at) => `${at + 1}. ${described(finding, apply)}`),
      ...outcome,
      ...(refused > 0 ? [`${refused} 处没有写入，请照上面说的手工改。`] : []),
    ],
    refused,
  };
}

/** content/…/02-x.md:9:15 李主任（2020-11-09）删去“现场” */
function described({ kind, by, action, place, near, around, refusal }: Finding, applied: boolean): string {
  const where =
    place !== undefined
      ? `${place.file}:${place.line}:${place.column}`
      : near !== ""
        ? `Word 里${near}`
        : kind === "note"
          ? "Word 里"
          : "找不到位置";
  const [before, words, after] = around;
  const context = around.join("") === "" ? "" : `\n   …${before}【${shortened(words, 20)}】${after}…`;
  const head = `${where} ${signed(by)}${action}${context}`;
  if (kind === "comment") return head;
  const done = applied ? "已写入" : "可以写入";
  const state =
    kind === "note"
      ? "不进稿件，请看一看有没有要手工改的"
      : refusal === undefined
        ? done
        : refusal === writtenAlready
          ? refusal
          : `没有写：${refusal}`;
  return `${head}\n   ${state}`;
}
