import { ExpressionError } from "../expression/expression.ts";
import { momentForms } from "../text/moment.ts";
import type { Moment } from "../text/moment.ts";
import { textArgument } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { figurePiece, joinPieces, textPiece } from "./piece.ts";
import { batchPieces, shownNames } from "./shown.ts";

const momentExamples: Record<keyof typeof momentForms, string> = {
  年月日: "2020年11月7日",
  年月日时: "2020年11月7日",
  月日: "11月7日",
  月日时: "11月7日",
  日: "7日",
  日时: "7日",
  时: "",
  年月: "2020年11月",
  月: "11月",
  年: "2020年",
  汉字日期: "二〇二〇年十一月七日",
  横线日期: "2020-11-07",
};

const momentFilters = Object.entries(momentForms).map(
  ([name, write]: [string, (moment: Moment) => string]): Filter => ({
    name,
    help: `日期写成“${name}”的样子。`,
    example: [`交办.截至 | ${name}`, momentExamples[name as keyof typeof momentForms]],
    run(input, call) {
      if (input.kind !== "moment")
        throw new ExpressionError(
          "filter-input",
          `“${call.name}”只能用在日期后面，前面是${shownNames[input.kind]}`,
          call.span,
        );
      return { kind: "text", text: write(input.moment) };
    },
  }),
);

export const otherFilters: readonly Filter[] = [
  ...momentFilters,
  {
    name: "连接",
    help: "名单用什么连：先写中间的，再写最后两个之间的。",
    example: ["交办.共有.单位 | 连接: 、, 与", "冷水滩、零陵与经开区"],
    run(input, call) {
      if (input.kind !== "names")
        throw new ExpressionError(
          "filter-input",
          `“连接”只能用在名单（如 交办.共有.单位）后面，前面是${shownNames[input.kind]}`,
          call.span,
        );
      const separator = textArgument(call, 0);
      const pieces = joinPieces(
        input.names.map((name) => [textPiece(name)]),
        separator,
        textArgument(call, 1, separator),
      );
      return { kind: "pieces", pieces };
    },
  },
  {
    name: "列出",
    help: "共有件逐条列出：1件涉及甲、乙；2件涉及……；各条之间默认用分号。",
    example: ["交办.共有 | 列出", "1件涉及冷水滩、零陵、经开区"],
    run(input, call) {
      if (input.kind !== "joint")
        throw new ExpressionError(
          "filter-input",
          `“列出”只能用在共有件后面，前面是${shownNames[input.kind]}`,
          call.span,
        );
      const items = input.items.map(({ figure, units, unitCount }) => [
        figurePiece(figure.value.toString(), figure),
        textPiece(
          `${figure.measureWord}涉及${units.length > 0 ? units.map((unit) => unit.label).join("、") : `${unitCount}个单位`}`,
        ),
      ]);
      return { kind: "pieces", pieces: joinPieces(items, textArgument(call, 0, "；")) };
    },
  },
  {
    name: "起止",
    help: "批次写成 2—17 的样子，前后的“第”“批”自己写。",
    example: ["交办.批次 | 起止", "1—15"],
    run(input, call) {
      if (input.kind !== "batches")
        throw new ExpressionError("filter-input", `“起止”只能用在批次后面，前面是${shownNames[input.kind]}`, call.span);
      const ends = [input.from, input.to].map((figure) => figurePiece(figure.value.toString(), figure));
      return {
        kind: "pieces",
        pieces: joinPieces(
          ends.map((piece) => [piece]),
          textArgument(call, 0, "—"),
        ),
      };
    },
  },
  {
    name: "数字",
    help: "批次用阿拉伯数字写（不写也是这样）。",
    example: ["交办.批次 | 数字", "第1批至第15批"],
    run(input, call) {
      if (input.kind !== "batches")
        throw new ExpressionError("filter-input", `“数字”只能用在批次后面，前面是${shownNames[input.kind]}`, call.span);
      return { kind: "pieces", pieces: batchPieces(input, String) };
    },
  },
];
