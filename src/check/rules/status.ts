import type { Rule } from "./rule.ts";
import { counted } from "./subject.ts";
import type { Subject } from "./subject.ts";
import { sameCover } from "./period.ts";
import { placeOf, quantity } from "./wording.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { Tally } from "../../compute/tally/tally.ts";

const openNames = ["正在办理", "在办", "办理中", "未办结", "未完成"];
const closedNames = ["办结", "已办结", "完成", "已完成"];
/** 阶段性办结: some offices count it among the closed ones, others apart. */
const stagedNames = ["阶段性办结", "阶段办结"];

/** Cases are either closed or open. Where both are typed (no formula makes one of the other) they add up to the whole. */
export const openAndClosed: Rule = {
  id: "open-and-closed",
  name: "在办与办结",
  severity: "error",
  explanation:
    "在办数和办结数都填写时，两个数加起来应当等于交办数，每个单位、每个类别也是这样（阶段性办结可以算在办结里，也可以另算）。",
  example: "交办215件，办结160件，正在办理填了45件。",
  check: (subject) => {
    const open = first(subject, openNames);
    const closed = first(subject, closedNames);
    if (open === undefined || closed === undefined) return [];
    const { within } = closed.definition;
    if (within === undefined || within !== open.definition.within) return [];
    const whole = counted(subject, within)?.tally;
    if (whole === undefined || !sameCover(open.tally, whole) || !sameCover(closed.tally, whole)) return [];
    const staged = first(subject, stagedNames)?.tally;
    return rows(open.tally, closed.tally, whole, staged).flatMap(({ left, done, all, middle }) => {
      const sum = left.value.add(done.value);
      if (sum.equals(all.value) || (middle !== undefined && sum.add(middle.value).equals(all.value))) return [];
      const word = all.measureWord;
      return [
        {
          place:
            left === open.tally.total ? (open.block.total?.place ?? open.block.place) : placeOf(left, open.block.place),
          message: `“${done.name}”${quantity(done.value, word)}加“${left.name}”${quantity(left.value, word)}是${quantity(sum, word)}，“${all.name}”是${quantity(all.value, word)}`,
          hint: `请核对；也可以在 data/tallies.yaml 里写“${open.definition.name}: 算式: ${within} - ${closed.definition.name}”，由软件算出。`,
        },
      ];
    });
  },
};

interface Row {
  readonly left: Figure;
  readonly done: Figure;
  readonly all: Figure;
  /** 阶段性办结 */
  readonly middle: Figure | undefined;
}

/** The totals, and the lines of each unit and category that all three have; joint cases may stand in some only. */
function rows(open: Tally, closed: Tally, whole: Tally, staged: Tally | undefined): Row[] {
  const [left, done, all] = [open.total, closed.total, whole.total];
  const totals =
    left === undefined || done === undefined || all === undefined ? [] : [{ left, done, all, middle: staged?.total }];
  if ([open, closed, whole].some(({ joint }) => joint.length > 0)) return totals;
  const lines = [...whole.breakdowns].flatMap(([dimension, { parts }]) =>
    parts.flatMap((part) => {
      const of = (tally: Tally | undefined): Figure | undefined =>
        tally?.breakdowns.get(dimension)?.parts.find(({ member }) => member !== undefined && member === part.member)
          ?.figure;
      const [own, ready] = [of(open), of(closed)];
      return own === undefined || ready === undefined
        ? []
        : [{ left: own, done: ready, all: part.figure, middle: of(staged) }];
    }),
  );
  return [...totals, ...lines];
}

function first(subject: Subject, names: readonly string[]) {
  for (const name of names) {
    const found = counted(subject, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
