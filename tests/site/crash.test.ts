/** Killed at any moment: the old site is whole, and the next build is as good as a first one. */

import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { folderContents } from "../support/folder-contents.ts";
import { Random } from "../support/random.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

/** `KILLS=30 npx vitest run --project site tests/site/crash.test.ts` tries as often as the project promises. */
const kills = Number(process.env["KILLS"] ?? 4);
const article = "content/issues/2021-1/01-稿件.md";

function syntheticSandbox(): Sandbox {
  const sandbox = new Sandbox();
  rmSync(sandbox.path("content"), { recursive: true });
  writeSyntheticArchive(sandbox.root, 4, { internalEvery: 2 });
  return sandbox;
}

describe("a build that is killed", () => {
  const sandbox = syntheticSandbox();
  const texts: string[] = [];
  const sites: Map<string, string>[] = [];
  let whole = 0;

  async function build(): Promise<void> {
    const { code, stderr } = await sandbox.run("build", "--quiet");
    expect(stderr).toBe("");
    expect(code).toBe(0);
  }

  beforeAll(async () => {
    const text = sandbox.read(article);
    texts.push(text, `${text}\n又补充了一段情况。\n`);
    for (const each of texts) {
      sandbox.write(article, each);
      rmSync(sandbox.path(".cache"), { recursive: true, force: true });
      const started = performance.now();
      await build();
      whole = performance.now() - started;
      sites.push(folderContents(sandbox.output));
    }
  });
  afterAll(() => sandbox.dispose());

  /** Starts a build and kills it; tells whether it was still running. */
  function killAfter(milliseconds: number): Promise<boolean> {
    const args = ["--import", "tsx", "src/cli.ts", "build", "--root", sandbox.root, "--output", sandbox.output];
    const child = spawn(process.execPath, args, { cwd: product, stdio: "ignore" });
    setTimeout(() => child.kill("SIGKILL"), milliseconds);
    return new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal === "SIGKILL")));
  }

  test(
    `${kills} times leaves the old site whole, and the next build's bytes are a clean build's`,
    async () => {
      const random = new Random(Number(process.env["SEED"] ?? 7));
      let killed = 0;
      for (let round = 0; round < kills; round++) {
        const [old, next] = [(round + 1) % 2, round % 2];
        sandbox.write(article, texts[next] ?? "");
        if (round % 3 === 0) rmSync(sandbox.path(".cache/editions"), { recursive: true, force: true });
        const moment = Math.floor(((round + random.below(1000) / 1000) / kills) * whole * 0.9);
        if (await killAfter(moment)) killed++;
        const there = folderContents(sandbox.output);
        // Between the two renames nothing is in the output's place; the next build puts it back before anything else.
        if (there.size > 0) expect([sites[old], sites[next]], `killed after ${moment} ms`).toContainEqual(there);
        await build();
        expect(folderContents(sandbox.output), `after a kill at ${moment} ms`).toEqual(sites[next]);
        expect(readdirSync(sandbox.folder).sort()).toEqual(["root", "site", "site-内部"]);
      }
      expect(killed).toBeGreaterThan(0);
    },
    150_000 * kills,
  );
});
