/** A press in a thread of its own does what one in this thread does, faults included. */

import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../../src/build/prepare.ts";
import { fontConfig, printIssue } from "../../../src/build/print-issue.ts";
import { LazyPrinter, PrintError, pressOf } from "../../../src/output/pdf/index.ts";
import { ThreadPress } from "../../../src/build/worker/thread-press.ts";
import type { EditionJob, Press } from "../../../src/output/pdf/index.ts";
import { EnvironmentError } from "../../../src/base/problem/environment-error.ts";
import { example, product } from "../../support/cli.ts";
import { Memo } from "../../../src/build/memo.ts";
import { DevelopedPictures } from "../../../src/build/pictures.ts";

const program = path.join(product, "scripts/start.mjs");
const here = pressOf(new LazyPrinter());
let waits = 0;
const there = new ThreadPress(program, { browsers: 2 }, () => waits++);
let job: EditionJob;

beforeAll(async () => {
  const { archive, issues, root } = prepare(example);
  const built = issues.at(-1);
  if (archive === undefined || built === undefined) throw new Error("the example is broken");
  const { bulletin } = archive;
  const jobs: EditionJob[] = [];
  const press: Pick<Press, "print"> = {
    print: (made) => {
      jobs.push(made);
      return Promise.resolve({ undrawable: [] });
    },
  };
  await printIssue(built, {
    root,
    bulletin,
    fonts: fontConfig(bulletin, root),
    press,
    pictures: new DevelopedPictures(new Memo(undefined)),
  });
  const [made] = jobs;
  if (made === undefined) throw new Error("nothing was handed over");
  job = made;
  await there.start(made.fonts);
});
afterAll(() => Promise.all([here.close(), there.close()]));

/** What comes of a job, or the fault with all that is told of it. */
async function outcome(press: Press, made: EditionJob): Promise<unknown> {
  try {
    return await press.print(made);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    const { name, message } = fault;
    const kinds = [fault instanceof PrintError, fault instanceof EnvironmentError];
    return { kinds, name, message, hint: fault instanceof EnvironmentError ? fault.hint : "" };
  }
}

describe("a press in a thread", () => {
  test("prints the same bytes, several at a time, and tells which browser it uses", async () => {
    const [ours, ...theirs] = await Promise.all([here.print(job), there.print(job), there.print(job)]);
    for (const printed of theirs) {
      if (!("pdf" in printed) || !("pdf" in ours)) throw new Error("not printed");
      expect(Buffer.from(printed.pdf).equals(Buffer.from(ours.pdf))).toBe(true);
      expect({ ...printed, pdf: undefined }).toEqual({ ...ours, pdf: undefined });
    }
    expect(await there.browser()).toEqual(await here.browser());
    expect(waits).toBeGreaterThan(0);
  });

  const faulty: readonly (readonly [what: string, change: (made: EditionJob) => EditionJob, told: object])[] = [
    [
      "characters that no face draws",
      (made) => ({ ...made, characters: "\u{10FFFD}" }),
      { undrawable: ["\u{10FFFD}"] },
    ],
    [
      "a picture that is not there",
      (made) => ({ ...made, files: new Map([...made.files, ["没有.png", path.join(product, "没有.png")]]) }),
      { kinds: [true, false], message: expect.stringMatching(/打印失败：无法读取文件/) as string },
    ],
    [
      "a font that is not there",
      (made) => ({ ...made, fonts: { 仿宋: { file: path.join(product, "没有.ttf") } } }),
      { kinds: [false, true], hint: expect.stringMatching(/\.ttf/) as string },
    ],
    [
      "an assertion of ours",
      (made) => ({ ...made, html: made.html.replace('class="imprint"', 'class="other"') }),
      { kinds: [true, false], message: expect.stringMatching(/版面脚本出错/) as string },
    ],
  ];
  test.each(faulty)("tells of %s as a press in this thread does", async (_, change, told) => {
    const [ours, theirs] = await Promise.all([outcome(here, change(job)), outcome(there, change(job))]);
    expect(theirs).toMatchObject(told);
    // A font's fault is one of the environment to whoever is told.
    expect({ ...(theirs as object), name: "" }).toEqual({ ...(ours as object), name: "" });
  });

  test("refuses what waits when it is closed, and whatever comes then", async () => {
    const press = new ThreadPress(program, { browsers: 1 });
    const printing = [1, 2, 3].map(() => outcome(press, job));
    await press.browser();
    await press.close();
    await press.close();
    const ends = await Promise.all(printing);
    expect(ends.filter((end) => !("pdf" in (end as object))).length).toBeGreaterThan(0);
    expect(await outcome(press, job)).toMatchObject({ kinds: [false, true], message: "打印的线程结束了" });
  });

  test("tells whoever prints that there is no browser", async () => {
    const before = process.env["PUPPETEER_EXECUTABLE_PATH"];
    process.env["PUPPETEER_EXECUTABLE_PATH"] = path.join(product, "没有");
    try {
      const press = new ThreadPress(program, { browsers: 1 });
      const told = { kinds: [false, true], message: expect.stringMatching(/没有/) as string };
      expect(await outcome(press, job)).toMatchObject(told);
      await expect(press.browser()).rejects.toThrow(EnvironmentError);
      await press.close();
    } finally {
      if (before === undefined) delete process.env["PUPPETEER_EXECUTABLE_PATH"];
      else process.env["PUPPETEER_EXECUTABLE_PATH"] = before;
    }
  });

  test("ends whoever waits for a thread that does not run", async () => {
    const press = new ThreadPress(path.join(product, "scripts/没有.mjs"), { browsers: 1 });
    expect(await outcome(press, job)).toMatchObject({
      kinds: [false, true],
      message: expect.stringMatching(/^打印的线程结束了（.*没有\.mjs/) as string,
      hint: expect.stringContaining("doctor") as string,
    });
    await press.close();
  });
});
