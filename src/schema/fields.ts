/** Field types that several files share. */

import { z } from "zod";
import { readMoment } from "../text/moment.ts";
import { halfWidth } from "./number-wording.ts";

/** A line of text, not empty. A number typed without quotes (a telephone, a code) is taken as written only where `figureText` is used. */
export const text = z.string().min(1);

export const yesNo = z.enum(["是", "否"]);

/** 2020-11-07, 2020年11月7日, each with an optional hour. */
export const moment = z.string().superRefine((value, context) => {
  const reading = readMoment(value);
  if (reading.ok) return;
  const half = halfWidth(value);
  context.addIssue({
    code: "custom",
    message: reading.reason,
    params: {
      code: half === value ? "invalid-date" : "fullwidth-digit",
      ...(half !== value && readMoment(half).ok ? { mended: half } : {}),
      hint: "日期写作 2020-11-07 或 2020年11月7日，可以带钟点，如 2020-11-07 18时。",
    },
  });
});

/** One name, several joined by 、 or a list: all three are how editors write names. */
export const names = z.union([text, z.array(text).min(1)]);

/** A text, or a list of texts. */
export const lines = z.union([text, z.array(text).min(1)]);

/** A whole number, 0 or more. */
export const wholeNumber = z.number().int().min(0);

/** Splits names at 、 as in “冷水滩、零陵、经开区”. */
export function splitNames(value: string | readonly string[]): string[] {
  const list = typeof value === "string" ? [value] : value;
  return list.flatMap((item) => item.split("、").map((name) => name.trim())).filter((name) => name !== "");
}
