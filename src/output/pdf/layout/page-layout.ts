/** Lays out the pages of an issue: measured in the browser, planned here, applied in the browser. */

import { applyScript } from "./apply-script.ts";
import { TooHigh, TooWide, Unmeasured } from "./flow.ts";
import type { Answer, Flow, FlowBox, PagePlan, Question } from "./flow.ts";
import { measureMoreScript, measureScript } from "./measure-script.ts";
import { planPages } from "./plan-pages.ts";
import type { LayoutSettings } from "./layout-settings.ts";

/** Runs the source of a function in the page. */
type Run = (source: string) => Promise<unknown>;

/** The returned function throws `TooHigh` or `TooWide` for content that does not fit on a page. */
export function pageLayout(settings: LayoutSettings): (run: Run) => Promise<PagePlan> {
  return async (run) => {
    const flow = (await run(measureScript)) as Flow;
    if (flow.tooWide !== undefined) throw new TooWide(flow.tooWide);
    const plan = await planned(flow, settings, run);
    await run(applyScript(plan));
    return plan;
  };
}

async function planned(flow: Flow, settings: LayoutSettings, run: Run): Promise<PagePlan> {
  try {
    return planPages(flow, settings);
  } catch (fault) {
    if (fault instanceof TooHigh) {
      const words = await run(`() => globalThis.flowElements[${fault.box}].textContent.trim()`);
      throw new TooHigh(fault.box, String(words));
    }
    if (!(fault instanceof Unmeasured)) throw fault;
    const answer = (await run(measureMoreScript(fault.question))) as Answer;
    return planned(completed(flow, fault.question, answer), settings, run);
  }
}

function completed(flow: Flow, { tight, contents }: Question, answer: Answer): Flow {
  const lines = new Map(tight.map((index, at) => [index, answer.tight[at]]));
  const boxes = flow.boxes.map((box): FlowBox => {
    const found = lines.get(box.index);
    return box.kind !== "text" || found === undefined ? box : { ...box, tightLines: Math.min(box.lines, found) };
  });
  return {
    ...flow,
    boxes,
    contents: contents === undefined ? flow.contents : { ...flow.contents, [contents]: answer.contents },
  };
}
