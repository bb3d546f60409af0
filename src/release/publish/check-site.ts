/** Are a published site and its records as the office signed them? */

import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { loadKeys, readKeys } from "./signer.ts";
import { readFingerprint } from "../../record/signature/public-key.ts";
import type { Trust } from "../../record/signature/key-list.ts";
import { recordStateWords } from "../../record/signature/record-words.ts";
import type { SiteSignature } from "../../record/signature/site-signature.ts";
import { siteSignatureFile } from "../../record/signature/site-signature.ts";
import { judgeSite, newest, openSignature } from "../../record/signature/site-verdict.ts";
import type { SeenFiles, SiteVerdict } from "../../record/signature/site-verdict.ts";
import { recordFolder } from "../../model/issue-record.ts";
import { folderDigests, siteSignatureOf } from "../../verify/site/folder-digests.ts";
import { recordFiles } from "../../verify/site/record-files.ts";
import { verifyRecords } from "../../verify/site/records-below.ts";
import type { RecordsVerdict } from "../../verify/site/records-below.ts";
import { rememberPublication, seenPublication } from "../../verify/site/seen-publications.ts";
import { fetchDigests, fetchText, isHiddenFile, siteAddress } from "../../verify/site/site-address.ts";

export interface SiteOrder {
  /** An address, or a folder (absolute). */
  readonly site: string;
  readonly root: string;
  /** A file with a list of public keys to use instead of the root's; absolute. */
  readonly keys: string | undefined;
  readonly fingerprint: string | undefined;
}

export interface SiteCheck {
  /** Identifies the site in later runs. */
  readonly name: string;
  readonly verdict: SiteVerdict;
  /** What of the records is not as it was signed, in Chinese. */
  readonly badRecords: readonly string[];
  /** What there is to say besides the verdict, in lines. */
  readonly remarks: readonly string[];
  /** Said in any form of the report. */
  readonly reminder: string | undefined;
}

/** @throws EnvironmentError there is no such site, or the fingerprint is none */
export async function checkSite({ site, root, keys, fingerprint }: SiteOrder): Promise<SiteCheck> {
  const pinned = fingerprint === undefined ? undefined : readFingerprint(fingerprint);
  if (fingerprint !== undefined && pinned === undefined)
    throw new EnvironmentError(
      `“${fingerprint}”不是指纹`,
      "指纹是 32 个数字和字母（0–9、a–f），四个一组；整个用引号括起来，或者连着写。",
    );
  const own = loadKeys(root);
  const trust: Trust = { listed: keys === undefined ? own : readKeys(keys), fingerprint: pinned };
  const place = isAddress(site) ? siteOnline(site) : siteInFolder(site);
  const opened = openSignature(await place.signature(), trust);
  const isOpen = !("standing" in opened);
  // The records of this folder do not concern the site of another office.
  const isOwn =
    !isOpen || opened.signature.keys.some(({ publicKey }) => own.some((each) => each.publicKey === publicKey));
  const records = isOwn ? verifyRecords(root, trust) : undefined;
  const verdict = isOpen
    ? judgeSite(opened, await place.files(opened.signature), newerOf(place.name, opened.signature, records))
    : opened;
  const isSigned = verdict.standing === "signed";
  const reminder =
    isOpen && isSigned ? rememberPublication(place.name, opened.signature, opened.statement.number) : undefined;
  const badRecords = wrongRecords(records, isOpen ? opened.statement.number : 0);
  const remarks = [
    ...(records !== undefined ? [recordsText(records, badRecords)] : []),
    ...(!isOwn && recordFiles(root).size > 0 ? ["登记：这个文件夹的公钥不是这个网站的，它的登记没有核对。"] : []),
    ...(isSigned && pinned === undefined ? [onlyListed] : []),
    ...(isSigned && place.note !== undefined ? [place.note] : []),
  ];
  return { name: place.name, verdict, badRecords, remarks, reminder };
}

export function isAddress(site: string): boolean {
  return /^https?:\/\//i.test(site);
}

const onlyListed =
  "指纹是按本机的公钥核对的：第一次核对时，请把上面的指纹与编发单位另行告诉的（电话、公文、纸上）对一遍，抄下来；以后加上 --fingerprint 指纹，公钥文件被换也认得出。";

interface Place {
  /** Identifies the site in later runs. */
  readonly name: string;
  readonly signature: () => Promise<string | undefined>;
  readonly files: (signature: SiteSignature) => Promise<SeenFiles>;
  /** What could not be checked. */
  readonly note: string | undefined;
}

function siteInFolder(folder: string): Place {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new EnvironmentError(`没有文件夹 ${folder}`, "--site 后面请写发布的文件夹，或者 http 开头的网址。");
  return {
    name: path.resolve(folder),
    signature: () => Promise.resolve(siteSignatureOf(folder)),
    files: async () => ({ digests: await folderDigests(realpathSync(folder)), isHidden: () => false }),
    note: undefined,
  };
}

function siteOnline(typed: string): Place {
  const address = siteAddress(typed);
  return {
    name: address.href,
    signature: () => fetchText(address, siteSignatureFile),
    files: async ({ files }) => ({
      digests: await fetchDigests(
        address,
        files.map(([file]) => file),
      ),
      isHidden: isHiddenFile,
    }),
    note: "从网址看不到签名以外多出来的文件；要查这个，请在服务器上用 --site 文件夹。",
  };
}

/** The newest publication known from the log or an earlier check. */
function newerOf(place: string, signature: SiteSignature, records: RecordsVerdict | undefined) {
  const [seen, logged] = [seenPublication(place, signature), records && newest(records.log.entries)];
  return seen === undefined || (logged !== undefined && logged.number >= seen.number) ? logged : seen;
}

/** `published`: the site's own number of publications. */
function wrongRecords(records: RecordsVerdict | undefined, published: number): string[] {
  if (records === undefined) return [];
  const logged = records.log.entries.length;
  return [
    ...records.faults,
    ...(published > logged && records.log.fault === undefined
      ? [`签发簿只到第 ${logged} 次，网站已经是第 ${published} 次：登记是旧的，或者还没有拉取（git pull）`]
      : []),
    ...[...records.states].flatMap(([issue, state]) =>
      state.kind === "signed" || state.kind === "withdrawn"
        ? []
        : [`${recordFolder}/${issue}.yaml ${recordStateWords(state)}`],
    ),
  ];
}

function recordsText({ states, log }: RecordsVerdict, wrong: readonly string[]): string {
  return wrong.length === 0
    ? `登记：${states.size} 份都与签发时一样，签发簿 ${log.entries.length} 次前后相接。`
    : `登记：有 ${wrong.length} 处与签发时不同。${listed(wrong)}\n改法：请从版本库里恢复这些文件（git log -- 文件 看是谁改的，git restore 文件）。`;
}

/** Longest list of files. */
const most = 20;

export function siteVerdictText({ words, details, hint }: SiteVerdict): string {
  return `${words}。${listed(details)}${hint === undefined ? "" : `\n改法：${hint}`}`;
}

function listed(lines: readonly string[]): string {
  const rest = lines.length > most ? `\n  …还有 ${lines.length - most} 处` : "";
  return `${lines
    .slice(0, most)
    .map((line) => `\n  ${line}`)
    .join("")}${rest}`;
}
