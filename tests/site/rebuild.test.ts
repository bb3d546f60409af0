/** Building again: only what changed is printed, what is damaged is made again, and the bytes are those of a first build. */

import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Sandbox } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

describe("building again", () => {
  const sandbox = new Sandbox();
  const build = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await sandbox.run("build", ...args);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    return stdout;
  };
  const printed = (stdout: string): string[] =>
    [...stdout.matchAll(/^第 (\d+) 期/gm)].map(([, number]) => number ?? "");
  let first: Map<string, string>;

  beforeAll(async () => {
    rmSync(sandbox.path("content"), { recursive: true });
    writeSyntheticArchive(sandbox.root, 4, { internalEvery: 3 });
    expect(printed(await build()).sort()).toEqual(["1", "2", "3", "4"]);
    first = folderContents(sandbox.output);
  });
  afterAll(() => sandbox.dispose());

  test("with nothing changed does nothing at all", async () => {
    const before = statSync(path.join(sandbox.output, "index.html"));
    const stdout = await build();
    expect(stdout).toMatch(/^完成：4 期都没有变化/m);
    expect(statSync(path.join(sandbox.output, "index.html"))).toEqual(before);
    expect(folderContents(sandbox.output)).toEqual(first);
  });

  test.each([
    ["is touched", () => writeFileSync(path.join(sandbox.output, "index.html"), "somebody's")],
    ["gets a file more", () => writeFileSync(path.join(sandbox.output, "other.html"), "somebody's")],
    ["is gone", () => rmSync(sandbox.output, { recursive: true })],
  ])("a site that %s is made anew, without a browser, to the same bytes", async (_, change) => {
    change();
    const stdout = await build();
    expect(printed(stdout)).toEqual([]);
    expect(stdout).toContain("4 期没有变化，用原来的 PDF");
    expect(stdout).not.toContain("浏览器：");
    expect(folderContents(sandbox.output)).toEqual(first);
  });

  test("after one article changed prints one issue, and gives the bytes of a build without cache", async () => {
    const article = "content/issues/2021-2/01-稿件.md";
    const before = sandbox.read(article);
    const after = `${before}\n又补充了一段情况。\n`;
    sandbox.write(article, after);
    expect(printed(await build())).toEqual(["2"]);
    const quick = folderContents(sandbox.output);
    expect(quick).not.toEqual(first);
    await build("--no-cache");
    expect(folderContents(sandbox.output)).toEqual(quick);
    // Back again: the earlier site is known, but is not the one that stands there.
    sandbox.write(article, before);
    expect(printed(await build())).toEqual([]);
    expect(folderContents(sandbox.output)).toEqual(first);
    sandbox.write(article, after);
    await build();
  });

  test("after any other change gives the bytes of a build that remembers nothing but PDFs", async () => {
    const kept = path.join(sandbox.folder, "kept");
    for (const part of ["content", "data"])
      cpSync(sandbox.path(part), path.join(kept, part), { recursive: true, preserveTimestamps: true });
    const clean = path.join(sandbox.folder, "clean");
    const [first, second] = ["content/issues/2021-1", "content/issues/2021-2"];
    const edits: readonly (readonly [string, () => void])[] = [
      [
        "a count, and an article that tells of the issue before",
        () => {
          const counts = sandbox.read(`${first}/counts.yaml`);
          const fewer = (_: string, before: string, count: string): string => before + String(Number(count) - 1);
          sandbox.write(`${first}/counts.yaml`, counts.replace(/(办结:[\s\S]*零陵区: )(\d+)/, fewer));
          sandbox.write(`${second}/03-稿件.md`, `${sandbox.read(`${second}/03-稿件.md`)}\n上期{{上期.重点件}}件。\n`);
        },
      ],
      [
        "an issue made internal, one renamed, a unit's name",
        () => {
          sandbox.write(`${second}/issue.yaml`, `${sandbox.read(`${second}/issue.yaml`)}内部: 是\n`);
          rmSync(sandbox.path("content/issues/2021-9"), { recursive: true, force: true });
          cpSync(sandbox.path("content/issues/2021-4"), sandbox.path("content/issues/2021-9"), { recursive: true });
          rmSync(sandbox.path("content/issues/2021-4"), { recursive: true });
          sandbox.edit("content/issues/2021-9/issue.yaml", "期号: 4\n日期", "期号: 9\n日期");
          sandbox.write("data/units.yaml", sandbox.read("data/units.yaml").replace("双牌县", "双牌山县"));
        },
      ],
      ["an issue taken away", () => rmSync(sandbox.path("content/issues/2021-3"), { recursive: true })],
    ];
    for (const [what, change] of edits) {
      change();
      await build();
      const quick = folderContents(sandbox.output);
      rmSync(clean, { recursive: true, force: true });
      cpSync(path.join(sandbox.root, ".cache/editions"), path.join(clean, "editions"), { recursive: true });
      expect(printed(await build("--cache", clean)), what).toEqual([]);
      expect(folderContents(sandbox.output), what).toEqual(quick);
    }
    expect([...folderContents(sandbox.output).keys()].join("\n")).not.toContain("2021/2/");
    for (const part of ["content", "data"]) {
      rmSync(sandbox.path(part), { recursive: true });
      cpSync(path.join(kept, part), sandbox.path(part), { recursive: true });
    }
    await build();
  });

  test("a damaged entry is made again", async () => {
    const before = folderContents(sandbox.output);
    rmSync(sandbox.output, { recursive: true });
    const editions = path.join(sandbox.root, ".cache/editions");
    const files = readdirSync(editions, { recursive: true, encoding: "utf8" })
      .map((name) => path.join(editions, name))
      .filter((file) => statSync(file).isFile());
    for (const [at, file] of files.entries()) {
      if (at % 2 === 0) truncateSync(file, 1000);
      else
        writeFileSync(
          file,
          readFileSync(file).map((byte, place) => (place === 5000 ? byte ^ 1 : byte)),
        );
    }
    expect(printed(await build()).length).toBe(4);
    expect(folderContents(sandbox.output)).toEqual(before);
  });

  test("shards print into the cache, and the build after them starts no browser", async () => {
    const before = folderContents(sandbox.output);
    const cache = path.join(sandbox.folder, "merged");
    const one = await build("--cache", cache, "--shard", "1/2");
    const two = await build("--cache", cache, "--shard", "2/2");
    expect([...printed(one), ...printed(two)].sort()).toEqual(["1", "2", "3", "4"]);
    const stdout = await build("--cache", cache);
    expect(stdout).not.toContain("浏览器：");
    expect(folderContents(sandbox.output)).toEqual(before);
  });

  test("reminders of the newest issue are told in full, read again or remembered; those of others are counted", async () => {
    const [newest, older] = ["content/issues/2021-4/01-稿件.md", "content/issues/2021-1/01-稿件.md"];
    const kept = [newest, older].map((file) => [file, sandbox.read(file)] as const);
    sandbox.write(newest, `${sandbox.read(newest)}\n全市累计接到信访件9999件,正在办理。\n`);
    sandbox.write(older, `${sandbox.read(older)}\n天气好,正在办理。\n`);
    const told = (stdout: string): string => /^content[^]*?(?=^完成)/m.exec(stdout)?.[0] ?? "";
    const first = told(await build());
    expect(first.match(/^content\S+ 提醒/gm)).toHaveLength(2);
    expect(first).toMatch(/^content\/issues\/2021-4\/01-稿件\.md:\d+:10 提醒：.*\[typed-count\]\n {4}\d+ │ .*9999件/m);
    expect(first).toContain("2021-4 这一期有 2 处提醒，其中 1 处提醒关系到数字，付印前务必核对。\n");
    const others = (lines: string): number => Number(/^另外，.*有 (\d+) 处提醒（要看哪一期/m.exec(lines)?.[1] ?? 0);
    expect(others(first)).toBeGreaterThan(0);
    const standing = await build();
    expect(standing).toMatch(/^完成：4 期都没有变化/m);
    expect(told(standing)).toBe(first);
    expect(await build("--quiet")).toBe("");
    for (const [file, text] of kept.slice(1)) sandbox.write(file, text);
    const fewer = told(await build());
    expect(others(fewer)).toBe(others(first) - 1);
    expect(fewer.split("另外")[0]).toBe(first.split("另外")[0]);
    for (const [file, text] of kept) sandbox.write(file, text);
    await build();
  });

  test("what cannot be printed is told by issue; the others are kept, nothing is published", async () => {
    const before = folderContents(sandbox.output);
    const article = "content/issues/2021-1/01-稿件.md";
    const text = sandbox.read(article);
    // Higher than a page, as only the browser finds out.
    const title = "关于进一步做好污染防治攻坚工作情况的通报".repeat(40);
    sandbox.write(article, text.replace(/^标题: .*$/m, `标题: ${title}`));
    const other = "content/issues/2021-2/01-稿件.md";
    sandbox.write(other, `${sandbox.read(other)}\n再补充一段情况。\n`);
    const { code, stdout, stderr } = await sandbox.run("build");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^content\/issues\/2021-1\/01-稿件\.md:2:5 错误：“关于进一步.*太高，一页放不下/m);
    expect(stderr).toContain("没有生成任何文件，原来的输出没有动。");
    expect(printed(stdout)).toContain("2");
    expect(folderContents(sandbox.output)).toEqual(before);
    sandbox.write(article, text);
    expect(printed(await build())).toEqual([]);
  });

  test("--quiet says nothing; --no-cache and --shard do not go together", async () => {
    expect(await build("--quiet")).toBe("");
    const { code, stderr } = await sandbox.run("build", "--no-cache", "--shard", "1/2");
    expect(code).toBe(2);
    expect(stderr).toContain("--no-cache 不能与 --shard 一起用");
  });
});
