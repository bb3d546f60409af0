/** Shared by the checks of the imprint (版记). */

import type { Bulletin, Imprint } from "../layout/bulletin.ts";
import type { Line } from "../model/line.ts";
import type { Result } from "./check.ts";

export function withImprint({ imprint }: Bulletin, run: (imprint: Imprint) => Result): Result {
  return imprint === undefined ? { expected: "有版记", measured: "没有", faults: ["没有报、送、发"] } : run(imprint);
}

/** The lines of each 报、送、发, from its label to the next one. */
export function recipientRows(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  let open = false;
  for (const line of lines) {
    if (/^(主送|抄送|抄报|报|送|发|本期增发)\s*[：:]/.test(line.text)) {
      rows.push([line]);
      open = true;
    } else if (/^[^，。]{1,12}[：:]|印发$|^[（(]?共印/.test(line.text)) open = false;
    else if (open) rows.at(-1)?.push(line);
  }
  return rows;
}
