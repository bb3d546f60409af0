import type { Rule } from "./rule.ts";
import { counted } from "./subject.ts";
import type { Subject } from "./subject.ts";
import { sameCover } from "./period.ts";
import { quantity } from "./wording.ts";
import type { Tally } from "../tally/tally.ts";

const openNames = ["正在办理", "在办", "办理中", "未办结", "未完成"];
const closedNames = ["办结", "已办结", "完成", "已完成"];
/** 阶段性办结: some offices count it among the closed ones, others apart. */
const stagedNames = ["阶段性办结", "阶段办结"];

/** Cases are either closed or open. Where both are typed (no formula makes one of the other) they add up to the whole. */
export const openAndClosed: Rule = {
  id: "open-and-closed",
  name: "在办与办结",
  severity: "error",
  explanation: "在办数和办结数都填写时，两个数加起来应当等于交办数（阶段性办结可以算在办结里，也可以另算）。",
  example: "交办215件，办结160件，正在办理填了45件。",
  check: (subject) => {
    const open = first(subject, openNames);
    const closed = first(subject, closedNames);
    if (open === undefined || closed === undefined) return [];
    const { within } = closed.definition;
    if (within === undefined || within !== open.definition.within) return [];
    const whole = counted(subject, within)?.tally;
    if (whole === undefined || !sameCover(open.tally, whole) || !sameCover(closed.tally, whole)) return [];
    const staged = first(subject, stagedNames);
    const [a, b, total] = [open.tally.total, closed.tally.total, whole.total];
    if (a === undefined || b === undefined || total === undefined) return [];
    const sum = a.value.add(b.value);
    if (sum.equals(total.value) || isWith(sum, staged?.tally, total.value)) return [];
    const word = total.measureWord;
    return [
      {
        place: open.block.total?.place ?? open.block.place,
        message: `“${closed.definition.name}”${quantity(b.value, word)}加“${open.definition.name}”${quantity(a.value, word)}是${quantity(sum, word)}，“${within}”是${quantity(total.value, word)}`,
        hint: `请核对；也可以在 data/tallies.yaml 里写“${open.definition.name}: 算式: ${within} - ${closed.definition.name}”，由软件算出。`,
      },
    ];
  },
};

function first(subject: Subject, names: readonly string[]) {
  for (const name of names) {
    const found = counted(subject, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWith(sum: Tally["jointTotal"]["value"], staged: Tally | undefined, total: typeof sum): boolean {
  return staged?.total !== undefined && sum.add(staged.total.value).equals(total);
}
