/** Signs a publication with its new records; never covers up a record changed since the last signature. (签发) */

import type { KeyObject } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../../base/file/write-atomic.ts";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { recordFolder } from "../../model/issue-record.ts";
import { listDigest } from "../../record/signature/statement.ts";
import { fingerprint, publicKeyOf } from "../../record/signature/public-key.ts";
import { judgeKey, keyListFile } from "../../record/signature/key-list.ts";
import type { KeyEntry } from "../../record/signature/key-list.ts";
import { namesLists, readSiteSignature, signSite, siteSignatureFile } from "../../record/signature/site-signature.ts";
import type { SiteSignature } from "../../record/signature/site-signature.ts";
import { judgeRecords, logLine, readLog, recordDigest, statementLog } from "../../record/signature/statement-log.ts";
import type { StatementLog } from "../../record/signature/statement-log.ts";
import { recordStateWords } from "../../record/signature/record-words.ts";
import { sha256 } from "../../record/digest.ts";
import { folderDigests, siteSignatureOf } from "../../verify/site/folder-digests.ts";
import { recordFiles } from "../../verify/site/record-files.ts";
import type { Journal } from "./journal.ts";

export interface Signer {
  readonly key: KeyObject;
  readonly keys: readonly KeyEntry[];
}

export interface SigningWish {
  readonly root: string;
  readonly site: string;
  /** The site now visible. */
  readonly current: string | undefined;
  /** The day: 2020-11-08. */
  readonly date: string;
  /** Also sign records that were changed since the last signature. */
  readonly asChanged: boolean;
  /** Records may be missing. */
  readonly withdraw: boolean;
}

export interface SignedPublication {
  readonly signature: SiteSignature;
  /** With the new statement; `undefined` where the last one is still accurate. */
  readonly log: Journal["files"][number] | undefined;
  readonly number: number;
}

/** Why it must not be signed, and how to mend that. */
export interface Refusal {
  readonly refused: readonly string[];
  readonly hint: string;
}

/** `written`: files that this publication writes below the root. */
export async function signPublication(
  { key, keys }: Signer,
  written: Journal["files"],
  { root, site, current, date, asChanged, withdraw }: SigningWish,
): Promise<SignedPublication | Refusal> {
  const logText = readIf(path.join(root, statementLog)) ?? "";
  const log = readLog(logText);
  if (log.fault !== undefined) return { refused: [log.fault], hint: restore(statementLog) };
  const behind = behindSite(log, current) ?? (asChanged ? undefined : strangeLog(log, keys));
  if (behind !== undefined) return behind;
  const before = new Map(
    [...recordFiles(root)].map(([issue, file]) => [issue, recordDigest(readFileSync(file, "utf8"))] as const),
  );
  const changed =
    log.entries.length === 0
      ? []
      : [...judgeRecords(log, before)].filter(([, { kind }]) => kind !== "signed" && kind !== "withdrawn");
  const refused = changed.filter(([, { kind }]) => !asChanged && !(withdraw && kind === "deleted"));
  if (refused.length > 0)
    return {
      refused: refused.map(([issue, state]) => `${recordFolder}/${issue}.yaml：${recordStateWords(state)}`),
      hint: "请从版本库里恢复这些登记（git restore 文件）；核对过、确要照现在的样子签发的（如中间有一次没有签发的发布），加上 --sign-changed。",
    };
  const after = new Map(before);
  for (const file of written) {
    const issue = issueOf(file.path);
    if (issue !== undefined) after.set(issue, recordDigest(file.text));
  }
  const touched = [...after].filter(([issue, digest]) => log.entries.length === 0 || before.get(issue) !== digest);
  const records = new Map<string, string | null>([
    ...changed.map(([issue]) => [issue, after.get(issue) ?? null] as const),
    ...touched,
  ]);
  const own = publicKeyOf(key);
  const files = [...(await folderDigests(site))];
  const last = log.entries.at(-1);
  // Published again unchanged: the old statement stays valid, and nothing has to be committed.
  if (last?.signed.publicKey === own && records.size === 0 && namesLists(last.statement, { files, keys }))
    return { signature: { ...last.signed, files, keys }, log: undefined, number: last.statement.number };
  const number = log.entries.length + 1;
  const signature = signSite(
    {
      number,
      date,
      previous: last?.digest ?? null,
      office: keys.find(({ publicKey }) => publicKey === own)?.office ?? "",
      records: [...records].sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true })),
      files,
      keys,
    },
    key,
  );
  const lines = logText === "" || logText.endsWith("\n") ? logText : `${logText}\n`;
  return {
    signature,
    log: { path: statementLog, text: lines + logLine(signature) },
    number,
  };
}

/** A log older than the visible site would use the same number twice. */
function behindSite({ entries }: StatementLog, current: string | undefined): Refusal | undefined {
  const text = siteSignatureOf(current);
  const shown = text === undefined ? undefined : readSiteSignature(text);
  if (shown === undefined) return undefined;
  const { number } = shown.statement;
  if (entries[number - 1]?.digest === sha256(shown.signature.statement)) return undefined;
  return {
    refused: [`${statementLog} 里没有网站上现在的第 ${number} 次签发：它是旧的，或者网站是从别处发布的`],
    hint: "请先拉取（git pull）或恢复这个文件，再发布。",
  };
}

/** A statement with a foreign key must not be confirmed by signing the next one. */
function strangeLog({ entries }: StatementLog, keys: readonly KeyEntry[]): Refusal | undefined {
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const { publicKey } = last.signed;
  if (judgeKey(publicKey, last.statement.date, { listed: keys, fingerprint: undefined }, []) === "trusted")
    return undefined;
  return {
    refused: [
      `${statementLog}:${entries.length}:1 上一次签发的密钥（指纹 ${fingerprint(publicKey)}）不在 ${keyListFile} 里，或者已经不认`,
    ],
    hint: `请查是谁签的（git log -- ${statementLog}），把登记恢复到签发以前；密钥是自己停用的、登记核对过的，加上 --sign-changed。`,
  };
}

function restore(file: string): string {
  return `请从版本库里恢复这个文件：git restore ${file}。`;
}

/** @throws EnvironmentError a program that ignores locks changed the site after signing */
export async function mustBeSigned(arrived: string, { files }: SiteSignature): Promise<void> {
  if (listDigest([...(await folderDigests(arrived))]) === listDigest(files)) return;
  throw new EnvironmentError(
    "签名以后网站又变了，没有发布，网站没有动",
    "发布时不要让别的程序动做好的网站；请重新运行 npm run build，再发布。",
  );
}

/** For a site that somebody else copies to its server. */
export function putSignature(site: string, text: string | undefined): void {
  const file = path.join(site, siteSignatureFile);
  if (text === undefined) rmSync(file, { force: true });
  else writeAtomic(file, [text]);
}

/** 2020-15 of `data/published/2020-15.yaml` */
function issueOf(file: string): string | undefined {
  return file.startsWith(`${recordFolder}/`)
    ? /^(\d{4}-\d+)\.yaml$/.exec(file.slice(recordFolder.length + 1))?.[1]
    : undefined;
}

function readIf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
