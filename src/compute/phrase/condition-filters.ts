/** Wording that depends on whether a value is zero or empty, and the remark on a breakdown. */

import type { FilterCall } from "../../model/expression/expression.ts";
import { figureIn, listIn, textArgument, wrongInput } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { isZero } from "./paired.ts";
import { plainText, textPiece } from "./piece.ts";
import type { Piece } from "./piece.ts";
import { remarkOf } from "./remark.ts";
import { piecesOf } from "./shown.ts";
import type { Shown } from "./shown.ts";

/** Zero, an empty list, no joint cases. */
function isNothing(input: Shown): boolean {
  const figure = figureIn(input);
  if (figure !== undefined) return figure.value.equals(0);
  const list = listIn(input);
  if (list?.isAsked === true) return list.parts.length === 0;
  if (list !== undefined) return list.parts.every((part) => isZero(part, list));
  if (input.kind === "names") return input.names.length === 0;
  if (input.kind !== "pieces") return false;
  // Already formatted: 持平 and 0件 are nothing, because their figures are zero.
  const figures = input.pieces.flatMap((piece) => (piece.kind === "figure" ? [piece.figure] : []));
  return figures.length > 0 ? figures.every(({ value }) => value.equals(0)) : plainText(input.pieces) === "";
}

export const conditionFilters: readonly Filter[] = [
  {
    name: "有则",
    help: "不是 0（分项不是全为 0；用“至少”“不超过”等挑过的，挑出了哪怕一项）才印，连同前后的话：有则: ，还有, 件。写在其他格式后面也行。",
    example: ["交办.共有 | 列出 | 有则: ，还有", "，还有1件涉及冷水滩、零陵、经开区"],
    verbatim: true,
    mayBeEmpty: true,
    run(input, call) {
      if (isNothing(input)) return { kind: "pieces", pieces: [] };
      const [before, after] = [textArgument(call, 0, ""), textArgument(call, 1, "")];
      return { kind: "pieces", pieces: [textPiece(before), ...piecesOf(input), textPiece(after)] };
    },
  },
  {
    name: "无则",
    help: "是 0（或一项也没有）时换成这句话，不是 0 就照印。",
    example: ["交办.单位 | 至少: 100 | 无则: 没有超过100件的县区", "没有超过100件的县区"],
    verbatim: true,
    mayBeEmpty: true,
    run: (input, call) =>
      isNothing(input) ? { kind: "pieces", pieces: [textPiece(textArgument(call, 0, ""))] } : input,
  },
  {
    name: "说明",
    help: "分项与总数对不上时给读者的说明（可重复、共有件），或者指标的“口径”；没有要说明的就不印。开头的“注：”可以换。",
    example: ["交办.类别 | 说明", "注：一件可以涉及多个类别，各类别之和为317件，大于总数215件。"],
    verbatim: true,
    mayBeEmpty: true,
    run(input, call) {
      const remark = remarkFor(input, call);
      return {
        kind: "pieces",
        pieces: remark.length === 0 ? [] : [textPiece(textArgument(call, 0, "注：")), ...remark],
      };
    },
  },
];

function remarkFor(input: Shown, call: FilterCall): readonly Piece[] {
  if (input.kind === "tally") {
    const { note } = input.tally.definition;
    return note === undefined ? [] : [textPiece(`${note}。`)];
  }
  const list = listIn(input);
  if (list === undefined) throw wrongInput(input, call, "指标或分项（如 交办.类别）");
  return remarkOf(list.breakdown);
}
