import { describe, expect, test } from "vitest";
import { eachLimited } from "../../../src/base/process/limited.ts";
import { Progress, span, progressLine, watchFor } from "../../../src/base/process/progress.ts";
import { readShard, shareOf } from "../../../src/build/shard.ts";

describe("work with a limit", () => {
  test("takes the next item only when there is room, and does them all", async () => {
    let running = 0;
    let most = 0;
    const taken: number[] = [];
    function* items(): Generator<number> {
      for (let at = 0; at < 20; at++) {
        taken.push(at);
        yield at;
      }
    }
    const done: number[] = [];
    await eachLimited(items(), 3, async (item) => {
      running++;
      most = Math.max(most, running);
      expect(taken.length - done.length).toBeLessThanOrEqual(3);
      await new Promise((resolve) => setTimeout(resolve, item % 3));
      done.push(item);
      running--;
    });
    expect(most).toBe(3);
    expect(done.length).toBe(20);
  });

  test("takes no more once one has failed", async () => {
    const begun: number[] = [];
    const work = eachLimited([1, 2, 3, 4, 5, 6], 2, async (item) => {
      begun.push(item);
      await Promise.resolve();
      if (item === 1) throw new Error("one");
    });
    await expect(work).rejects.toThrow("one");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(begun.length).toBeLessThan(6);
  });
});

describe("progress", () => {
  function talk(terminal: boolean, quiet = false): { written: string[]; progress: Progress } {
    const written: string[] = [];
    return { written, progress: new Progress(2, { quiet, terminal, write: (text) => written.push(text) }) };
  }

  test("counts, with rate and time left", () => {
    expect(progressLine(120, 1000, 12_000)).toBe("打印 120/1000，每秒 10.0 期，还要 1 分 28 秒");
    expect(progressLine(5, 10, 5000)).toBe("打印 5/10，每秒 1.0 期，还要 5 秒");
    expect(progressLine(10, 10, 5000)).toBe("打印 10/10，每秒 2.0 期");
  });

  test("is one line on a terminal, taken away at the end", () => {
    const { written, progress } = talk(true);
    progress.done("第 1 期", 1e9);
    progress.done("第 2 期", 2e9);
    progress.end();
    expect(written.every((text) => text.startsWith("\r\u001B[K") && !text.includes("\n"))).toBe(true);
    expect(written.at(-1)).toBe("\r\u001B[K");
  });

  test("is a line an issue elsewhere, and nothing when quiet", () => {
    const plain = talk(false);
    plain.progress.done("第 1 期");
    plain.progress.end();
    expect(plain.written).toEqual(["第 1 期\n"]);
    const quiet = talk(true, true);
    quiet.progress.done("第 1 期");
    quiet.progress.end();
    expect(quiet.written).toEqual([]);
  });
});

describe("work of many steps", () => {
  /** What is written of `total` steps that take so many milliseconds each. */
  function written(total: number, each: number, { terminal = false, quiet = false } = {}): string[] {
    let now = 0;
    const lines: string[] = [];
    const watch = watchFor({ quiet, terminal, write: (text) => lines.push(text) }, () => now);
    for (let done = 0; done <= total; done++, now += each) watch("核对各期", done, total);
    return lines;
  }

  test("is told of within seconds, with the time that it still takes, and then ever more seldom", () => {
    const lines = written(5000, 10);
    expect(lines[0]).toBe("核对各期：200/5000，还要大约 48 秒\n");
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toBe("核对各期：3200/5000，还要大约 18 秒\n");
  });

  test("is one line on a terminal, taken away at the end", () => {
    const lines = written(100, 100, { terminal: true });
    expect(lines.every((line) => line.startsWith("\r\u001B[K") && !line.includes("\n"))).toBe(true);
    expect(lines.at(-1)).toBe("\r\u001B[K");
  });

  test("is not told of when it is short, has few steps, or nobody wants to know", () => {
    expect(written(100, 15)).toEqual([]);
    expect(written(5, 10_000)).toEqual([]);
    expect(written(100, 1000, { quiet: true })).toEqual([]);
  });

  test("names spans of time in words", () => {
    expect([span(0.2), span(59.5), span(106)]).toEqual(["1 秒", "1 分 0 秒", "1 分 46 秒"]);
  });
});

describe("shards", () => {
  test("share the issues out, each to one", () => {
    const items = Array.from({ length: 10 }, (_, at) => at);
    const shares = [1, 2, 3].map((index) => shareOf(items, { index, count: 3 }));
    expect(shares.flat().sort((a, b) => a - b)).toEqual(items);
    expect(shares.map((share) => share.length)).toEqual([4, 3, 3]);
    expect(shareOf(items, readShard("1/1"))).toEqual(items);
  });

  test.each(["0/2", "3/2", "1", "1/", "a/b", "1/2/3", "-1/2"])("refuses %s", (typed) => {
    expect(() => readShard(typed)).toThrow(/--shard 的写法/);
  });
});
