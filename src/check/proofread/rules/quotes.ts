import { before, after, isHan } from "../block.ts";
import { replacing, type Finding, type ProseRule } from "../rule.ts";

/** 直引号。Whether one opens or closes follows from its count, so it is mended only in whole pairs. */
export const straightQuote: ProseRule = {
  id: "straight-quote",
  name: "直引号",
  level: "warning",
  fixable: true,
  explanation: "中文用弯引号“”‘’，不用键盘上的直引号；外文中的撇号和经纬度、尺寸的分秒号不报。",
  example: { wrong: '"散乱污"企业', right: "“散乱污”企业" },
  basis: "GB/T 15834—2011 4.8",
  find(block) {
    return [...pairs(block.text, '"', "“", "”"), ...pairs(block.text, "'", "‘", "’")];
  },
};

function pairs(text: string, straight: string, open: string, close: string): Finding[] {
  const marks = [...text.matchAll(straight === '"' ? /"/g : /'/g)]
    .map((match) => match.index)
    // Letter'letter is an apostrophe; a mark behind a digit is a minute or an inch unless it also stands before Han.
    .filter((at) => !/[A-Za-z]/.test(before(text, at)) || !/[A-Za-z]/.test(after(text, at + 1)));
  const chinese = /\p{Script=Han}/u.test(text);
  const whole = marks.length % 2 === 0;
  if (!chinese || (!whole && marks.every((at) => measures(text, at)))) return [];
  return marks.map((at, index) => {
    const curly = index % 2 === 0 ? open : close;
    const message = `用了直引号${straight}`;
    return whole
      ? replacing(at, at + 1, curly, message, `改为弯引号${curly}`)
      : { start: at, message, hint: `本段直引号不成对，请改为弯引号${open}${close}并补齐` };
  });
}

function measures(text: string, at: number): boolean {
  return /\d/.test(before(text, at)) && !isHan(after(text, at + 1));
}
