/** Differences in words: more, fewer, the same. */

import { ExpressionError } from "../../model/expression/expression.ts";
import type { FilterCall } from "../../model/expression/expression.ts";
import type { Figure } from "../tally/figure.ts";
import { defaultNumber } from "./default-number.ts";
import { complete, numberFilter, roundingArguments, textArgument } from "./filter.ts";
import type { Filter } from "./filter.ts";
import type { WrittenFigure } from "./list.ts";
import { fixed, percentage } from "./number-format.ts";
import { figurePiece, textPiece } from "./piece.ts";

type ChangeWords = readonly [more: string, fewer: string, same: string];

/** The word, then the size of the change; only the word when nothing has changed. */
function changed(figure: Figure, chosen: ChangeWords, size: () => WrittenFigure["pieces"]): WrittenFigure {
  const [more, fewer, same] = chosen;
  if (figure.value.equals(0)) return complete(figurePiece(same, figure));
  return complete(textPiece(figure.value.s > 0n ? more : fewer), ...size());
}

/** The size of a difference with its 量词: 12件. */
function amount(figure: Figure): WrittenFigure["pieces"] {
  const number = figurePiece(defaultNumber({ ...figure, value: figure.value.abs() }), figure);
  return figure.measureWord === "" ? [number] : [number, textPiece(figure.measureWord)];
}

const isRounding = (text: string): boolean => /^\d+$|^(四舍五入|去尾|去零)?$/.test(text);

/** Arguments that are not about rounding replace the customary words, in order. */
function chosenWords(call: FilterCall, customary: ChangeWords): ChangeWords {
  const own = call.args.filter((text) => !isRounding(text));
  const strange = own.find((text) => /[\d０-９:：]/.test(text)) ?? own[3];
  if (strange !== undefined)
    throw new ExpressionError(
      "filter-argument",
      `“${call.name}”不认识“${strange}”`,
      call.span,
      `冒号只在“${call.name}”后面写一个，以后各项用逗号隔开，至多三个词，词里没有数字和冒号，如“| ${call.name}: ${/^增减[率点]$/.test(call.name) ? "2, " : ""}${customary.join(", ")}”。`,
    );
  return [own[0] ?? customary[0], own[1] ?? customary[1], own[2] ?? customary[2]];
}

function roundingOnly(call: FilterCall): FilterCall {
  return { ...call, args: call.args.filter(isRounding) };
}

export const changeFilters: readonly Filter[] = [
  numberFilter(
    {
      name: "升降",
      help: "差数写成“上升2位”“下降1位”或“持平”，名次、水位用；三个词可以自定。",
      example: ["去年同期.交办.单位.名次.冷水滩区 - 交办.单位.名次.冷水滩区 | 升降", "上升1位"],
    },
    (figure, call) => changed(figure, chosenWords(call, ["上升", "下降", "持平"]), () => amount(figure)),
  ),
  numberFilter(
    {
      name: "高低",
      help: "与某个数相比的差，写成“高于汛限水位0.20米”“低于汛限水位0.35米”“与汛限水位持平”；两个词可以自定：高低: 汛限水位, 超, 低于。",
      example: ["办结 - 交办 | 高低: 交办数", "低于交办数55件"],
    },
    (figure, call) => {
      const against = textArgument(call, 0);
      const [more, fewer] = [call.args[1] ?? "高于", call.args[2] ?? "低于"];
      const same = call.args[3] ?? `与${against}持平`;
      return changed(figure, [`${more}${against}`, `${fewer}${against}`, same], () => amount(figure));
    },
  ),
  numberFilter(
    {
      name: "增减",
      help: "差数写成“增加12件”“减少3件”或“持平”；三个词可以自定：增减: 上升, 下降, 不变。",
      example: ["办结 - 交办 | 增减", "减少55件"],
    },
    (figure, call) => changed(figure, chosenWords(call, ["增加", "减少", "持平"]), () => amount(figure)),
  ),
  numberFilter(
    {
      name: "增减率",
      help: "比率写成“增长12.5%”“下降3.2%”或“持平”，数字是保留几位小数，后面可以写自定的三个词。",
      example: ["(办结 - 交办) / 交办 | 增减率: 1", "下降25.6%"],
    },
    (figure, call) =>
      changed(figure, chosenWords(call, ["增长", "下降", "持平"]), () => [
        figurePiece(percentage(figure.value.abs(), roundingArguments(roundingOnly(call), 1)), figure),
      ]),
  ),
  numberFilter(
    {
      name: "增减点",
      help: "两个比率之差写成“提高2.3个百分点”“降低1.1个百分点”或“持平”。",
      example: ["重点件 / 交办 - 办结 / 交办 | 增减点: 1", "降低55.3个百分点"],
    },
    (figure, call) =>
      changed(figure, chosenWords(call, ["提高", "降低", "持平"]), () => [
        figurePiece(fixed(figure.value.abs().mul(100), roundingArguments(roundingOnly(call), 1)), figure),
        textPiece("个百分点"),
      ]),
  ),
];
