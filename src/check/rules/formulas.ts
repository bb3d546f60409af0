import { parseExpression } from "../../model/expression/parse.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";
import { comparable } from "./period.ts";
import type { Finding, Rule } from "./rule.ts";
import { tallyOf, type Subject } from "./subject.ts";
import { placeOf, quantity } from "./wording.ts";

/** Nothing that is counted is less than nothing. */
export const negativeResult: Rule = {
  id: "negative-result",
  name: "算出负数",
  level: "error",
  explanation: "由算式算出的件数（如正在办理 = 交办 - 办结）不能小于 0，合计和每一项都是这样。",
  example: "未整改 = 立案 - 结案，算出来是 -3 家。",
  find: (subject) =>
    [...subject.archive.vocabulary.measures.values()].flatMap((definition) => {
      if (definition.formula === undefined || definition.percent !== undefined || definition.mayBeNegative === true)
        return [];
      if (isPartOffWhole(subject, definition.formula.expression)) return [];
      const tally = tallyOf(subject, definition.name);
      if (tally === undefined) return [];
      return figuresOf(tally)
        .filter((figure) => figure.value.compare(0) < 0)
        .map((figure): Finding => ({
          place: placeOf(figure, definition.place),
          message: `“${figure.name}”算出来是${quantity(figure.value, figure.measureWord)}，不能小于 0`,
          hint: `算式是“${definition.formula?.expression ?? ""}”，请核对用到的数字；本来可以小于 0 的，在 data/tallies.yaml 里给它写上“可为负: 是”。`,
        }));
    }),
};

function figuresOf(tally: Tally): Figure[] {
  const parts = [...tally.breakdowns.values()].flatMap((breakdown) => breakdown.parts.map((part) => part.figure));
  return tally.total === undefined ? parts : [tally.total, ...parts];
}

/** 交办 - 办结 where 办结 belongs to 交办: the rules about parts say it better, at the line itself. */
function isPartOffWhole(subject: Subject, formula: string): boolean {
  const expression = parseExpression(formula);
  if (expression.kind !== "binary" || expression.operator !== "-") return false;
  const { left, right } = expression;
  if (left.kind !== "path" || right.kind !== "path") return false;
  if (left.segments.length > 1 || right.segments.length > 1) return false;
  const [whole, part] = [left.segments[0]?.name ?? "", right.segments[0]?.name ?? ""];
  const tallies = [tallyOf(subject, part), tallyOf(subject, whole)] as const;
  if (subject.archive.vocabulary.measures.get(part)?.within !== whole) return false;
  return tallies[0] !== undefined && tallies[1] !== undefined && comparable(tallies[0], tallies[1]);
}
