/** Everything worked out that a build prints, while the first of it is being printed already. */

import { setImmediate as turn } from "node:timers/promises";
import type { FileDigests } from "./cache/file-digests.ts";
import type { Press } from "../output/pdf/index.ts";
import type { BuildWish } from "./build-site.ts";
import { DevelopedPictures } from "./developed-pictures.ts";
import { EditionKeys } from "./edition-key.ts";
import type { IssueMemory } from "./issue-memory.ts";
import { prepareInSteps } from "./prepare.ts";
import type { Prepared, PreparedPart } from "./prepare.ts";
import { PrintAhead } from "./print-ahead.ts";
import type { Printing } from "./print-all.ts";
import { watchFor } from "../base/process/progress.ts";
import { fontConfig } from "./print-issue.ts";

interface PreparedPrinting {
  readonly prepared: Prepared;
  /** `undefined` when the bulletin's own data is unusable. */
  readonly printing: Printing | undefined;
}

/** A shard prints nothing ahead: which issues are its share is only known when all are. */
export async function preparePrinting(
  wish: BuildWish,
  press: Press,
  memory: IssueMemory | undefined,
  digests: FileDigests,
): Promise<PreparedPrinting> {
  let printing: Printing | undefined;
  const steps = prepareInSteps(wish.folder, memory, watchFor(wish.talk));
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    if (step.value.kind === "loaded") {
      const open = await openPrinting(step.value, wish, press, memory, digests);
      printing = wish.shard === undefined ? { ...open, ahead: new PrintAhead(open) } : open;
    } else {
      printing?.ahead?.offer(step.value.built);
      // What has been printed is put away in between.
      await turn();
    }
  }
  return { prepared: step.value, printing };
}

async function openPrinting(
  { archive: { bulletin }, root }: Extract<PreparedPart, { readonly kind: "loaded" }>,
  { cache, talk }: BuildWish,
  press: Press,
  memory: IssueMemory | undefined,
  digests: FileDigests,
): Promise<Printing> {
  const fonts = fontConfig(bulletin, root);
  const isKept = cache.folder !== undefined;
  const keys = isKept ? await EditionKeys.open(bulletin, fonts, root, digests, memory?.viewKey) : undefined;
  const watch = watchFor(talk);
  const pictures = new DevelopedPictures(cache, isKept ? digests : undefined, (made, asked) =>
    watch("处理图片", made, asked),
  );
  return { root, bulletin, fonts, press, cache, pictures, keys, talk };
}
