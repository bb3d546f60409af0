/** Is a published site as the office signed it? (核对网站) */

import { sha256 } from "../digest.ts";
import { judgeKey } from "./key-list.ts";
import type { Trust } from "./key-list.ts";
import { fingerprint } from "./public-key.ts";
import { readSiteSignature } from "./site-signature.ts";
import type { SiteSignature } from "./site-signature.ts";
import type { LogEntry } from "./statement-log.ts";
import type { Statement } from "./statement.ts";

export type SiteState = "signed" | "altered" | "replaced" | "unknown" | "unsigned";

export interface SiteVerdict {
  readonly standing: SiteState;
  /** In Chinese; the first is a sentence without a full stop, the others its evidence: 改过：index.html */
  readonly words: string;
  readonly details: readonly string[];
  readonly hint: string | undefined;
}

/** A publication known from elsewhere. */
export interface KnownPublication {
  readonly number: number;
  /** SHA-256 of its statement. */
  readonly digest: string;
}

/** The files of a site as far as they can be read. */
export interface SeenFiles {
  /** By path; "" for anything but a plain file. */
  readonly digests: ReadonlyMap<string, string>;
  /** Files that cannot be requested. */
  readonly isHidden: (file: string) => boolean;
}

/** Start of every sentence: 由“某某办”（指纹 …）2026-11-30 第 7 次签发 */
function signerWords({ statement, publicKey }: Pick<SiteSignature, "publicKey"> & { statement: Statement }): string {
  const { office, date, number } = statement;
  return `由“${office}”（指纹 ${fingerprint(publicKey)}）${date} 签发，第 ${number} 次`;
}

const again = "请在发布的那台电脑上重新运行 npm run build 和 npm run publish；不是自己人改的，先查是谁动了网站。";

/** Checks the signature before any file is read; returns a verdict where that already decides. */
export function openSignature(
  text: string | undefined,
  trust: Trust,
): { readonly signature: SiteSignature; readonly statement: Statement } | SiteVerdict {
  if (text === undefined)
    return {
      standing: "unsigned",
      words: "没有签名：说不出是谁发布的，也说不出改过没有",
      details: [],
      hint: "编发单位从来不签的，只能向它询问；以前签过的，是有人拿掉了 signature.json，请告诉编发单位。签发的办法见 docs/publishing.md。",
    };
  const read = readSiteSignature(text);
  if (read === undefined)
    return {
      standing: "altered",
      words: "签名被改过：signature.json 里的签名与内容不符",
      details: [],
      hint: again,
    };
  const { signature, statement } = read;
  const signer = signerWords({ publicKey: signature.publicKey, statement });
  const verdict = judgeKey(signature.publicKey, statement.date, trust, signature.keys);
  switch (verdict) {
    case "trusted":
      return read;
    case "unknown":
      return {
        standing: "unknown",
        words: `签名的密钥不认识：自称${signer}`,
        details: [],
        hint: "请向编发单位问来指纹（电话、公文都行，不要从网站上抄），相同的，加上 --fingerprint 再核对；不同的，这个网站不是它发布的。",
      };
    case "leaked":
    case "out-of-date":
      return {
        standing: "unknown",
        words: `${verdict === "leaked" ? "签名的密钥已经泄露，它签的不能认" : "签名的密钥那一天不在用"}：自称${signer}`,
        details: [],
        hint: "请编发单位用现在的密钥重新发布。",
      };
  }
}

/** `known`: the newest publication known on this machine, if any. */
export function judgeSite(
  { signature, statement }: { readonly signature: SiteSignature; readonly statement: Statement },
  { digests, isHidden }: SeenFiles,
  known: KnownPublication | undefined,
): SiteVerdict {
  const signer = signerWords({ publicKey: signature.publicKey, statement });
  const listed = new Map(signature.files);
  const wrong = [
    ...signature.files.flatMap(([file, digest]) => {
      const now = digests.get(file);
      if (now === digest || isHidden(file)) return [];
      return now === undefined ? [`不见了：${file}`] : [`改过：${file}`];
    }),
    ...[...digests.keys()].filter((file) => !listed.has(file)).map((file) => `多出：${file}`),
  ];
  if (wrong.length > 0)
    return {
      standing: "altered",
      words: `有 ${wrong.length} 个文件与签发时不同（${signer}）`,
      details: wrong,
      hint: again,
    };
  const order = orderWords(statement, sha256(signature.statement), known);
  if (order !== undefined)
    return { standing: "replaced", words: `${order}（这一份${signer}）`, details: [], hint: again };
  return {
    standing: "signed",
    words: `${signer}；${signature.files.length} 个文件都与签发时一样`,
    details: [],
    hint: undefined,
  };
}

function orderWords({ number }: Statement, digest: string, known: KnownPublication | undefined): string | undefined {
  if (known === undefined || number > known.number || (number === known.number && digest === known.digest))
    return undefined;
  return number < known.number
    ? `放回了旧的网站：已经发布到第 ${known.number} 次，这里是第 ${number} 次`
    : `第 ${number} 次签发有两份不同的：可能从没有拉取（git pull）的文件夹发布过，也可能有人另做了一份`;
}

/** The newest publication in a log. */
export function newest(entries: readonly LogEntry[]): KnownPublication | undefined {
  const last = entries.at(-1);
  return last && { number: last.statement.number, digest: last.digest };
}
