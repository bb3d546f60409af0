/**
 * A file system that really runs full, of a few megabytes and of its own: the old site is whole, and the next build makes good.
 * (`tests/site/full-disk.test.ts` goes through every stage of a build, and needs no such file system.)
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

const article = "content/issues/2021-1/01-稿件.md";
let sandbox: Sandbox;

beforeAll(() => {
  const { status, error, stderr } = spawnSync("unshare", ["-rm", "sh", "-c", "mount -t tmpfs -o size=1m none /mnt"]);
  if (status !== 0) {
    const reason = error?.message ?? stderr.toString().trim();
    throw new Error(
      `This test needs a file system of its own (unshare -rm, mount -t tmpfs), which this machine refuses: ${reason}. ` +
        "Run it on Linux where user namespaces are allowed; a container needs CAP_SYS_ADMIN (docker run --cap-add SYS_ADMIN).",
    );
  }
  sandbox = new Sandbox();
  rmSync(sandbox.path("content"), { recursive: true });
  writeSyntheticArchive(sandbox.root, 4, { internalEvery: 2 });
});
afterAll(() => sandbox.dispose());

/**
 * In a small file system of its own: a build; then no room is left, and an article changes; then there is room again. Prints
 * exit codes and checksums of the site after each of the three builds.
 */
const script = `
mount -t tmpfs -o size=24m none "$SMALL" || exit 9
build() { node --import tsx src/cli.ts build --root "$ROOT" --output "$OUTPUT" --cache "$CACHE" --quiet; echo "code $?"; }
sums() { (cd "$OUTPUT" && find . -type f | sort | xargs -d '\\n' sha256sum | sha256sum); }
build; sums
dd if=/dev/zero of="$SMALL/filler" bs=1k count=100000 2>/dev/null
printf '\\n又补充了一段情况。\\n' >> "$ROOT/${article}"
build; sums
rm "$SMALL/filler"
build; sums
ls -A "$SMALL"`;

function run(small: string, output: string, cache: string): { lines: string[]; stderr: string } {
  mkdirSync(small);
  const env = { ...process.env, SMALL: small, ROOT: sandbox.root, OUTPUT: output, CACHE: cache };
  const { stdout, stderr } = spawnSync("unshare", ["-rm", "sh", "-c", script], {
    cwd: product,
    env,
    encoding: "utf8",
  });
  return { lines: stdout.trim().split("\n"), stderr };
}

test("under the site: the last good one stays, with a message in Chinese", () => {
  const small = path.join(sandbox.folder, "small");
  const { lines, stderr } = run(small, path.join(small, "site"), path.join(sandbox.folder, "cache-a"));
  const [first, firstSum, second, secondSum, third, thirdSum, ...left] = lines;
  expect([first, second, third], stderr).toEqual(["code 0", "code 2", "code 0"]);
  expect(stderr).toContain("磁盘已满");
  expect(stderr).toContain("改法：");
  expect(secondSum).toBe(firstSum);
  expect(thirdSum).not.toBe(firstSum);
  expect(left).toEqual(["site", "site-内部"]);
});

test("under the cache: the site is built all the same, and the cache works afterwards", () => {
  const small = path.join(sandbox.folder, "small-cache");
  const { lines, stderr } = run(small, path.join(sandbox.folder, "site-b"), path.join(small, "cache"));
  const [first, firstSum, second, secondSum, third, thirdSum] = lines;
  expect([first, second, third], stderr).toEqual(["code 0", "code 0", "code 0"]);
  expect(secondSum).not.toBe(firstSum);
  expect(thirdSum).toBe(secondSum);
  expect(existsSync(path.join(small, "cache"))).toBe(false);
});
