/** One issue as a build prints it, or as one has printed it from the same. */

import type { Bulletin } from "../model/bulletin.ts";
import type { Press } from "../output/pdf/index.ts";
import type { Root } from "../read/load/root.ts";
import { rememberTemplates } from "./compiled-templates.ts";
import { Editions, editionSetting } from "./editions.ts";
import { FileDigests } from "./file-digests.ts";
import { memoOf } from "./memo.ts";
import { DevelopedPictures } from "./pictures.ts";
import { fontConfig } from "./print-issue.ts";
import type { PrintableIssue, PrintedIssue } from "./print-issue.ts";
import { printAll } from "./print.ts";
import type { PrintOutcome } from "./print.ts";
import { Program } from "./program.ts";

const silent = { quiet: true, terminal: false, write: () => undefined };

/** @throws EnvironmentError browser, fonts or disk are at fault. */
export async function printOne(
  built: PrintableIssue,
  root: Root,
  bulletin: Bulletin,
  press: Press,
): Promise<PrintOutcome & { readonly edition: PrintedIssue | undefined }> {
  rememberTemplates();
  const memo = memoOf(root.folder);
  const fonts = fontConfig(bulletin, root);
  const digests = new FileDigests(memo);
  const setting = await editionSetting(fonts, digests, new Program());
  const editions = new Editions(memo, { root, bulletin, fonts, digests, setting });
  const pictures = new DevelopedPictures(memo, digests);
  let edition: PrintedIssue | undefined;
  const printing = { root, bulletin, fonts, press, pictures, editions, talk: silent };
  const outcome = await printAll([built], printing, (_, printed) => {
    edition = printed;
    return "";
  });
  digests.save();
  return { ...outcome, edition };
}
