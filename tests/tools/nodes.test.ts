/**
 * Every command on every Node that is supported says what it says on the one that runs the tests, and nothing more: no warning of
 * Node's own, in no stream. Other Nodes come from npm, see `.ci/run`.
 */

import { execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { product, Sandbox } from "../support/cli.ts";
import { writeSyntheticArchive } from "../support/synthetic-archive.ts";

const nodes = ["20", "22", "24"].map((line) => path.join(product, `.cache/nodes/node_modules/node-${line}/bin/node`));

/** What each command is given; in the order in which an office runs them. */
const commands: readonly (readonly string[])[] = [
  ["doctor"],
  ["schemas"],
  ["check"],
  ["explain"],
  ["explain", "2020-15", "#12"],
  ["build"],
  ["verify"],
  ["word", "2020-15", "--output", "送审.docx"],
  ["import", "送审.docx", "--issue", "2020-15"],
  ["proof"],
  ["compare", "2020-15", "--since", "HEAD"],
  ["key", "new", "--name", "某某市督察协调联络组"],
  ["key"],
  ["publish", "--to", "网站"],
  ["publish", "--to", "网站"],
  ["new", "--yes", "--date", "2020-11-12"],
  ["check", "--fix"],
  ["build", "--quiet"],
  ["no-such-command"],
];

/** What Node and its packages say of themselves. */
const foreign = /^\(node:|^\(Use `node|Warning:|^Error:|^ {4}at |unrecognized flag|^v8|^node:/m;

let sandbox: Sandbox;

interface Said {
  readonly command: string;
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

beforeAll(() => {
  for (const node of nodes)
    if (!existsSync(node)) throw new Error(`${node} is missing: .ci/run says how it comes there`);
});
afterAll(() => sandbox.dispose());

/** An office's folder, new for each Node. */
function office(): void {
  sandbox?.dispose();
  sandbox = new Sandbox();
  const dated = { GIT_AUTHOR_DATE: "2020-11-10T08:00:00+08:00", GIT_COMMITTER_DATE: "2020-11-10T08:00:00+08:00" };
  for (const args of [
    ["init", "-q"],
    ["add", "."],
    ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "一"],
  ])
    execFileSync("git", args, { cwd: sandbox.root, env: { ...process.env, ...dated } });
}

function environment(): NodeJS.ProcessEnv {
  const settings = path.join(sandbox.folder, "settings");
  return { ...process.env, XDG_CONFIG_HOME: settings, JIANBAO_PASSPHRASE: "一二三四五六七八九十甲乙丙丁" };
}

function run(node: string, args: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    const command = [path.join(product, "scripts/start.mjs"), ...args];
    execFile(node, command, { cwd: sandbox.root, env: environment() }, (fault, stdout, stderr) =>
      resolve({ command: args.join(" "), code: fault?.code ?? 0, stdout, stderr }),
    );
  });
}

/** Without what differs from one run or one Node to the next: its version, times, places, fingerprints, sizes. */
function lasting(text: string): string {
  return text
    .replaceAll(sandbox.folder, "")
    .replaceAll(/Node \d[\d.]*/g, "Node")
    .replaceAll(/[\d.]+ (秒|毫秒)/g, "$1")
    .replaceAll(/\b[\da-f]{4}(?:[ -][\da-f]{4})+\b|\b[\da-f]{12,}\b/g, "指纹")
    .replaceAll(/\d{4}-\d{2}-\d{2}[T ]\d{2}[:-]\d{2}[^\s，。]*/g, "时间");
}

test("every command says the same on each, and exits alike", async () => {
  const said: Said[][] = [];
  for (const node of [process.execPath, ...nodes]) {
    office();
    const outcomes: Said[] = [];
    for (const args of commands) outcomes.push(await run(node, args));
    for (const outcome of outcomes) expect(`${outcome.stdout}\n${outcome.stderr}`, node).not.toMatch(foreign);
    said.push(
      outcomes.map(({ stdout, stderr, ...rest }) => ({ ...rest, stdout: lasting(stdout), stderr: lasting(stderr) })),
    );
  }
  const [first, ...others] = said;
  // The new issue is one to be filled in.
  const failing = [
    { command: "check --fix", code: 1 },
    { command: "build --quiet", code: 1 },
    { command: "no-such-command", code: 2 },
  ];
  expect(first?.filter(({ code }) => code !== 0)).toEqual(
    failing.map((expected) => expect.objectContaining(expected) as Said),
  );
  for (const other of others) expect(other).toEqual(first);
}, 1_200_000);

test("a build of several issues, which starts threads, says nothing else either", async () => {
  for (const node of nodes) {
    office();
    rmSync(sandbox.path("content"), { recursive: true });
    writeSyntheticArchive(sandbox.root, 5);
    for (const args of [["build"], ["build"], ["publish", "--to", "网站"]]) {
      const { code, stdout, stderr } = await run(node, args);
      expect([code, stderr], `${node} ${args.join(" ")}\n${stdout}`).toEqual([0, ""]);
      expect(stdout).not.toMatch(foreign);
    }
  }
}, 1_200_000);

test("the live preview says nothing but its address", async () => {
  for (const node of nodes) {
    office();
    const preview = spawn(node, [path.join(product, "scripts/start.mjs"), "dev", "--port", "8267"], {
      cwd: sandbox.root,
      env: environment(),
    });
    let said = "";
    const address = await new Promise<string>((resolve, reject) => {
      const take = (chunk: Buffer): void => {
        said += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      };
      preview.stdout.on("data", take);
      preview.stderr.on("data", take);
      preview.once("exit", () => reject(new Error(said)));
    });
    expect((await fetch(address)).status).toBe(200);
    const ended = new Promise((resolve) => preview.once("exit", resolve));
    preview.kill("SIGTERM");
    await ended;
    expect(said, node).not.toMatch(foreign);
  }
});
