/** `npm run publish`: whole or not at all, earlier versions kept, nobody else's folder touched, no published address lost. */

import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cli, Sandbox } from "../support/cli.ts";
import type { Outcome } from "../support/cli.ts";

const issue = "issues/2020/15/index.html";
let sandbox: Sandbox;
let site: string;
let to: string;

/** A site as `build` leaves it, as far as publishing cares. */
function writeSite(words: string, addresses: readonly string[] = ["index.html", issue, `${issue}#01-感谢信`]): void {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(path.join(site, "issues/2020/15"), { recursive: true });
  writeFileSync(path.join(site, ".jianbao"), "");
  writeFileSync(path.join(site, "index.html"), words);
  writeFileSync(path.join(site, issue), "unchanged");
  writeFileSync(path.join(site, "addresses.txt"), addresses.join("\n"));
}

const publish = (...more: string[]): Promise<Outcome> =>
  cli("publish", "--root", sandbox.root, "--from", site, "--to", to, ...more);
const shown = (file = "index.html"): string => readFileSync(path.join(to, file), "utf8");
const versions = (): string[] => readdirSync(`${to}.versions`).filter((name) => !name.startsWith("."));

beforeEach(() => {
  sandbox = new Sandbox();
  site = path.join(sandbox.folder, "built");
  to = path.join(sandbox.folder, "www");
});
afterEach(() => sandbox.dispose());

describe.each([[[]], [["--plain"]]])("with %j", (flags) => {
  test("each publication replaces the one before, which is kept", async () => {
    for (const words of ["first", "second", "third"]) {
      writeSite(words);
      const outcome = await publish("--keep", "1", ...flags);
      expect(outcome).toMatchObject({ code: 0, stderr: "" });
      expect(shown()).toBe(words);
    }
    expect(lstatSync(to).isSymbolicLink()).toBe(flags.length === 0);
    const kept = versions().map((name) => readFileSync(path.join(`${to}.versions`, name, "index.html"), "utf8"));
    expect(kept).toEqual(flags.length === 0 ? ["second", "third"] : ["second"]);
  });

  test("what has not changed takes no room twice", async () => {
    writeSite("first");
    await publish(...flags);
    writeSite("second");
    const outcome = await publish(...flags);
    expect(outcome.stdout).toContain("4 个文件，其中 3 个没有变");
    expect(statSync(path.join(to, issue)).nlink).toBe(2);
  });

  test("a folder of somebody else's is not touched", async () => {
    mkdirSync(to);
    writeFileSync(path.join(to, "index.html"), "theirs");
    writeSite("ours");
    const outcome = await publish(...flags);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain("不是本软件发布的网站");
    expect(shown()).toBe("theirs");
    expect(existsSync(`${to}.versions`)).toBe(false);
  });

  test("what a killed publication left is cleared away", async () => {
    writeSite("first");
    await publish(...flags);
    mkdirSync(path.join(`${to}.versions`, ".incoming-1"));
    writeSite("second");
    await publish(...flags);
    expect(readdirSync(`${to}.versions`).filter((name) => name.startsWith(".incoming"))).toEqual([]);
    expect(shown()).toBe("second");
  });
});

test("an address that readers may have kept does not vanish unless this is meant", async () => {
  writeSite("first");
  await publish();
  writeSite("second", ["index.html", issue]);
  const refused = await publish();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("#01-感谢信");
  expect(shown()).toBe("first");
  expect((await publish("--withdraw")).code).toBe(0);
  expect(shown()).toBe("second");
});

test("addresses go on record; a build that would lose one stops at its line", async () => {
  // Without the issue's own page: this site was not made by a build, and puts no issue on record.
  writeSite("first", ["index.html", `${issue}#01-感谢信`, `${issue}#02-刘卫华深入蓝山`]);
  const outcome = await publish();
  expect(outcome.stdout).toContain("新的地址 3 个");
  expect((await sandbox.run("check")).code).toBe(0);
  const folder = "content/issues/2020-15";
  sandbox.write(`${folder}/01-来自督察组的感谢信.md`, sandbox.read(`${folder}/01-感谢信.md`));
  rmSync(sandbox.path(`${folder}/01-感谢信.md`));
  const { code, stdout } = await sandbox.run("check");
  expect(code).toBe(1);
  expect(stdout).toContain(
    "data/published-addresses.txt:3:1 错误：已经发布的地址“issues/2020/15/index.html#01-感谢信”不见了",
  );
  expect((await publish()).stdout).not.toContain("新的地址");
});

test("a note of an unfinished publication that is damaged is told once, and the next publication puts things right", async () => {
  writeSite("first");
  await publish();
  const journal = sandbox.path("data/published/.publishing.json");
  mkdirSync(path.dirname(journal), { recursive: true });
  writeFileSync(journal, '{"to": "/srv');
  const { code, stderr } = await publish();
  expect([code, stderr]).toEqual([2, expect.stringContaining(".publishing.json 坏了，已经删去\n改法：") as string]);
  expect(await publish()).toMatchObject({ code: 0, stderr: "" });
});

test("wrong usage", async () => {
  writeSite("first");
  expect((await cli("publish", "--from", site)).stderr).toContain("没有写发布到哪里");
  expect((await publish("--keep", "many")).stderr).toContain("--keep 后面要写一个数");
  rmSync(path.join(site, ".jianbao"));
  const outcome = await publish();
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain("不是做好的网站");
  expect(existsSync(to)).toBe(false);
});
