/** An office's keys: made, a second one, renewed, lost, leaked; who signs with which, and what others then believe. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cliIn } from "../support/cli.ts";
import type { Outcome } from "../support/cli.ts";

const passphrase = "几个不相干的词：灯塔、扁担";
let folder: string;
let root: string;
let built: string;
let www: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jianbao-key-"));
  [root, built, www] = [path.join(folder, "root"), path.join(folder, "built"), path.join(folder, "www")];
  mkdirSync(path.join(root, "data"), { recursive: true });
  mkdirSync(built);
  writeFileSync(path.join(built, ".jianbao"), "");
  writeFileSync(path.join(built, "index.html"), "first");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (environment: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> =>
  cliIn({ XDG_CONFIG_HOME: path.join(folder, "settings"), JIANBAO_PASSPHRASE: passphrase, ...environment }, ...args);
const key = (...args: string[]): Promise<Outcome> => run({}, "key", ...args, "--root", root);
const publish = (...args: string[]): Promise<Outcome> => publishWith({}, ...args);
const publishWith = (environment: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> =>
  run(environment, "publish", "--root", root, "--from", built, "--to", www, "--plain", ...args);
const verify = (...args: string[]): Promise<Outcome> =>
  run({ XDG_CONFIG_HOME: mkdtempSync(path.join(folder, "other-")) }, "verify", "--root", root, "--site", www, ...args);
const printOf = ({ stdout }: Outcome): string => /指纹 {2}([0-9a-f ]{39})/.exec(stdout)?.[1] ?? "none";
const make = async (...more: string[]): Promise<string> => printOf(await key("new", "--name", "某某市联络组", ...more));
const privateKeys = path.join("settings", "gongzuo-jianbao", "keys");

test("a private key is encrypted, for its owner alone, and never where it is copied with other files", async () => {
  const print = await make();
  const [name = ""] = readdirSync(path.join(folder, privateKeys));
  const file = path.join(folder, privateKeys, name);
  expect(name).toBe(`${print.replaceAll(" ", "")}.pem`);
  expect(readFileSync(file, "utf8")).toContain("-----BEGIN ENCRYPTED PRIVATE KEY-----");
  if (process.platform !== "win32") expect(statSync(file).mode & 0o077).toBe(0);
  expect(readFileSync(path.join(root, "data/keys.yaml"), "utf8")).toContain(`指纹: "${print}"`);
  mkdirSync(path.join(folder, "checkout/.git"), { recursive: true });
  for (const inside of [path.join(root, "keys"), path.join(folder, "checkout/deep/keys")]) {
    const { code, stderr } = await key("new", "--name", "某办", "--unvouched", "--folder", inside);
    expect(code).toBe(2);
    expect(stderr).toContain("私钥放在这里会跟着稿件传出去");
  }
  expect((await key()).stdout).toContain(`${print}  某某市联络组`);
});

test("what is typed wrong is told, and nothing is made of it", async () => {
  expect((await key("new")).stderr).toContain("--name");
  const short = await run({ JIANBAO_PASSPHRASE: "太短" }, "key", "new", "--name", "某办", "--root", root);
  expect(short.stderr).toContain("口令太短（2 个字）");
  const silent = await run({ JIANBAO_PASSPHRASE: "" }, "key", "new", "--name", "某办", "--root", root);
  expect(silent.stderr).toContain("JIANBAO_PASSPHRASE");
  expect((await key("retire", "c9fe")).stderr).toContain("没有指纹是“c9fe”的密钥");
  expect((await key("neu")).stderr).toContain("不认识“neu”");
  expect(readdirSync(path.join(root, "data"))).toEqual([]);
  for (const [args, said] of [
    [["--fingerprint", "c9fe"], "没有写是哪个网站"],
    [["--site", www], "没有文件夹"],
    [["--site", "http://127.0.0.1:9/"], "打不开 http://127.0.0.1:9/signature.json"],
    [["--site", built, "--fingerprint", "c9fe"], "“c9fe”不是指纹"],
    [["--site", built, "2020-15"], "多了“2020-15”"],
    [["--site", built, "--keys", path.join(folder, "keys.yaml")], "没有公钥文件"],
  ] as const) {
    const outcome = await run({}, "verify", "--root", root, ...args);
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining(said)]);
  }
});

test("an office without a key publishes as ever, and its site says that it is not signed", async () => {
  const published = await publish();
  expect(published).toMatchObject({ code: 0, stderr: "" });
  expect(published.stdout).not.toContain("签名");
  expect((await verify()).stdout).toContain("没有签名");
});

test("an office with a key does not publish unsigned by mistake", async () => {
  await make();
  const wrong = await publishWith({ JIANBAO_PASSPHRASE: "别的口令，也够长了吧" });
  expect(wrong.stderr).toContain("口令不对");
  const away = await publishWith({ XDG_CONFIG_HOME: path.join(folder, "elsewhere") });
  expect(away.stderr).toContain("没有找到签发用的私钥");
  expect([wrong.code, away.code]).toEqual([2, 2]);
  expect(readdirSync(folder)).not.toContain("www");
  expect((await publish("--unsigned")).code).toBe(0);
  expect((await verify()).stdout).toContain("没有签名");
  expect((await publish()).stdout).toContain("第 1 次签发");
  expect((await publish()).stdout).toContain("与第 1 次签发时一样");
  expect((await verify()).code).toBe(0);
});

test("a pipeline signs what it hands on, with the key from its variables", async () => {
  await make();
  const [name = ""] = readdirSync(path.join(folder, privateKeys));
  const pem = readFileSync(path.join(folder, privateKeys, name), "utf8");
  const order = ["publish", "--root", root, "--from", built, "--record"];
  const elsewhere = { XDG_CONFIG_HOME: path.join(folder, "runner") };
  expect((await run({ ...elsewhere, JIANBAO_KEY: pem }, ...order)).stdout).toContain("第 1 次签发");
  const { code, stdout } = await run({}, "verify", "--root", root, "--site", built);
  expect([code, stdout]).toEqual([0, expect.stringContaining("2 个文件都与签发时一样")]);
  expect((await run(elsewhere, ...order, "--unsigned")).code).toBe(0);
  expect((await run({}, "verify", "--root", root, "--site", built)).stdout).toContain("没有签名");
});

test("a second and a renewed key are believed by who knows the first; the first no longer signs", async () => {
  const first = await make();
  expect((await key("new", "--name", "某某市联络组")).stderr).toContain("要有一把旧的作证");
  const second = await make("--by", first);
  const third = printOf(await key("renew", second));
  expect((await key()).stdout.split("\n").filter((line) => line !== "")).toHaveLength(3);
  const file = (print: string): string => path.join(folder, privateKeys, `${print.replaceAll(" ", "")}.pem`);
  const today = await publish("--key-file", file(third));
  expect(today.stdout).toContain("第 1 次签发");
  expect((await verify("--fingerprint", first)).code).toBe(0);
  expect((await verify("--fingerprint", third)).code).toBe(0);
  await key("retire", third, "--reason", "泄露");
  const leaked = await publish("--key-file", file(third));
  expect(leaked.stderr).toContain("已经停用");
  expect((await verify()).stdout).toContain("密钥已经泄露");
  writeFileSync(path.join(built, "index.html"), "second");
  expect((await publish("--key-file", file(first))).stderr).toContain("已经不认");
  expect((await publish("--key-file", file(first), "--sign-changed")).stdout).toContain("第 2 次签发");
  expect((await verify()).code).toBe(0);
});

test("a lost key is retired, and the next one is believed by who learns its fingerprint anew", async () => {
  const lost = await make();
  await publish();
  expect((await key("retire", lost)).stderr).toContain("--reason");
  expect((await key("retire", lost, "--reason", "遗失")).code).toBe(0);
  rmSync(path.join(folder, privateKeys), { recursive: true });
  const fresh = await key("new", "--name", "某某市联络组", "--unvouched");
  expect(fresh.stdout).toContain("没有旧密钥作证");
  writeFileSync(path.join(built, "index.html"), "second");
  expect((await publish()).stdout).toContain("第 2 次签发");
  expect((await verify("--fingerprint", lost)).stdout).toContain("签名的密钥不认识");
  expect((await verify("--fingerprint", printOf(fresh))).code).toBe(0);
});
