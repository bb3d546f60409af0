import { partOf } from "../../compute/tally/breakdown.ts";
import type { Rule } from "./rule.ts";
import { partialSums } from "../partial-sums.ts";
import { statusOf, type StatusKind } from "../../model/status.ts";
import { allCounted, counted, type Counted, type Subject } from "./subject.ts";
import { sameCover } from "./period.ts";
import { placeOf, quantity } from "./wording.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";

/** Cases are either closed or open. Where both are typed (no formula makes one of the other) they add up to the whole. */
export const openAndClosed: Rule = {
  id: "open-and-closed",
  name: "在办与办结",
  level: "error",
  explanation:
    "在办数和办结数都填写时，两个数加起来应当等于交办数，每个单位、每个类别也是这样（阶段性办结可以算在办结里，也可以另算）。",
  example: "交办215件，办结160件，正在办理填了45件。",
  find: (subject) => {
    const found = statusesOf(subject);
    const [open, closed] = (["open", "closed"] as const).map((kind) => found.find((one) => one.kind === kind)?.counted);
    if (open === undefined || closed === undefined) return [];
    const { within } = closed.definition;
    if (within === undefined || within !== open.definition.within) return [];
    const whole = counted(subject, within)?.tally;
    if (whole === undefined || !sameCover(open.tally, whole) || !sameCover(closed.tally, whole)) return [];
    const others = found.flatMap(({ counted: { tally } }) =>
      [open.tally, closed.tally].includes(tally) ? [] : [tally],
    );
    return rows(open.tally, closed.tally, whole, others).flatMap(({ left, done, all, apart }) => {
      const sum = left.value.add(done.value);
      const sums = partialSums(
        sum,
        apart.map(({ value }) => value),
      );
      if (sums.some((one) => one.equals(all.value))) return [];
      const word = all.measureWord;
      return {
        place:
          left === open.tally.total ? (open.block.total?.place ?? open.block.place) : placeOf(left, open.block.place),
        message: `“${done.name}”${quantity(done.value, word)}加“${left.name}”${quantity(left.value, word)}是${quantity(sum, word)}，“${all.name}”是${quantity(all.value, word)}`,
        hint: `请核对；也可以在 data/tallies.yaml 里写“${open.definition.name}: 算式: ${within} - ${closed.definition.name}”，由软件算出。`,
      };
    });
  },
};

interface Row {
  readonly left: Figure;
  readonly done: Figure;
  readonly all: Figure;
  /** 阶段性办结, 移送: in the closed ones or beside them. */
  readonly apart: readonly Figure[];
}

/** The totals, and the lines of each unit and category that all three have; joint cases may stand in some only. */
function rows(open: Tally, closed: Tally, whole: Tally, others: readonly Tally[]): Row[] {
  const [left, done, all] = [open.total, closed.total, whole.total];
  const totals =
    left === undefined || done === undefined || all === undefined
      ? []
      : [{ left, done, all, apart: others.flatMap(({ total }) => total ?? []) }];
  if ([open, closed, whole].some(({ joint }) => joint.length > 0)) return totals;
  const lines = [...whole.breakdowns].flatMap(([dimension, { parts }]) =>
    parts.flatMap((part) => {
      const of = ({ breakdowns }: Tally): Figure | undefined => partOf(breakdowns.get(dimension), part.member)?.figure;
      const [own, ready] = [of(open), of(closed)];
      return own === undefined || ready === undefined
        ? []
        : [{ left: own, done: ready, all: part.figure, apart: others.flatMap((tally) => of(tally) ?? []) }];
    }),
  );
  return [...totals, ...lines];
}

/** The measures that count the cases of one state, in the order of the states. */
function statusesOf(subject: Subject): { readonly kind: StatusKind; readonly counted: Counted }[] {
  const { statuses } = subject.archive.vocabulary;
  const measures = allCounted(subject);
  return statuses.flatMap((status) =>
    measures
      .filter(({ definition }) => statusOf(definition.name, statuses) === status)
      .map((one) => ({ kind: status.kind, counted: one })),
  );
}
