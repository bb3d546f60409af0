/** How a command starts: on the program made of the sources as they are now. */

import { execFile, execFileSync, spawnSync } from "node:child_process";
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
import { fullDiskOf, readLog } from "../support/full-disk.ts";

interface Started {
  readonly status: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

const placeOfProduct = "src/base/file/product-folder.ts";
let folder: string;
const put = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};
const start = (...args: string[]): string =>
  execFileSync(process.execPath, [path.join(folder, "scripts/start.mjs"), ...args], { encoding: "utf8" });
const startWith = (environment: NodeJS.ProcessEnv, ...args: string[]): Promise<Started> =>
  new Promise((resolve) => {
    const command = [path.join(folder, "scripts/start.mjs"), ...args];
    const env = { ...process.env, ...environment };
    execFile(process.execPath, command, { env, cwd: product }, (fault, stdout, stderr) =>
      resolve({ status: fault?.code ?? 0, stdout, stderr }),
    );
  });
const cache = (): string => path.join(folder, "node_modules/.cache/gongzuo-jianbao");
const programs = (): string[] => readdirSync(cache()).filter((name) => name.startsWith("program-"));
/** The program that a start would run now. */
const program = (): string => {
  const { name } = JSON.parse(readFileSync(path.join(cache(), "program.json"), "utf8")) as { readonly name: string };
  return path.join(cache(), name);
};
const made = ["cli.cjs", "cli.cjs.map"];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "jianbao-start-")));
  cpSync(path.join(product, "scripts"), path.join(folder, "scripts"), { recursive: true });
  for (const name of ["esbuild", "@esbuild", "@11ty/eleventy"]) {
    mkdirSync(path.dirname(path.join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(path.join(product, "node_modules", name), path.join(folder, "node_modules", name), "dir");
  }
  put("package.json", `{ "type": "module" }`);
  put("tsconfig.json", "{}");
  put("eleventy.config.ts", "export default 1;");
  put("package-lock.json", "{}");
  put("src/greeting.ts", `export const greeting: string = "甲";`);
  cpSync(path.join(product, placeOfProduct), path.join(folder, placeOfProduct));
  put(
    "src/cli.ts",
    `import { greeting } from "./greeting.ts";\nimport { productFolder } from "./${path.relative("src", placeOfProduct)}";\nconsole.log(greeting, productFolder, process.argv.slice(2).join());`,
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a change of any source is in the next start; without one the program stays", () => {
  expect(start("a", "b")).toBe(`甲 ${folder} a,b\n`);
  expect(start()).toContain("甲");
  expect(programs()).toHaveLength(1);
  put("src/greeting.ts", `export const greeting: string = "乙";`);
  expect(start()).toContain("乙");
  expect(programs()).toHaveLength(2);
});

test("a change that keeps size and time is noticed too", () => {
  const source = path.join(folder, "src/greeting.ts");
  expect(start()).toContain("甲");
  const { atime, mtime } = statSync(source);
  put("src/greeting.ts", `export const greeting: string = "丙";`);
  utimesSync(source, atime, mtime);
  expect(start()).toContain("丙");
});

test("two first starts at once both run", async () => {
  const both = await Promise.all(["一", "二"].map((name) => startWith({}, name)));
  expect(both).toEqual(["一", "二"].map((name) => ({ status: 0, stdout: `甲 ${folder} ${name}\n`, stderr: "" })));
  expect(start("三")).toBe(`甲 ${folder} 三\n`);
});

test("what V8 made of it is kept, packages load from it, and a damaged one does no harm", () => {
  put("src/cli.ts", `void import("esbuild").then(({ build }) => console.log("甲", typeof build));`);
  const compiled = (): string[] =>
    readdirSync(program(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !made.includes(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));
  for (const command of ["one", "two"]) {
    expect(start(command)).toBe("甲 function\n");
    expect(start(command)).toBe("甲 function\n");
    expect(compiled()).not.toEqual([]);
    for (const file of compiled()) {
      const damaged = readFileSync(file);
      damaged.writeUInt8(damaged.readUInt8(damaged.length - 9) ^ 1, damaged.length - 9);
      writeFileSync(file, damaged);
    }
    expect(start(command)).toBe("甲 function\n");
  }
});

const damages: [string, (file: string) => void][] = [
  ["cut", (file) => writeFileSync(file, readFileSync(file).subarray(0, 40))],
  ["empty", (file) => writeFileSync(file, "")],
  ["all zeros", (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
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
test.each(damages)("a file of the program that is %s is made again, in silence", async (_, damage) => {
  const whole = { status: 0, stdout: start("one"), stderr: "" };
  for (const name of made) {
    const before = program();
    damage(path.join(before, name));
    expect(await startWith({}, "one"), name).toEqual(whole);
    expect(program(), name).not.toBe(before);
    expect(readdirSync(program()), name).toEqual(expect.arrayContaining(made));
  }
  damage(path.join(cache(), "program.json"));
  expect(await startWith({}, "one")).toEqual(whole);
  expect(start("one")).toBe(whole.stdout);
});

test("what was compiled is taken by the next start of an archive's build, whose heap is kept small", () => {
  put("cli.cjs", "module.exports = () => {};");
  const from = (file: string): string => JSON.stringify(pathToFileURL(path.join(product, file)).href);
  const compiled = path.join(folder, "build.v8");
  put(
    "child.mjs",
    `import { runCompiled } from ${from("scripts/run-on-node-20.mjs")};
import { keepHeapSmall } from ${from("src/build/small-heap.ts")};
runCompiled(${JSON.stringify(path.join(folder, "cli.cjs"))}, ${JSON.stringify(compiled)});
keepHeapSmall(1000);`,
  );
  const keptAt = (): number => {
    execFileSync(process.execPath, ["--import", "tsx", path.join(folder, "child.mjs")], { cwd: product });
    return statSync(compiled).mtimeMs;
  };
  expect(keptAt()).toBe(keptAt());
});

test("a program made beforehand runs without the sources, wherever it is copied: it names no place", async () => {
  // Written where it will run, as `npm run portable` would have it.
  const { makeProgram } = (await import(pathToFileURL(path.join(folder, "scripts/program.mjs")).href)) as {
    readonly makeProgram: (folder: string) => Promise<void>;
  };
  const beforehand = path.join(folder, "node_modules/.program");
  await makeProgram(beforehand);
  for (const name of made) expect(readFileSync(path.join(beforehand, name), "utf8"), name).not.toContain(folder);
  const elsewhere = path.join(folder, "别处 的简报");
  for (const part of ["package.json", "scripts", "node_modules/.program"])
    cpSync(path.join(folder, part), path.join(elsewhere, part), { recursive: true });
  const started = execFileSync(process.execPath, [path.join(elsewhere, "scripts/start.mjs"), "a"], {
    encoding: "utf8",
  });
  expect(started).toBe(`甲 ${elsewhere} a\n`);
});

test("on a full disk, and where nothing may be written, the sources run, in silence", async () => {
  const packages = path.join(folder, "node_modules");
  for (const name of ["tsx", "get-tsconfig", "resolve-pkg-maps"])
    if (existsSync(path.join(product, "node_modules", name)))
      symlinkSync(path.join(product, "node_modules", name), path.join(packages, name), "dir");
  const none = { ...fullDiskOf(packages, 0, path.join(folder, "log")) };
  expect(await startWith(none, "a")).toEqual({ status: 0, stdout: `甲 ${folder} a\n`, stderr: "" });
  expect(readLog(path.join(folder, "log")).some(({ refused }) => refused)).toBe(true);
});

test("a fault is told with the place in the sources", async () => {
  put("src/cli.ts", `const one = 1;\n\nthrow new Error("坏" + one);`);
  const { stderr } = await startWith({ JIANBAO_DEBUG: "1" });
  expect(stderr).toContain(`${path.join(folder, "src/cli.ts")}:3:`);
});

test("without dependencies it says what to run", () => {
  rmSync(path.join(folder, "node_modules"), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [path.join(folder, "scripts/start.mjs"), "build"], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toBe("还没有安装好\n改法：请先在本文件夹运行 npm ci（要联网），装完再试。\n");
});
