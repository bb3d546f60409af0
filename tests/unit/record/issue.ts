/** A published text and its record, small enough to read. */

import type { PublishedText } from "../../../src/model/issue-record.ts";
import { SourceText } from "../../../src/base/problem/source-text.ts";
import { textDigest } from "../../../src/record/digest.ts";
import type { EditionDraft } from "../../../src/record/draft.ts";
import { nextRecord } from "../../../src/record/next-record.ts";
import { readRecord } from "../../../src/record/read-record.ts";
import type { ReadRecord } from "../../../src/record/read-record.ts";

export const text: PublishedText = {
  parts: [
    { name: "报头", slug: "", blocks: ["工作简报", "第15期", "2020年11月8日"] },
    {
      name: "信访件情况",
      slug: "05-信访件情况",
      blocks: ["【信访件情况】", "共交办215件。其中冷水滩区56件、零陵区32件；其余127件。", "已办结160件。"],
    },
    { name: "版记", slug: "", blocks: ["报：省督察组：“第五组”"] },
  ],
  figures: [
    { slug: "05-信访件情况", text: "215", name: "交办", value: "215" },
    { slug: "05-信访件情况", text: "56", name: "交办.单位.冷水滩区", value: "56" },
    { slug: "05-信访件情况", text: "12.5%", name: "", value: "" },
  ],
  data: [
    { name: "交办", value: "215" },
    { name: "交办.单位.冷水滩区", value: "56" },
    { name: "交办.单位.零陵区", value: "32" },
    { name: "交办.截至", value: "2020-11-07" },
  ],
};

/** The text with words put in the place of others, wherever they stand. */
export function changed(from: string, to: string, base: PublishedText = text): PublishedText {
  const json = JSON.stringify(base);
  if (!json.includes(from)) throw new Error(`“${from}” is not in the text`);
  return JSON.parse(json.replaceAll(from, to)) as PublishedText;
}

export const pdf = (letter: string): EditionDraft["printing"] => ({
  bytes: 1000,
  pages: 7,
  sha256: letter.repeat(64),
  by: "浏览器 143",
});

export function draft(over: Partial<EditionDraft> = {}): EditionDraft {
  const own = over.text ?? text;
  return {
    issue: "2020-15",
    edition: 1,
    basis: null,
    digest: textDigest(own),
    corrections: [],
    printing: pdf("a"),
    facts: { scope: undefined, name: "工作简报", issuer: "某办", recipients: { 报: "省督察组" }, contacts: [] },
    text: own,
    ...over,
  };
}

export const wish = { date: "2020-11-08", reprint: false };

export function read(file: string): ReadRecord {
  const { value, problems } = readRecord(new SourceText("data/published/2020-15.yaml", file));
  if (value === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  return value;
}

/** What publication writes, read again. */
export function publish(record: ReadRecord | undefined, made: EditionDraft, date = wish.date, reprint = false): string {
  const next = nextRecord(record, made, { date, reprint });
  if (!("text" in next)) throw new Error(next.kind);
  return next.text;
}

export const first = publish(undefined, draft());

export const correction = { date: "2020-11-10", what: "冷水滩区应为57件。", why: "漏计一件。", withheld: false };

/** The correction as a second edition. */
export function corrected(own: EditionDraft["corrections"][number] = correction): string {
  const record = read(first);
  const now = changed("56", "57");
  return publish(
    record,
    draft({ edition: 2, basis: record.seal, corrections: [own], printing: pdf("b"), text: now }),
    "2020-11-10",
  );
}
