import { quote, replacing, type Finding, type ProseRule } from "../rule.ts";

const CHINESE = String.raw`[\p{Script=Han}“”‘’（）《》，。；：、！？]`;
const DOT = /(?<=[\p{Script=Han}A-Za-z0-9])[・•‧∙･](?=[\p{Script=Han}A-Za-z0-9])/gu;
const ELLIPSIS = new RegExp(
  `(?<=${CHINESE})\\.{3,}|\\.{3,}(?=${CHINESE})|。{3,}|[·・]{3,}|⋯+|(?<![….])(?:…|…{3}|…{5})(?![….])`,
  "gu",
);
const DASH = new RegExp(
  [
    `(?<=${CHINESE})(?:-{2,}|－{2,})|(?:-{2,}|－{2,})(?=${CHINESE})`,
    "—{3,}|[―─]{2,}",
    // One dash between two Han characters may join places or names (长沙—永州); these places it cannot.
    "(?<!—)—(?!—)(?:(?=[这那即]|就是|也就是|我们|他们)|(?<=(?:^|[，。；：])—))",
    "(?<=\\p{Script=Han})[ \\t]—[ \\t](?=\\p{Script=Han})",
  ].join("|"),
  "gu",
);

/** A dash, or what joins places and names: only the editor knows. In front of a number it is a minus sign. */
const SINGLE = /(?<=\p{Script=Han})－(?=\p{Script=Han})/gu;

/** 间隔号。 */
export const middleDot: ProseRule = {
  id: "middle-dot",
  name: "间隔号",
  level: "warning",
  fixable: true,
  explanation: "间隔号用“·”（U+00B7），不用日文的“・”或项目符号“•”。",
  example: { wrong: "“12・13”专案", right: "“12·13”专案" },
  basis: "GB/T 15834—2011 4.14",
  find(block) {
    return replace(block.text, DOT, "·", "间隔号");
  },
};

/** 省略号。 */
export const ellipsis: ProseRule = {
  id: "ellipsis",
  name: "省略号",
  level: "warning",
  fixable: true,
  explanation: "省略号是占两个字位置的六个点“……”，不用句点、句号或半个省略号代替。",
  example: { wrong: "扬尘、噪声、油烟...", right: "扬尘、噪声、油烟……" },
  basis: "GB/T 15834—2011 4.11",
  find(block) {
    return replace(block.text, ELLIPSIS, "……", "省略号");
  },
};

/** 破折号。 */
export const dash: ProseRule = {
  id: "dash",
  name: "破折号",
  level: "warning",
  fixable: true,
  explanation: "破折号占两个字的位置“——”，不用减号，也不用一个“—”；起止和地名之间的一字线不报。",
  example: { wrong: "一个目标--让群众满意", right: "一个目标——让群众满意" },
  basis: "GB/T 15834—2011 4.10",
  find(block) {
    // A cell that is nothing but a dash says that there is nothing to say.
    if (block.kind === "cell" && /^\P{L}*$/u.test(block.text) && !/\p{N}/u.test(block.text)) return [];
    const hint = "破折号写“——”；地名、名称之间的连接号写“—”";
    const single = [...block.text.matchAll(SINGLE)].map(({ index }): Finding => ({
      start: index,
      message: "用了全角减号“－”",
      hint,
    }));
    return [...replace(block.text, DASH, "——", "破折号"), ...single];
  },
};

function replace(text: string, pattern: RegExp, right: string, name: string): Finding[] {
  return [...text.matchAll(pattern)].map(({ 0: typed, index }) =>
    replacing(index, index + typed.length, right, `${name}写作${quote(typed)}`, `改为“${right}”`),
  );
}
