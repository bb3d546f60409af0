/** A returned Word file: lists its changes; with --apply writes them into the articles. */

import type { Root } from "../read/load/root.ts";
import type { Archive } from "../model/archive.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { issueNamed } from "../base/text/issue-reference.ts";
import { buildIssue } from "../document/issue-view.ts";
import { Scopes } from "../document/scope.ts";
import { readMarkedUp } from "../review/word-back/marked-up.ts";
import type { Finding } from "../review/word-back/findings.ts";
import { writtenAlready } from "../review/word-back/match.ts";
import type { WordDocument } from "../intake/word/read/model.ts";
import { shortened, signed } from "../intake/word/revisions.ts";
import type { WordOptions } from "./word-options.ts";
import { existingIssue } from "./options.ts";
import { writeWhole } from "../base/file/write-whole.ts";

/** `sent`: the issue from which the file was exported. Returns the exit code. */
export async function readBack(
  document: WordDocument,
  sent: string,
  typed: string,
  archive: Archive,
  root: Root,
  options: WordOptions,
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
  if (findings.length === 0) {
    console.log(`${typed}：没有修订，也没有批注，文字与发出去的一样。`);
    return 0;
  }
  const of = (kind: Finding["kind"]): Finding[] => findings.filter((finding) => finding.kind === kind);
  const changes = of("change");
  const notes = of("note").length;
  const written = changes.filter(({ refusal }) => refusal === writtenAlready).length;
  const refused = changes.filter(({ refusal }) => refusal !== undefined && refusal !== writtenAlready);
  const more = notes === 0 ? "" : `，不进稿件的（文本框、格式、页眉等）${notes} 处`;
  console.log(`${typed}：改动 ${changes.length} 处，批注 ${of("comment").length} 条${more}。`);
  const apply = options.apply === true;
  for (const [at, finding] of findings.entries()) console.log(`${at + 1}. ${described(finding, apply)}`);
  if (apply) for (const [file, text] of files) writeWhole(root.absolute(file), text);
  const done = changes.length - refused.length - written;
  if (apply)
    console.log(files.size === 0 ? "没有写入任何稿件。" : `已写入 ${done} 处：${[...files.keys()].join("、")}`);
  else if (done > 0) console.log(`其中 ${done} 处可以写入，加 --apply 就写进稿件；批注要人来处理。`);
  if (refused.length > 0) console.log(`${refused.length} 处没有写入，请照上面说的手工改。`);
  return refused.length > 0 ? 1 : 0;
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
