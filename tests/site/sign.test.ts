/** A PDF signature as the office meets it: after the build, before publication, by a file or by a device of somebody else's. */

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCms } from "../../src/release/pades/cms.ts";
import type { Identity } from "../../src/release/pades/cms.ts";
import { cliIn, Sandbox } from "../support/cli.ts";
import type { Outcome } from "../support/cli.ts";
import { makeIdentity, pkcs12 } from "../support/certificates.ts";

const password = "证书的密码";
const signer = "某某市督察协调联络组";
const kept = "data/signed/2020-15-v1.pdf";
const day = 86_400_000;

let box: Sandbox;
let identity: Identity;
let www: string;

beforeAll(async () => {
  box = new Sandbox();
  www = path.join(box.folder, "www");
  identity = await makeIdentity();
  writeFileSync(path.join(box.folder, "office.p12"), pkcs12(identity, password));
  expect((await box.run("build", "--quiet")).code).toBe(0);
});
afterAll(() => box.dispose());

const sign = (...args: string[]): Promise<Outcome> =>
  cliIn({ JIANBAO_CERTIFICATE_PASSWORD: password }, ...["sign", "--root", box.root, "--output", box.output, ...args]);
const withFile = (file = "office.p12", ...more: string[]): Promise<Outcome> =>
  sign("15", "--certificate", path.join(box.folder, file), ...more);
const sitePdf = (): Buffer => readFileSync(path.join(box.output, "issues/2020/15/2020-15.pdf"));
const verify = (file: string): Promise<Outcome> => cliIn({}, "verify", "--root", box.root, file);
const publish = (): Promise<Outcome> =>
  cliIn({}, "publish", "--root", box.root, "--from", box.output, "--to", www, "--plain");
const pending = (name: string): string => path.join(`${box.output}-待签`, name);

test("what is typed wrong, and certificates that must not be used, are told in Chinese, and nothing is signed", async () => {
  expect((await sign("15")).stderr).toContain("要写怎样签，写一种");
  expect((await withFile("none.p12")).stderr).toContain("没有文件");
  expect((await sign("16", "--hand-out")).stderr).toContain("网站里没有“16”这一期的 PDF");
  writeFileSync(path.join(box.folder, "other.p12"), pkcs12(identity, "another"));
  expect((await withFile("other.p12")).stderr).toContain("密码不对");
  const expired = await makeIdentity({ from: new Date(Date.now() - 9 * day), until: new Date(Date.now() - day) });
  writeFileSync(path.join(box.folder, "expired.p12"), pkcs12(expired, password));
  const { code, stderr } = await withFile("expired.p12");
  expect(code).toBe(2);
  expect(stderr).toContain("证书已经过期");
  const silent = await cliIn(
    { JIANBAO_CERTIFICATE_PASSWORD: "" },
    ...["sign", "15", "--root", box.root, "--output", box.output, "--certificate", path.join(box.folder, "office.p12")],
  );
  expect(silent.stderr).toContain("JIANBAO_CERTIFICATE_PASSWORD");
  expect(existsSync(box.path(kept))).toBe(false);
});

test("an altered PDF is not signed", async () => {
  const file = path.join(box.output, "issues/2020/15/2020-15.pdf");
  const before = sitePdf();
  writeFileSync(file, Buffer.concat([before, Buffer.from("\n")]));
  expect((await withFile()).stderr).toContain("与 build 做的不同，可能被改过");
  writeFileSync(file, before);
});

test("a signature made elsewhere comes back only where it belongs, and is then in the site", async () => {
  const unsigned = sitePdf();
  const { stdout } = await sign("15", "--hand-out");
  const digest = /[0-9a-f]{64}/.exec(stdout)?.[0] ?? "none";
  expect(readFileSync(pending("2020-15-v1-摘要.txt"), "utf8")).toContain(`摘要: ${digest}`);
  const signature = path.join(box.folder, "signature.p7s");
  writeFileSync(signature, makeCms(Buffer.from("another"), identity));
  const wrong = await sign("--take-back", signature);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("签名里的摘要与这份 PDF 不符");
  expect(sitePdf().equals(unsigned)).toBe(true);
  expect(existsSync(box.path(kept))).toBe(false);
  writeFileSync(signature, makeCms(readFileSync(pending("2020-15-v1-原文.bin")), identity));
  const taken = await sign("--take-back", signature);
  expect(taken.stderr).toBe("");
  expect(taken.stdout).toContain(`2020-15 期已签名：${signer}`);
  expect(sitePdf().subarray(0, unsigned.length).equals(unsigned)).toBe(true);
  expect(sitePdf().equals(readFileSync(box.path(kept)))).toBe(true);
  expect(existsSync(`${box.output}-待签`)).toBe(false);
  expect((await sign("--take-back", signature)).stderr).toContain("没有交出过摘要");
});

