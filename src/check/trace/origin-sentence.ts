/** One Chinese sentence on how a printed number comes about. */

import type Fraction from "fraction.js";
import { kindNames } from "../numbers/index.ts";
import type { Figure } from "../../compute/tally/figure.ts";
import type { TracedNumber } from "./traced-number.ts";
import { quantityText, valueText } from "./value-text.ts";
import type { WrittenForm } from "./written-form.ts";

export function originSentence({ state, figure, phrase, form, number }: TracedNumber): string {
  const { token } = number;
  switch (state) {
    case "computed":
      return figure === undefined ? "由数据算出。" : `${derivationText(figure)}${formText(form, figure)}。`;
    case "typed-agrees":
      return `手写的数，与数据“${figure?.name ?? phrase ?? ""}”相同。`;
    case "typed-unchecked":
      return "手写的数，没有数据可以核对，请看原始材料。";
    case "not-a-count":
      return phrase === undefined
        ? `${kindNames[token.kind]}，不是统计数字。`
        : `${kindNames[token.kind]}，由“${phrase}”印出，不是统计数字。`;
  }
}

/** A sum of more parts than this is told by its first few. */
const mostParts = 4;

export function derivationText(figure: Figure): string {
  const { derivation, name } = figure;
  switch (derivation.kind) {
    case "line":
      return derivation.line.cases === undefined
        ? `数据“${name}”填的是${quantityText(figure)}`
        : `台账里“${name}”有${quantityText(figure)}`;
    case "constant":
      return `“${name}”是${quantityText(figure)}`;
    case "sum": {
      const { parts } = derivation;
      if (parts.length === 0) return `“${name}”没有填，是0`;
      if (parts.length === 1) return `“${name}”只有一项，${quantityText(figure)}`;
      const shown = parts.slice(0, mostParts).map((part) => `${lastName(part)}${valueText(part.value)}`);
      const rest = parts.length > mostParts ? `……共${parts.length}项` : "";
      return `“${name}”是各项相加：${shown.join("＋")}${rest}，得${quantityText(figure)}`;
    }
    case "operation": {
      const { left, right, operator } = derivation;
      return `“${name}”是 ${operand(left)} ${operator === "-" ? "−" : operator} ${operand(right)}，得${quantityText(figure)}`;
    }
    case "count":
      return `“${name}”：一共${derivation.of.length}项`;
    case "rank":
      return `${derivation.of.name}（${quantityText(derivation.of)}）在${derivation.among.length}项中${derivation.ascending === true ? "从少到多" : "从多到少"}排第${valueText(figure.value)}`;
  }
}

/** 交办 215; 1 of a constant; （末批 − 首批）14 of what is itself computed. */
function operand({ name, value }: Figure): string {
  const text = valueText(value);
  if (name === text) return text;
  return / [-+×÷] /.test(name) ? `（${name.replaceAll(" - ", " − ")}）${text}` : `${name} ${text}`;
}

/** 冷水滩区 of 交办.单位.冷水滩区 */
function lastName({ name }: Figure): string {
  return name.split(".").at(-1) ?? name;
}

function formText(form: WrittenForm | undefined, { value }: Figure): string {
  if (form === undefined) return "";
  const steps: string[] = [];
  if (form.absolute) steps.push("不带负号");
  if (form.times !== "1") steps.push(form.times === "100" ? "按百分数" : `乘以${form.times}`);
  if (form.step !== undefined) steps.push(`只取到整${form.step}`);
  else if (form.decimals !== undefined && !ends(value, form))
    steps.push(`${form.rounding === "down" ? "去尾" : "四舍五入"}保留${form.decimals}位小数`);
  if (form.numerals === "chinese" || form.numerals === "counting") steps.push("用汉字写");
  if (form.numerals === "word") steps.push("写成文字");
  return steps.map((step) => `，${step}`).join("");
}

/** 61.50: nothing was rounded away. */
function ends(value: Fraction, { times, decimals = 0 }: WrittenForm): boolean {
  return times === "1" && value.mul(10 ** decimals).d === 1n;
}
