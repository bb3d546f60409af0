/** Compares the records of a folder with the office's signed log. (核对登记) */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { judgeKey } from "../../record/signature/key-list.ts";
import type { Trust } from "../../record/signature/key-list.ts";
import { fingerprint } from "../../record/signature/public-key.ts";
import { judgeRecords, readLog, recordDigest, statementLog } from "../../record/signature/statement-log.ts";
import type { RecordState, StatementLog } from "../../record/signature/statement-log.ts";
import { recordFiles } from "./record-files.ts";

export interface RecordsVerdict {
  readonly log: StatementLog;
  readonly states: ReadonlyMap<string, RecordState>;
  /** Faults of the log as a whole, in Chinese. */
  readonly faults: readonly string[];
}

/** `undefined` when there are no records, or no keys. A missing log counts as empty. */
export function verifyRecords(root: string, trust: Trust): RecordsVerdict | undefined {
  const file = path.join(root, statementLog);
  const files = recordFiles(root);
  if (!existsSync(file) && (files.size === 0 || trust.listed.length === 0)) return undefined;
  const log = readLog(existsSync(file) ? readFileSync(file, "utf8") : "");
  const digests = new Map([...files].map(([issue, each]) => [issue, recordDigest(readFileSync(each, "utf8"))]));
  const strangers = log.entries.flatMap(({ signed: { publicKey }, statement: { number, date } }) =>
    judgeKey(publicKey, date, trust, trust.listed) === "trusted"
      ? []
      : [
          `${statementLog}:${number}:1 第 ${number} 次签发的密钥（指纹 ${fingerprint(publicKey)}）不认识，或者那一天不在用`,
        ],
  );
  // Statements of a leaked key are confirmed by those of a later key, so that only the last entry is decisive.
  const last = log.entries.at(-1);
  const isLastTrusted =
    last === undefined || judgeKey(last.signed.publicKey, last.statement.date, trust, trust.listed) === "trusted";
  return {
    log,
    states: judgeRecords(log, digests),
    faults: [...(log.fault === undefined ? [] : [log.fault]), ...(isLastTrusted ? [] : strangers)],
  };
}
