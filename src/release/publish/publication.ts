/** What publishing a site adds to the records, or why it must not be published. */

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../../base/file/write-atomic.ts";
import { recordFolder } from "../../model/issue-record.ts";
import type { EditionHead } from "../../model/issue-record.ts";
import { draftsOf } from "./edition-drafts.ts";
import type { Journal } from "./journal.ts";
import type { EditionDraft } from "../../record/draft.ts";
import { nextRecord, otherBytesWords } from "../../record/next-record.ts";
import type { PublicationWish } from "../../record/next-record.ts";
import { signedFile } from "../pades/signed-edition.ts";
import { shownEditions } from "../../record/shown-editions.ts";
import { earlierPdf, earlierPdfName } from "../../model/addresses.ts";
import type { Records } from "../../check/published/published-records.ts";

export interface Publication {
  readonly files: Journal["files"];
  /** Additions in Chinese: 新登记 1 期. */
  readonly added: readonly string[];
  /** Why it must not be published; empty when it may. */
  readonly refusals: readonly string[];
  /** Earlier editions on the site. */
  readonly earlier: readonly EarlierFile[];
}

export interface EarlierFile {
  /** Relative to the site. */
  readonly from: string;
  /** Relative to the root. */
  readonly to: string;
}

const terms = { first: "新登记", corrected: "更正", reprinted: "再印", signed: "签名" } as const;

/** Facts about an issue besides its record. */
interface Knowledge {
  /** Whether its page's address is on record, so that it was published before. */
  readonly isListed: (issue: string) => boolean;
  /** Whether this edition has a signed PDF. */
  readonly isSigned: (issue: string, edition: number) => boolean;
}

export function planPublication(
  site: string,
  records: Records,
  wish: PublicationWish,
  { isListed, isSigned }: Knowledge,
): Publication {
  const files: { path: string; text: string }[] = [];
  const counts = new Map<string, string[]>();
  const refusals: string[] = [];
  const earlier: EarlierFile[] = [];
  for (const draft of draftsOf(site)) {
    if (draft.printing.signature === undefined && isSigned(draft.issue, draft.edition)) {
      refusals.push(unusedWords(draft));
      continue;
    }
    const next = nextRecord(records.get(draft.issue), draft, wish);
    if (next.kind === "first" && isListed(draft.issue)) {
      refusals.push(`${draft.issue} 期以前发布过，它的登记不见了：请运行 npm run check，照它说的恢复。`);
      continue;
    }
    switch (next.kind) {
      case "unchanged":
        break;
      case "stale":
        refusals.push(`${draft.issue} 期的登记在做这个网站以后变过，请重新运行 npm run build，再发布。`);
        break;
      case "unsigned":
        refusals.push(
          `${draft.issue} 期发布过由 ${next.signer} 签名的 PDF，这次的没有签名：请恢复 ${signedFile(draft.issue, draft.edition)}（版本库里没有的，从网站上下载这一期的 PDF 存成它），重新 npm run build；或者再签一次：npm run sign -- ${draft.issue}。`,
        );
        break;
      case "other-bytes":
        refusals.push(
          `${otherBytesWords(draft.issue, next.before, next.now)}。确要换上的，加上 --reprint 登记为再印。`,
        );
        break;
      default:
        counts.set(terms[next.kind], [...(counts.get(terms[next.kind]) ?? []), draft.issue]);
        files.push({ path: `${recordFolder}/${draft.issue}.yaml`, text: next.text });
        earlier.push(
          ...shownEditions(next.record.editions)
            .slice(1)
            .map((edition) => earlierFile(draft, edition)),
        );
    }
  }
  const added = [...counts].map(([term, issues]) => `${term} ${issues.length} 期（${shown(issues)}）`);
  return { files, added, refusals, earlier };
}

/** A signature that is not used indicates a mistake. */
function unusedWords({ issue, edition }: EditionDraft): string {
  const file = signedFile(issue, edition);
  return `${issue} 期签过名（${file}），网站里的 PDF 却没有签名：请重新 npm run build；正文或版式在签名以后改过的，删去 ${file}，重新 build、再签一次。`;
}

/** Abbreviates a long list of issues. */
function shown(issues: readonly string[]): string {
  return issues.length > 5 ? `${issues.slice(0, 5).join("、")} 等` : issues.join("、");
}

function earlierFile({ issue }: EditionDraft, { number }: EditionHead): EarlierFile {
  const [year = "", own = ""] = issue.split("-");
  const key = { year: Number(year), number: { value: Number(own), place: { file: "", line: 1, column: 1 } } };
  return { from: earlierPdf(key, number), to: storedPdf(issue, number) };
}

/** Path of a replaced edition's PDF; only corrected issues take space in the repository. */
export function storedPdf(issue: string, edition: number): string {
  return `${recordFolder}/${issue}/${earlierPdfName(issue, edition)}`;
}

/** Stores the PDFs of replaced editions with the records. Returns the new ones. */
export function storeEarlier(root: string, site: string, files: readonly EarlierFile[]): string[] {
  return files.flatMap(({ from, to }) => {
    const target = path.join(root, to);
    if (existsSync(target)) return [];
    mkdirSync(path.dirname(target), { recursive: true });
    writeAtomic(target, [readFileSync(path.join(site, from))]);
    return [to];
  });
}
