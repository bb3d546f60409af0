/** The checklist, from the sheet to the details. */

import { archiveChecks } from "./archive.ts";
import { bodyTypeChecks } from "./body-type.ts";
import type { Check } from "./check.ts";
import { contentsChecks } from "./contents.ts";
import { fileChecks } from "./file.ts";
import { fontChecks } from "./fonts.ts";
import { gridChecks } from "./grid.ts";
import { headlineChecks } from "./headlines.ts";
import { imprintTextChecks } from "./imprint-text.ts";
import { imprintChecks } from "./imprint.ts";
import { lineBreakChecks } from "./line-breaks.ts";
import { mastheadChecks } from "./masthead.ts";
import { pageNumberChecks } from "./page-numbers.ts";
import { paragraphChecks } from "./paragraphs.ts";
import { sheetChecks } from "./sheet.ts";
import { tableChecks } from "./tables.ts";
import { wordingChecks } from "./wording.ts";

export const checks: readonly Check[] = [
  ...sheetChecks,
  ...gridChecks,
  ...mastheadChecks,
  ...bodyTypeChecks,
  ...headlineChecks,
  ...paragraphChecks,
  ...contentsChecks,
  ...lineBreakChecks,
  ...wordingChecks,
  ...tableChecks,
  ...pageNumberChecks,
  ...imprintChecks,
  ...imprintTextChecks,
  ...fontChecks,
  ...fileChecks,
  ...archiveChecks,
];
