/** Faults on their way to another thread, which would make plain errors of them. */

import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { explainSystemFault } from "../../base/problem/system-fault.ts";
import { ArchiveError } from "../../output/pdf/archive/archive-error.ts";
import { PrintError } from "../../output/pdf/print-job.ts";

export interface SentFault {
  readonly kind: "print" | "archive" | "environment" | "other";
  readonly message: string;
  /** Of a `PrintError`: name of the job, and the message without it. */
  readonly job: string;
  readonly reason: string;
  /** Of a `PrintError` or an `EnvironmentError`. */
  readonly hint: string;
  /** Of a `PrintError`. */
  readonly words?: string | undefined;
  readonly stack: string;
}

/** What the system refused is put into words here, while its code is at hand. */
export function sent(thrown: unknown): SentFault {
  const fault = explainSystemFault(thrown);
  const { message, stack = "" } = fault instanceof Error ? fault : new Error(String(fault));
  const plain = { message, stack, job: "", reason: "", hint: "" };
  if (fault instanceof PrintError)
    return { ...plain, kind: "print", job: fault.job, reason: fault.reason, hint: fault.hint, words: fault.words };
  if (fault instanceof ArchiveError) return { ...plain, kind: "archive" };
  if (fault instanceof EnvironmentError) return { ...plain, kind: "environment", hint: fault.hint };
  return { ...plain, kind: "other" };
}

export function received({ kind, message, job, reason, hint, words, stack }: SentFault): Error {
  switch (kind) {
    case "print":
      return new PrintError(job, reason, { hint, words });
    case "archive":
      return new ArchiveError(message);
    case "environment":
      return new EnvironmentError(message, hint);
    case "other":
      return Object.assign(new Error(message), { stack });
  }
}
