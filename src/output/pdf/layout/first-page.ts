/** The steps by which the top of an issue is reduced, so that page 1 shows text (7.3.3). */

import { grid } from "../../../document/sheet.ts";
import { Unmeasured } from "./flow.ts";
import type { ContentsForm, Flow, FlowBox } from "./flow.ts";

export interface FirstPageForm {
  readonly classes: readonly string[];
  readonly contents: ContentsForm;
  readonly contentsLast: boolean;
}

const form = (classes: readonly string[], contents: ContentsForm = "usual", contentsLast = false): FirstPageForm => ({
  classes,
  contents,
  contentsLast,
});

const full = ["compact", "drawn-in"];
const dense = [...full, "dense-contents"];
const densest = [...full, "densest-contents"];

/**
 * From the usual form to the most compact one. The 目录 is set in smaller type before it is moved to the end of the text, in which case
 * the masthead is unchanged.
 */
export const firstPageForms: readonly FirstPageForm[] = [
  form([]),
  form(["drawn-in"]),
  form(["compact"]),
  form(full),
  form(dense, "dense"),
  form([...dense, "close-heads"], "dense"),
  form(densest, "densest"),
  form([...densest, "close-heads"], "densest"),
  form([], "usual", true),
  form(["drawn-in"], "usual", true),
  form(["compact"], "usual", true),
  form(full, "usual", true),
  form([...full, "close-heads"], "usual", true),
];

/** Lines of the grid by which the masthead is reduced: see `--drawn-in` of the style sheet. */
function drawnIn(classes: readonly string[]): number {
  return (classes.includes("compact") ? 2 : 0) + (classes.includes("drawn-in") ? 1 : 0);
}

/** The boxes in this form. @throws Unmeasured */
export function boxesIn({ boxes, contents, classes }: Flow, chosen: FirstPageForm, pitch: number): FlowBox[] {
  const all = [...new Set([...classes, ...chosen.classes])];
  const lower = (drawnIn(all) - drawnIn(classes)) * pitch;
  const closeHeads = all.includes("close-heads") && !classes.includes("close-heads");
  const first = boxes.findIndex(({ part }) => part === "contents");
  const heights = contents[chosen.contents];
  if (heights === undefined && first >= 0) throw new Unmeasured({ contents: chosen.contents });
  const shaped = boxes.map((box, at): FlowBox => {
    const belowDense = chosen.contents !== "usual" && box.part === "text" && boxes[at - 1]?.part === "contents";
    const less = box.belowHeadline && closeHeads ? pitch : 0;
    const above = belowDense ? 0 : Math.max(0, box.above - less);
    if (box.kind !== "solid") return { ...box, above };
    if (box.part === "masthead") return { ...box, height: box.height - lower };
    if (box.part !== "contents") return { ...box, above };
    const height = heights?.[at - first] ?? box.height;
    const isLast = boxes[at + 1]?.part !== "contents";
    return { ...box, height, offGrid: isLast && chosen.contents !== "usual" };
  });
  return chosen.contentsLast ? contentsBehind(shaped, pitch) : shaped;
}

/** The boxes with the 目录 after the text, below a blank line. */
function contentsBehind(boxes: readonly FlowBox[], pitch: number): FlowBox[] {
  const own = boxes.filter(({ part }) => part === "contents");
  const masthead = boxes.filter(({ part }) => part === "masthead");
  const text = boxes.filter(({ part }) => part === "text");
  return [
    ...masthead,
    ...text.map((box, at) => (at === 0 ? { ...box, above: 0 } : box)),
    // On one page, for which it is short enough.
    ...own.map((box, at) => ({
      ...box,
      above: at === 0 ? pitch : box.above,
      staysWithNext: at === 0 || (own.length < grid.lines && at < own.length - 1),
    })),
  ];
}
