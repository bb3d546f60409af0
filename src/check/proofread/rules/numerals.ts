import { quote, replacing, type ProseRule } from "../rule.ts";

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?％?|(?<=\d)％/g;

/** 全角数字、字母。 */
export const fullWidthCharacter: ProseRule = {
  id: "full-width-character",
  name: "全角数字、字母",
  level: "warning",
  fixable: true,
  explanation: "阿拉伯数字和拉丁字母用半角，连同其间的小数点和其后的百分号。",
  example: { wrong: "共２１５件，占１２．５％", right: "共215件，占12.5%" },
  basis: "GB/T 15835—2011 5.1.7",
  find(block) {
    return [...block.text.matchAll(FULL_WIDTH)].map(({ 0: full, index }) => {
      const half = full.normalize("NFKC");
      return replacing(index, index + full.length, half, `用了全角字符${quote(full)}`, `改为半角的${quote(half)}`);
    });
  },
};

const LEADING_ZERO = /第(0+)[1-9]\d{0,5}|(?<![\w.:-])(0)[1-9](?= ?月)|(?<=月 ?)(0)[1-9](?= ?[日号])/g;

/** 虚位的零。GB/T 9704 wants 2020年1月5日, and ordinals are written without padding. */
export const leadingZero: ProseRule = {
  id: "leading-zero",
  name: "编虚位",
  level: "warning",
  fixable: true,
  explanation: "期数、批次等序数和月、日不编虚位，1不写作01。",
  example: { wrong: "2020年09月05日第05期", right: "2020年9月5日第5期" },
  basis: "GB/T 9704—2012 7.2.5、7.3.5.4",
  find(block) {
    return [...block.text.matchAll(LEADING_ZERO)].map((match) => {
      const [padded] = match;
      const zeros = match.slice(1).find((group) => group !== undefined) ?? "";
      const at = match.index + padded.indexOf(zeros);
      const hint = `去掉前面的0，写作${quote(padded.replace(zeros, ""))}`;
      return replacing(at, at + zeros.length, "", `${quote(padded)}编了虚位`, hint);
    });
  },
};
