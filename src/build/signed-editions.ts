/** The PDFs that an office has signed, for the builds after it: a signature cannot be printed again. */

import { issueKey } from "../model/issue.ts";
import { readFileSync } from "node:fs";
import { keyOf } from "./memo.ts";
import type { FileDigests } from "./file-digests.ts";
import type { Root } from "../read/load/root.ts";
import type { Edition } from "../model/edition.ts";
import type { EditionHead, PublishedText } from "../model/issue-record.ts";
import { error } from "../base/problem/problem.ts";
import type { Problem } from "../base/problem/problem.ts";
import { sha256, textDigest } from "../record/digest.ts";
import { readMark, signedFile } from "../release/pades/signed-edition.ts";
import type { Prepared } from "./prepare.ts";
import type { PrintableIssue } from "./print-issue.ts";
import { timeWords } from "../release/pades/signing-time.ts";

interface Wanted {
  /** `2020-15` */
  readonly issue: string;
  readonly edition: number;
  /** What is on record of that edition. */
  readonly recorded: EditionHead | undefined;
}

interface Kept {
  /** Below the root. */
  readonly file: string;
  /** With its signature. */
  readonly edition: Edition;
  /** SHA-256 of the words; empty where they are not known. */
  readonly text: string;
}

export class SignedEditions {
  readonly #root: Root;
  readonly #kept: ReadonlyMap<string, Kept>;
  /** Signed PDFs that are damaged. */
  readonly problems: readonly Problem[];
  /** What there is to say of those that were asked for. */
  readonly reminders: string[] = [];

  /** Looks closely at those that are not on record yet. */
  static async open(root: Root, digests: FileDigests, wanted: readonly Wanted[]): Promise<SignedEditions> {
    const kept = new Map<string, Kept>();
    const problems: Problem[] = [];
    for (const { issue, edition, recorded } of wanted) {
      const file = signedFile(issue, edition);
      if (!root.exists(file)) continue;
      const digest = digests.of(root.absolute(file));
      const known = recorded?.printings.find((each) => each.signature !== undefined && each.sha256 === digest);
      const found =
        known === undefined ? await look(root, file, digest) : { file, edition: known, text: recorded?.digest ?? "" };
      if (typeof found === "string") problems.push(damaged(file, issue, found));
      else kept.set(issue, found);
    }
    return new SignedEditions(root, kept, problems);
  }

  private constructor(root: Root, kept: ReadonlyMap<string, Kept>, problems: readonly Problem[]) {
    this.#root = root;
    this.#kept = kept;
    this.problems = problems;
  }

  /** Under what the PDF is remembered that stands on the site, where it may be a signed one. */
  key(issue: string, printKey: string): string {
    const kept = this.#kept.get(issue);
    return kept === undefined ? printKey : keyOf([printKey, kept.edition.sha256]);
  }

  /**
   * The signed PDF of what has just been printed: of the same bytes, or of the same words printed elsewhere. `undefined` where there is
   * none. `text` gives the words of today.
   */
  of(
    issue: string,
    printed: string,
    text: (() => PublishedText) | undefined,
  ): { readonly pdf: Uint8Array; readonly edition: Edition } | undefined {
    const kept = this.#kept.get(issue);
    const signature = kept?.edition.signature;
    if (kept === undefined || signature === undefined) return undefined;
    const { file, edition } = kept;
    const whose = `${issue} 期由 ${signature.signer} ${signature.time} 签名的 PDF（${file}）`;
    const isSame = signature.unsigned === printed;
    if (!isSame && (kept.text === "" || text === undefined || kept.text !== textDigest(text()))) {
      this.reminders.push(
        `${whose}是改动以前的，没有用；这一期现在的 PDF 没有签名。请再签一次：npm run sign -- ${issue}。`,
      );
      return undefined;
    }
    if (!isSame)
      this.reminders.push(
        `用了${whose}；这次印出来的版式与它不同（换了浏览器、字体或设置），正文一样。要换成新印的，删去这个文件，重新 build，再签一次。`,
      );
    const { pages, bytes, sha256: digest } = edition;
    return { pdf: readFileSync(this.#root.absolute(file)), edition: { pages, bytes, sha256: digest, signature } };
  }
}

/** Of what is to be printed. */
export function signedEditions(
  { root, issues, histories }: Prepared<PrintableIssue>,
  digests: FileDigests,
): Promise<SignedEditions> {
  const wanted = issues.map(({ issue }): Wanted => {
    const { number = 1, record } = histories.get(issue) ?? {};
    const recorded = record?.editions.find((each) => each.number === number);
    return { issue: issueKey(issue), edition: number, recorded };
  });
  return SignedEditions.open(root, digests, wanted);
}

/** In Chinese what is wrong with it, where it is not a sound signature of ours. */
async function look(root: Root, file: string, digest: string): Promise<Kept | string> {
  const pdf = readFileSync(root.absolute(file));
  const mark = readMark(pdf);
  // Loaded for those who sign.
  const { judgeSignatures, stateWords } = await import("../release/pades/judge.ts");
  const signatures = await judgeSignatures(pdf).catch(() => []);
  const [signature] = signatures;
  if (mark === undefined || signature === undefined || signatures.length > 1)
    return "不是 npm run sign 签的 PDF，或者已经损坏";
  if (signature.faults.length > 0 || signature.behind > 0) return stateWords(signature);
  return {
    file,
    text: mark.text,
    edition: {
      pages: mark.pages,
      bytes: pdf.length,
      sha256: digest,
      signature: {
        unsigned: sha256(pdf.subarray(0, mark.length)),
        signer: signature.signer ?? "",
        time: signature.time === undefined ? "" : timeWords(signature.time),
      },
    },
  };
}

function damaged(file: string, issue: string, words: string): Problem {
  return error(
    "signed-pdf-damaged",
    { file, line: 1, column: 1 },
    `签名的 PDF 不能用：${words}`,
    `请从版本库里恢复这个文件：git restore ${file}；恢复不了的，删去它，重新 build，再签一次：npm run sign -- ${issue}。`,
  );
}
