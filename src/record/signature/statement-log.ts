/** An office's statements in order, `data/published/signatures.jsonl`, compared with the records. (签发簿) */

import { sha256 } from "../digest.ts";
import { readSignedLine, readStatement } from "./statement.ts";
import type { SignedStatement, Statement } from "./statement.ts";

export const statementLog = "data/published/signatures.jsonl";

export interface LogEntry {
  readonly signed: SignedStatement;
  readonly statement: Statement;
  /** Digest of the statement's text, by which the next one refers to it. */
  readonly digest: string;
}

export interface StatementLog {
  readonly entries: readonly LogEntry[];
  /** What is wrong with the first damaged line, in Chinese; nothing after it is trusted. */
  readonly fault: string | undefined;
}

export function readLog(text: string): StatementLog {
  const entries: LogEntry[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line === "") continue;
    const fault = (what: string): StatementLog => ({ entries, fault: `${statementLog}:${at + 1}:1 ${what}` });
    const signed = readSignedLine(line);
    const statement = signed && readStatement(signed);
    if (signed === undefined || statement === undefined) return fault("这一次签发被改过：签名与内容不符");
    const last = entries.at(-1);
    if (statement.number !== entries.length + 1 || statement.previous !== (last?.digest ?? null))
      return fault(`第 ${entries.length} 次签发后面接的不是第 ${entries.length + 1} 次：有几行不见了，或者换过次序`);
    entries.push({ signed, statement, digest: sha256(signed.statement) });
  }
  return { entries, fault: undefined };
}

export function logLine({ statement, signature, publicKey }: SignedStatement): string {
  return `${JSON.stringify({ statement, signature, publicKey })}\n`;
}

/** The digest of a record in a statement; line endings are normalised, so that it is the same on every system. */
export function recordDigest(text: string): string {
  return sha256(text.replaceAll("\r\n", "\n"));
}

export type RecordState =
  | { readonly kind: "signed" | "changed" | "deleted" | "withdrawn"; readonly entry: LogEntry }
  /** An older state of the record, signed by `of`, which `entry` has replaced. */
  | { readonly kind: "put-back"; readonly of: LogEntry; readonly entry: LogEntry }
  | { readonly kind: "unsigned" };

/** State by issue. `files`: digests of the existing records by issue; issues that only the log names come last. */
export function judgeRecords(
  { entries }: StatementLog,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, RecordState> {
  const signings = new Map<string, { readonly entry: LogEntry; readonly digest: string | null }[]>();
  for (const entry of entries)
    for (const [issue, digest] of entry.statement.records)
      signings.set(issue, [{ entry, digest }, ...(signings.get(issue) ?? [])]);
  const judge = (issue: string): RecordState => {
    const [latest, ...earlier] = signings.get(issue) ?? [];
    const now = files.get(issue) ?? null;
    if (latest === undefined) return { kind: "unsigned" };
    const { entry, digest } = latest;
    if (now === digest) return { kind: now === null ? "withdrawn" : "signed", entry };
    if (now === null) return { kind: "deleted", entry };
    const before = earlier.find((each) => each.digest === now);
    return before === undefined ? { kind: "changed", entry } : { kind: "put-back", of: before.entry, entry };
  };
  return new Map([...new Set([...files.keys(), ...signings.keys()])].map((issue) => [issue, judge(issue)]));
}
