import { card } from "./card/index.ts";
import { data } from "./data/index.ts";
import { feed } from "./feed/index.ts";
import type { OutputFormat } from "./format.ts";
import { pdf } from "./pdf/format.ts";
import { search } from "./search/index.ts";
import { web } from "./web/index.ts";

/**
 * What a site is made of. A Word file is made on request, of one issue that nobody has published yet; it is on no site, and its folder
 * serves its command alone.
 */
export const formats: readonly OutputFormat[] = [web, pdf, data, feed, search, card];
