import { momentForms } from "../../base/text/moment.ts";
import type { Moment } from "../../base/text/moment.ts";
import { textArgument, wrongInput } from "./filter.ts";
import type { Filter } from "./filter.ts";
import { figurePiece, joinPieces, textPiece } from "./piece.ts";
import { batchPieces } from "./shown.ts";

const momentExamples: Record<keyof typeof momentForms, string> = {
  年月日: "2020年11月7日",
  年月日时: "2020年11月7日",
  月日: "11月7日",
  月日时: "11月7日",
  日: "7日",
  日时: "7日",
  时: "24时",
  钟点: "24:00",
  月日钟点: "11月7日",
  年月: "2020年11月",
  月: "11月",
  年: "2020年",
  旬: "11月上旬",
  年月旬: "2020年11月上旬",
  季度: "第四季度",
  年季度: "2020年第四季度",
  半年: "下半年",
  汉字日期: "二〇二〇年十一月七日",
  汉字月日: "十一月七日",
  星期: "星期六",
  横线日期: "2020-11-07",
};

export const momentFilters: readonly Filter[] = Object.entries(momentForms).map(
  ([name, write]: [string, (moment: Moment) => string]): Filter => ({
    name,
    help: `日期写成“${name}”的样子。`,
    example: [`交办.截至 | ${name}`, momentExamples[name as keyof typeof momentForms]],
    run(input, call) {
      if (input.kind !== "moment") throw wrongInput(input, call, "日期");
      return { kind: "text", text: write(input.moment) };
    },
  }),
);

export const otherFilters: readonly Filter[] = [
  {
    name: "连接",
    help: "名单用什么连：先写中间的，再写最后两个之间的。",
    verbatim: true,
    example: ["交办.共有.单位 | 连接: 、, 与", "冷水滩、零陵与经开区"],
    run(input, call) {
      if (input.kind !== "names") throw wrongInput(input, call, "名单（如 交办.共有.单位）");
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
    help: "共有件逐条列出：1件涉及甲、乙；2件涉及……。依次可以自定：条与条之间的标点、“涉及”、最后两个单位之间的连词、单位数后面的名词。",
    example: ["交办.共有 | 列出: ；, 同时涉及, 和", "1件同时涉及冷水滩、零陵和经开区"],
    verbatim: true,
    run(input, call) {
      if (input.kind !== "joint") throw wrongInput(input, call, "共有件");
      const verb = textArgument(call, 1, "涉及");
      const noun = textArgument(call, 3, "单位");
      const items = input.items.map(({ figure, units, unitCount }) => [
        figurePiece(figure.value.toString(), figure),
        textPiece(`${figure.measureWord}${verb}`),
        ...(units.length > 0
          ? joinPieces(
              units.map((unit) => [textPiece(unit.label)]),
              "、",
              textArgument(call, 2, "、"),
            )
          : [textPiece(`${unitCount}个${noun}`)]),
      ]);
      return { kind: "pieces", pieces: joinPieces(items, textArgument(call, 0, "；")) };
    },
  },
  {
    name: "起止",
    help: "批次写成 2—17 的样子，前后的“第”“批”自己写。",
    example: ["交办.批次 | 起止", "1—15"],
    verbatim: true,
    run(input, call) {
      if (input.kind !== "batches") throw wrongInput(input, call, "批次");
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
      if (input.kind !== "batches") throw wrongInput(input, call, "批次");
      return { kind: "pieces", pieces: batchPieces(input, String) };
    },
  },
];
