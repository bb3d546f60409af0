/** Built PDFs that wait for a signature. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { draftsOf } from "../publish/edition-drafts.ts";
import { writtenFiles } from "../publish/internal-folder.ts";
import { sitePlaces } from "../publish/output-folder.ts";
import { sha256 } from "../../record/digest.ts";
import { readMark, signedFile } from "./signed-edition.ts";

/** The PDF of an issue as built. */
export interface Subject {
  /** `2020-15` */
  readonly issue: string;
  readonly edition: number;
  /** Absolute path. */
  readonly file: string;
  /** Digest of the file as recorded by the build. */
  readonly digest: string;
  readonly text: string;
  readonly internal: boolean;
}

export const subjectName = ({ issue, edition }: Subject): string =>
  `${issue} 期${edition === 1 ? "" : `第 ${edition} 版`}`;
/** Path of the signed PDF below the root. */
export const signedPath = ({ issue, edition }: Subject): string => signedFile(issue, edition);

/** Oldest first. */
export function subjects(output: string): Subject[] {
  const [site, internal] = sitePlaces(output);
  const byAge = (one: Subject, other: Subject): number => one.issue.localeCompare(other.issue, "en", { numeric: true });
  return [
    ...draftsOf(site).map(({ issue, edition, digest: text, printing: { sha256: digest } }): Subject => {
      const file = path.join(site, "issues", ...issue.split("-"), `${issue}.pdf`);
      return { issue, edition, file, digest, text, internal: false };
    }),
    ...writtenFiles(internal).map(({ name: pdf, digest }): Subject => {
      return {
        issue: path.basename(pdf, ".pdf"),
        edition: 1,
        file: path.join(internal, pdf),
        digest,
        text: "",
        internal: true,
      };
    }),
  ].sort(byAge);
}

/** The unsigned PDF. @throws EnvironmentError it was changed since the build, or is already signed */
export function unsignedPdf(subject: Subject, root: string, replace: boolean): Buffer {
  const pdf = existsSync(subject.file) ? readFileSync(subject.file) : Buffer.alloc(0);
  if (sha256(pdf) !== subject.digest)
    throw new EnvironmentError(
      `${subjectName(subject)}的 PDF 与 build 做的不同，可能被改过：${subject.file}`,
      "请重新运行 npm run build，看过以后再签。",
    );
  const before = pdf.subarray(0, readMark(pdf)?.length ?? pdf.length);
  const target = path.join(root, signedPath(subject));
  const old = existsSync(target) ? readFileSync(target) : undefined;
  const oldMark = old && readMark(old);
  // A PDF signed before the last change may be replaced.
  const isSame = old !== undefined && (oldMark === undefined || old.subarray(0, oldMark.length).equals(before));
  if (!replace && (isSame || before.length < pdf.length))
    throw new EnvironmentError(
      `${subjectName(subject)}已经签过名（${signedPath(subject)}）`,
      `是谁签的，npm run verify -- ${subject.issue} 会说；要换成这一次的，加上 --replace。`,
    );
  return before;
}
