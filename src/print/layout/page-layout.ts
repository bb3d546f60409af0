/** Lays out an issue's pages in the browser: measured there, decided here, put into effect there. */

import { applyScript } from "./apply-script.ts";
import type { Flow, PagePlan } from "./flow.ts";
import { measureScript } from "./measure-script.ts";
import { planPages } from "./plan-pages.ts";

/** Lengths in millimetres; see `Sheet`. */
export interface LayoutSettings {
  /** Height of a page's 22 lines. */
  readonly pageHeight: number;
  readonly pitch: number;
  /** From the bottom of the type area to that of the 22 lines. */
  readonly leadBottom: number;
  /** 版记在偶数页 */
  readonly evenImprint: boolean;
}

export function pageLayout(settings: LayoutSettings): (run: (source: string) => Promise<unknown>) => Promise<PagePlan> {
  return async (run) => {
    const plan = planPages((await run(measureScript)) as Flow, settings);
    await run(applyScript(plan));
    return plan;
  };
}
