/** Everything that a build starts from, by content. */

import type { FontConfig } from "../output/pdf/index.ts";
import { editionSetting } from "./editions.ts";
import type { EditionSetting } from "./editions.ts";
import type { FileDigests } from "./file-digests.ts";
import { Inputs } from "./inputs.ts";
import { keyOf } from "./memo.ts";
import type { Program } from "./program.ts";

/** What somebody typed that changes the site or where it stands. */
interface SiteOptions {
  readonly folder: string;
  readonly output: string;
  readonly siteUrl: string | undefined;
  readonly strictFonts: boolean;
}

export interface Sources {
  readonly inputs: Inputs;
  /** What prints. */
  readonly setting: EditionSetting;
  /** Digest of what every issue rests on: data and program; what is on record of publication, and what is signed, left out. */
  readonly common: string;
  /** Digest of all that determines the site. */
  readonly key: string;
}

/** `undefined` where that cannot be told, so that nothing may be remembered of this build. */
export async function sourcesOf(
  { folder, output, siteUrl, strictFonts }: SiteOptions,
  fonts: FontConfig,
  digests: FileDigests,
  program: Program,
): Promise<Sources | undefined> {
  const setting = await editionSetting(fonts, digests, program);
  const inputs = new Inputs(folder, digests);
  if (!inputs.areAll) return undefined;
  const data = inputs.of("data").filter(({ file }) => !/^data\/(?:published|signed)/.test(file));
  const common = keyOf([program.digest(), data]);
  const key = keyOf([common, setting, inputs.all, { output, siteUrl, strictFonts }]);
  return { inputs, setting, common, key };
}
