/** Rates worked out elsewhere: the data has no numerators, only the rates of the parts. */

import { listsAll } from "../../compute/tally/breakdown.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Finding, Rule } from "./rule.ts";
import { allCounted } from "./subject.ts";

/** The rate of all is a mean of those of the parts, whatever their weights. */
export const rateOutside: Rule = {
  id: "rate-outside",
  name: "总的比率越出各项",
  level: "warning",
  explanation: "直接填写的比率（满意率……），总的应当在各项最低和最高之间：各项都列出、又不重复的才核对。",
  example: "各县区满意率最低94.10%、最高97.35%，全市写成59.31%。",
  find: (subject) =>
    allCounted(subject).flatMap(({ definition, block: { total }, tally }): Finding[] => {
      if (definition.percent === undefined || definition.formula !== undefined || total === undefined) return [];
      return [...tally.breakdowns.values()].flatMap((breakdown) => {
        const { dimension, parts } = breakdown;
        if (dimension.overlapping || !listsAll(breakdown)) return [];
        const [lowest, highest] = ends(parts.map(({ figure }) => figure));
        if (lowest === undefined || highest === undefined) return [];
        if (total.value.compare(lowest.value) >= 0 && total.value.compare(highest.value) <= 0) return [];
        return {
          place: total.place,
          message: `“${definition.name}”合计是${percent(total)}，按${dimension.name}分的各项在${percent(lowest)}和${percent(highest)}之间`,
          hint: "总的比率不会低于最低的一项，也不会高于最高的一项，请核对合计和这两项。",
        };
      });
    }),
};

function ends(figures: readonly Figure[]): readonly [Figure | undefined, Figure | undefined] {
  const sorted = [...figures].sort((a, b) => a.value.compare(b.value));
  return [sorted[0], sorted.at(-1)];
}

const percent = ({ value }: Pick<Figure, "value">): string => `${value.mul(100).toString()}%`;
