/**
 * A made-up archive of any size: the example bulletin's data with issues of about the real one's length, whose counts grow from
 * issue to issue as a campaign's do and keep every rule. Drawn with a fixed seed, so that it is the same every time.
 */

import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addDays, isoDate } from "../../src/base/text/moment.ts";
import type { Moment } from "../../src/base/text/moment.ts";
import { example } from "./cli.ts";
import { Random } from "./random.ts";
import { paragraph, syntheticHeadline } from "./synthetic-prose.ts";

export interface SyntheticOptions {
  readonly seed?: number;
  /** Issues a year; 250 working days unless told. */
  readonly perYear?: number;
  readonly firstYear?: number;
  /** Every how many issues one is internal; none unless told. */
  readonly internalEvery?: number;
}

/** A word that stands in internal issues only. */
export const internalMark = "密件暗语天枢";

const units = ["冷水滩区", "零陵区", "东安县", "祁阳县", "道县", "宁远县", "江华", "新田", "江永", "双牌", "蓝山"];
const categories = ["大气污染", "水污染", "噪声污染", "土壤", "生态破坏"];

interface Totals {
  readonly received: number[];
  readonly key: number[];
  readonly closed: number[];
  readonly categories: number[];
}

/** Writes `count` issues, and the data they need, below `root`. */
export function writeSyntheticArchive(root: string, count: number, options: SyntheticOptions = {}): void {
  const { seed = 20201108, perYear = 250, firstYear = 2021, internalEvery } = options;
  const random = new Random(seed);
  cpSync(path.join(example, "data"), path.join(root, "data"), { recursive: true });
  const totals: Totals = {
    received: units.map(() => 3),
    key: units.map(() => 1),
    closed: units.map(() => 1),
    categories: categories.map(() => 7),
  };
  for (let at = 0; at < count; at++) {
    const year = firstYear + Math.floor(at / perYear);
    const number = (at % perYear) + 1;
    const date = addDays({ year, month: 1, day: 2 }, number);
    const folder = path.join(root, "content/issues", `${year}-${number}`);
    mkdirSync(folder, { recursive: true });
    const internal = internalEvery !== undefined && (at + 1) % internalEvery === 0;
    grow(totals, random);
    const files = issueFiles({ number, serial: at + 1, date, internal }, totals, random);
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  }
}

function grow({ received, key, closed, categories: kinds }: Totals, random: Random): void {
  for (const [at, before] of received.entries()) {
    const now = before + random.below(4);
    received[at] = now;
    closed[at] = Math.min(now, (closed[at] ?? 0) + random.below(4));
    key[at] = Math.min(now, (key[at] ?? 0) + (random.below(6) === 0 ? 1 : 0));
  }
  const sum = received.reduce((all, each) => all + each, 0);
  // At least one category a case, some with two; none more often than there are cases.
  for (const [at, before] of kinds.entries()) kinds[at] = Math.max(before, Math.round(sum * (0.3 - at * 0.02)));
}

interface Head {
  readonly number: number;
  readonly serial: number;
  readonly date: Moment;
  readonly internal: boolean;
}

function issueFiles(head: Head, totals: Totals, random: Random): Record<string, string> {
  const files: Record<string, string> = {
    "issue.yaml": [
      `期号: ${head.number}`,
      `日期: ${isoDate(head.date)}`,
      `总期号: ${head.serial}`,
      ...(head.internal ? ["内部: 是"] : []),
      "",
    ].join("\n"),
    "counts.yaml": countsFile(head, totals),
    "09-信访件情况.md": countsArticle,
  };
  for (let article = 1; article <= 4; article++) {
    const text = Array.from({ length: 4 }, () => paragraph(random)).join("\n\n");
    const mark = head.internal ? `\n\n${internalMark}。` : "";
    const title = `标题: ${syntheticHeadline(random)}\n`;
    files[`0${article}-稿件.md`] =
      `---\n${title}栏目: ${article < 4 ? "立行立改动态" : "经验交流"}\n---\n\n${text}${mark}\n`;
  }
  return files;
}

function countsFile({ date, serial }: Head, { received, key, closed, categories: kinds }: Totals): string {
  const lines = (names: readonly string[], values: readonly number[]): string =>
    names.map((name, at) => `    ${name}: ${values[at] ?? 0}\n`).join("");
  const sum = received.reduce((all, each) => all + each, 0);
  const letters = Math.floor(sum / 10);
  const asOf = isoDate(addDays(date, -1));
  return `交办:
  截至: ${asOf}
  批次: 1-${serial}
  单位:
${lines(units, received)}  类别:
${lines(categories, kinds)}  来源:
${lines(["来电", "来信"], [sum - letters, letters])}
重点件:
  截至: ${asOf}
  单位:
${lines(units, key)}
办结:
  截至: ${isoDate(date)}
  单位:
${lines(units, closed)}`;
}

const countsArticle = `---
栏目: 信访件情况
---

### 1. 信访件交办情况

截至{{交办.截至}}，省督察组共向我市转办了{{交办.批数 | 汉字}}批{{交办}}件信访案件。按单位分为：{{交办.单位}}。

按污染类别分为：{{交办.类别 | 分隔: ，}}。其中重点件{{重点件}}件。

### 2. 信访件办理情况

截至{{办结.截至 | 月日}}，已办结{{办结}}件，正在办理{{正在办理}}件，办结率{{办结率}}。
`;
