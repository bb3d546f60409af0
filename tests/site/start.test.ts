/** How a command starts: on the program made of the sources as they are now. */

import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { product } from "../support/cli.ts";

let folder: string;
const put = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
const start = (...args: string[]): string =>
  execFileSync(process.execPath, [path.join(folder, "scripts/start.mjs"), ...args], { encoding: "utf8" });
const kept = (): string => path.join(folder, "node_modules/.cache/gongzuo-jianbao");
const programs = (): string[] => readdirSync(kept()).filter((name) => name.startsWith("program-"));

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "jianbao-start-")));
  cpSync(path.join(product, "scripts"), path.join(folder, "scripts"), { recursive: true });
  for (const name of ["esbuild", "@esbuild"]) {
    mkdirSync(path.join(folder, "node_modules"), { recursive: true });
    symlinkSync(path.join(product, "node_modules", name), path.join(folder, "node_modules", name), "dir");
  }
  put("tsconfig.json", "{}");
  put("package-lock.json", "{}");
  put("eleventy.config.ts", "export default 1;");
  put("src/greeting.ts", `export const greeting: string = "甲";`);
  put("src/deep/place.ts", `export const place: string = import.meta.dirname;`);
  put(
    "src/cli.ts",
    `import { greeting } from "./greeting.ts";\nimport { place } from "./deep/place.ts";\nconsole.log(greeting, place, process.argv.slice(2).join());`,
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a change of any source is in the next start; without one the program is kept", () => {
  expect(start("a", "b")).toBe(`甲 ${path.join(folder, "src/deep")} a,b\n`);
  expect(start()).toContain("甲");
  expect(programs()).toHaveLength(1);
  put("src/greeting.ts", `export const greeting: string = "乙";`);
  expect(start()).toContain("乙");
  expect(programs()).toHaveLength(2);
});

test("a change that keeps size and time is noticed too, once the digest of the sources is remembered", async () => {
  const source = path.join(folder, "src/greeting.ts");
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(start()).toContain("甲");
  expect(existsSync(path.join(kept(), "digest.json"))).toBe(true);
  const { atime, mtime } = statSync(source);
  put("src/greeting.ts", `export const greeting: string = "丙";`);
  utimesSync(source, atime, mtime);
  expect(start()).toContain("丙");
});

test("what V8 made of it is kept for each command, imports work from it, and a damaged one is made again", () => {
  put("src/cli.ts", `void import("esbuild").then(({ build }) => console.log("甲", typeof build));`);
  const compiled = (command: string): string => path.join(kept(), programs()[0] ?? "", `${command}.v8`);
  for (const command of ["one", "two"]) {
    expect(start(command)).toBe("甲 function\n");
    const whole = readFileSync(compiled(command));
    expect(start(command)).toBe("甲 function\n");
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 9) ^ 1, damaged.length - 9);
    writeFileSync(compiled(command), damaged);
    expect(start(command)).toBe("甲 function\n");
    expect(readFileSync(compiled(command)).equals(damaged)).toBe(false);
  }
});

const damages: [string, (file: string) => void][] = [
  ["cut", (file) => writeFileSync(file, readFileSync(file).subarray(0, 40))],
  ["empty", (file) => writeFileSync(file, "")],
  ["garbage", (file) => writeFileSync(file, "\u0000(((")],
  ["gone", (file) => rmSync(file)],
  [
    "a folder",
    (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
];
test.each(damages)("a file of the program that is %s is made again, in silence", (_, damage) => {
  const whole = start("one");
  const program = (): string => path.join(kept(), programs()[0] ?? "");
  for (const name of readdirSync(program())) {
    damage(path.join(program(), name));
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, "scripts/start.mjs"), "one"], {
      encoding: "utf8",
    });
    expect([status, stdout, stderr], name).toEqual([0, whole, ""]);
    expect(programs(), name).toHaveLength(1);
  }
  writeFileSync(path.join(kept(), "digest.json"), "[");
  expect(start("one")).toBe(whole);
  rmSync(program(), { recursive: true });
  writeFileSync(path.join(kept(), path.basename(program())), "a file");
  expect(start("one")).toBe(whole);
});

test("what was compiled is taken by the next start of an archive's build, whose heap is kept small", () => {
  put("cli.cjs", "module.exports = () => {};");
  const from = (file: string): string => JSON.stringify(pathToFileURL(path.join(product, file)).href);
  put(
    "child.mjs",
    `import { runProgram } from ${from("scripts/run-program.mjs")};
import { keepHeapSmall } from ${from("src/commands/small-heap.ts")};
runProgram(${JSON.stringify(path.join(folder, "cli.cjs"))}, "build");
keepHeapSmall(1000);`,
  );
  const keptAt = (): number => {
    execFileSync(process.execPath, ["--import", "tsx", path.join(folder, "child.mjs")], { cwd: product });
    return statSync(path.join(folder, "build.v8")).mtimeMs;
  };
  expect(keptAt()).toBe(keptAt());
});

test("without dependencies it says what to run", () => {
  rmSync(path.join(folder, "node_modules"), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [path.join(folder, "scripts/start.mjs"), "build"], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toBe("还没有安装好\n改法：请先在本文件夹运行 npm ci（要联网），装完再试。\n");
});
