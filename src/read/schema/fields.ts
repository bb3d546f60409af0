/** Field types that several files share. */

import { z } from "zod";
import { readMoment } from "../../base/text/moment.ts";
import { fromWords } from "../../base/text/numeral.ts";
import { halfWidth } from "./number-wording.ts";

/** A text that is not empty. */
export const text = z.string().min(1);

export const yesNo = z.enum(["是", "否"]);

/** 2020-11-07, 2020年11月7日, each with an optional hour. */
export const moment = z.string().superRefine((value, context) => {
  const reading = readMoment(value);
  if (reading.ok) return;
  const meant = meantMoment(value);
  context.addIssue({
    code: "custom",
    message: reading.reason,
    params: {
      code: halfWidth(value) === value ? "invalid-date" : "fullwidth-digit",
      ...(meant === undefined ? {} : { mended: meant }),
      hint:
        meant === undefined
          ? "日期写作 2020-11-07 或 2020年11月7日，可以带钟点，如 2020-11-07 18时。"
          : `请写成“${meant}”。`,
    },
  });
});

/** 20201107, 2020—11—07, 二〇二〇年十一月七日, 2020 年 11 月 7 日。 */
export function meantMoment(typed: string): string | undefined {
  const half = halfWidth(typed).trim();
  const arabic = half
    .replace(/[。，；.]+$/u, "")
    .replace(
      /^([零〇一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u,
      (_, year: string, month: string, day: string) =>
        `${[...year].map((digit) => fromWords(digit) ?? 0).join("")}年${fromWords(month) ?? ""}月${fromWords(day) ?? ""}日`,
    )
    .replace(/(?<=\d)\s*[—–‑−~～]\s*(?=\d)/gu, "-")
    .replace(/\s*([年月日])\s*(?=\d|$)/gu, "$1")
    .replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  return [half, arabic].find((text) => text !== typed && readMoment(text).ok);
}

/** A text or a list of texts. */
export const lines = z.union([text, z.array(text).min(1)]);

/** One name, several joined by 、, or a list: editors write names in all three forms. */
export const names = lines;

/** A day without an hour in the one form that the program writes. */
export const isoDay = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && readMoment(value).ok, {
  message: "日期要写成 2020-11-08",
});

/** A whole number, 0 or more. */
export const wholeNumber = z.number().int().min(0);

/** One text or several, as a list. */
export function listed(typed: string | readonly string[] | undefined): string[] {
  return typed === undefined ? [] : typeof typed === "string" ? [typed] : [...typed];
}

/** Splits names at 、 as in “冷水滩、零陵、经开区”. */
export function splitNames(value: string | readonly string[]): string[] {
  const list = typeof value === "string" ? [value] : value;
  return list.flatMap((item) => item.split("、").map((name) => name.trim())).filter((name) => name !== "");
}