test("signed once, it is signed again only when that is asked for, and no build loses it", async () => {
  expect((await withFile()).stderr).toContain("2020-15 期已经签过名");
  const { code, stdout } = await withFile("office.p12", "--replace");
  expect(code).toBe(0);
  expect(stdout).toContain("网站里的 PDF 已换成签了名的");
  const signed = sitePdf();
  expect((await box.run("build")).stdout).toContain("网站不用重做");
  rmSync(box.output, { recursive: true });
  const again = await box.run("build");
  expect(again.stdout).toContain("1 期没有变化，用原来的 PDF");
  expect(sitePdf().equals(signed)).toBe(true);
  expect(readFileSync(path.join(box.output, "issues/2020/15/index.html"), "utf8")).toContain("有数字签名");
});

test("the signed PDF is published, and both digests are on record: verify knows either, and whose signature it is", async () => {
  expect((await publish()).code).toBe(0);
  const live = path.join(www, "issues/2020/15/2020-15.pdf");
  expect(readFileSync(live).equals(readFileSync(box.path(kept)))).toBe(true);
  const said = (await verify(live)).stdout;
  expect(said).toContain(`已发布的 2020-15 期，第 1 版，由 ${signer}`);
  expect(said).toContain("签的内容没有改动，签名后面没有多出内容");
  const record = box.read("data/published/2020-15.yaml");
  const length = Number(/\/Length (\d+)\s*\/Pages/.exec(readFileSync(live, "latin1"))?.[1]);
  const bare = path.join(box.folder, "unsigned.pdf");
  writeFileSync(bare, readFileSync(live).subarray(0, length));
  expect(record).toContain("签名前的 SHA-256");
  expect((await verify(bare)).stdout).toContain("已发布的 2020-15 期，第 1 版，还没有签名的（后来由");
  expect((await box.run("build", "--quiet")).code).toBe(0);
  expect((await publish()).code).toBe(0);
  expect(box.read("data/published/2020-15.yaml")).toBe(record);
});

test("bytes changed, or added behind the signature, are told and fail", async () => {
  const signed = sitePdf();
  const file = path.join(box.folder, "altered.pdf");
  const added = Buffer.concat([signed, Buffer.from("\n%more\n")]);
  writeFileSync(file, added);
  const behind = await verify(file);
  expect(behind.code).toBe(1);
  expect(behind.stdout).toContain("签名后面多出 7 字节，没有签到");
  const changed = Buffer.from(signed);
  changed.write("D:2019", changed.lastIndexOf("(D:20") + 1, "latin1");
  writeFileSync(file, changed);
  const other = await verify(file);
  expect(other.code).toBe(1);
  expect(other.stdout).toContain("签名里的摘要与这份 PDF 不符");
});

test("a signed PDF that is damaged stops the build; one that is lost is not replaced by an unsigned one", async () => {
  const signed = readFileSync(box.path(kept));
  box.write(kept, signed.subarray(0, signed.length - 9));
  const { code, stderr } = await box.run("build", "--quiet");
  expect(code).toBe(1);
  expect(stderr).toContain(`${kept}:1:1 错误：签名的 PDF 不能用`);
  rmSync(box.path(kept));
  expect((await box.run("build", "--quiet")).code).toBe(0);
  const refused = await publish();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(`2020-15 期发布过由 ${signer} 签名的 PDF，这次的没有签名`);
  box.write(kept, signed);
  expect((await box.run("build", "--quiet")).code).toBe(0);
  expect(sitePdf().equals(signed)).toBe(true);
});
