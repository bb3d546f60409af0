/** A signed publication and the ways to alter it: `verify -- --site` says of each what was done, and of an untouched one that it is clean. */

import { generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SourceText } from "../../src/base/problem/source-text.ts";
import { sha256 } from "../../src/record/digest.ts";
import { draftJson } from "../../src/record/draft.ts";
import type { EditionDraft } from "../../src/record/draft.ts";
import { readRecord } from "../../src/record/read-record.ts";
import { sealed } from "../../src/record/write-record.ts";
import { publicKeyOf } from "../../src/record/signature/public-key.ts";
import { readSiteSignature, signSite, siteSignatureText } from "../../src/record/signature/site-signature.ts";
import { cliIn } from "../support/cli.ts";
import type { Outcome } from "../support/cli.ts";
import { serveSite } from "../support/site-server.ts";
import { changed, correction, draft, pdf } from "../unit/record/issue.ts";

const folder = mkdtempSync(path.join(tmpdir(), "jianbao-signature-"));
const root = path.join(folder, "root");
const built = path.join(folder, "built");
const www = path.join(folder, "www");
const office = path.join(folder, "office");
const passphrase = { JIANBAO_PASSPHRASE: "几个不相干的词：灯塔、扁担" };
const record = "data/published/2020-15.yaml";
const log = "data/published/signatures.jsonl";
/** States of the whole: after the first and after the second publication. */
const [first, second] = [path.join(folder, "state-1"), path.join(folder, "state-2")];

/** As the office, whose private key lies on this machine. */
const run = (...args: string[]): Promise<Outcome> => cliIn({ ...passphrase, XDG_CONFIG_HOME: office }, ...args);
const publish = (...more: string[]): Promise<Outcome> =>
  run("publish", "--root", root, "--from", built, "--to", www, "--plain", ...more);

function put(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const read = (file: string): string => readFileSync(file, "utf8");

function build(made: EditionDraft): void {
  rmSync(built, { recursive: true, force: true });
  put(path.join(built, ".jianbao"), "");
  put(path.join(built, "index.html"), `<p>第 ${made.edition} 版</p>`);
  put(path.join(built, "issues/2020/15/index.html"), `<p>交办215件，第 ${made.edition} 版</p>`);
  put(path.join(built, "issues/2020/15/2020-15.pdf"), `%PDF ${made.edition}`);
  put(path.join(built, "issues/2020/15/edition.json"), draftJson(made));
  put(path.join(built, "units/零陵区/index.html"), "<p>零陵区</p>");
  put(path.join(built, "addresses.txt"), "index.html\nissues/2020/15/index.html\n");
}

function keep(state: string): void {
  mkdirSync(state);
  cpSync(root, path.join(state, "root"), { recursive: true });
  cpSync(www, path.join(state, "www"), { recursive: true });
}

let print = "";

beforeAll(async () => {
  mkdirSync(path.join(root, "data"), { recursive: true });
  const made = await run("key", "new", "--root", root, "--name", "某某市联络组");
  expect(made).toMatchObject({ code: 0, stderr: "" });
  print = /指纹 {2}([0-9a-f ]{39})/.exec(made.stdout)?.[1] ?? "";
  build(draft());
  expect((await publish()).stdout).toContain("已签名：第 1 次签发");
  keep(first);
  const known = readRecord(new SourceText(record, read(path.join(root, record)))).value;
  const corrections = [{ ...correction, withheld: true }];
  build(draft({ edition: 2, basis: known?.seal ?? "", corrections, printing: pdf("b"), text: changed("56", "57") }));
  const again = await publish();
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(again.stdout).toContain("已签名：第 2 次签发");
  keep(second);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another machine, which has seen nothing yet. */
class Machine {
  readonly #settings = mkdtempSync(path.join(folder, "settings-"));
  readonly root = mkdtempSync(path.join(folder, "machine-"));
  /** Without the office's folder it has the public key alone. */
  constructor(from?: string) {
    if (from === undefined) cpSync(path.join(second, "root/data/keys.yaml"), path.join(this.root, "data/keys.yaml"));
    else cpSync(path.join(from, "root"), this.root, { recursive: true });
  }
  verify(site: string, ...more: string[]): Promise<Outcome> {
    return cliIn({ XDG_CONFIG_HOME: this.#settings }, "verify", "--root", this.root, "--site", site, ...more);
  }
}

let site: string;
beforeEach(() => {
  site = mkdtempSync(path.join(folder, "site-"));
  cpSync(path.join(second, "www"), site, { recursive: true });
});
const inSite = (file: string): string => path.join(site, file);

describe("a clean site", () => {
  test("is clean on a machine that has only the public key, which says whose key to compare", async () => {
    const { code, stdout, stderr } = await new Machine().verify(site);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`由“某某市联络组”（指纹 ${print}）`);
    expect(stdout).toContain("7 个文件都与签发时一样");
    expect(stdout).toContain("请把上面的指纹与编发单位另行告诉的");
  });

  test("is clean by the fingerprint alone, however it is typed, and by an address", async () => {
    const machine = new Machine();
    rmSync(path.join(machine.root, "data"), { recursive: true });
    const server = await serveSite(site);
    try {
      const online = await machine.verify(
        `${server.url}index.html`,
        "--fingerprint",
        print.replaceAll(" ", "").toUpperCase(),
      );
      expect(online).toMatchObject({ code: 0, stderr: "" });
      expect(online.stdout).toContain("从网址看不到签名以外多出来的文件");
      writeFileSync(inSite("issues/2020/15/2020-15.pdf"), "%PDF 3");
      const changed = await machine.verify(server.url, "--fingerprint", print);
      expect(changed.code).toBe(1);
      expect(changed.stdout).toContain("改过：issues/2020/15/2020-15.pdf");
    } finally {
      await server.close();
    }
  });

  test("is clean by an address only where its folders lead to its pages", async () => {
    const server = await serveSite(site);
    let front = "";
    const sending = createServer((request, response) => {
      const target = request.url === "/" ? front : server.url + (request.url ?? "").slice(1);
      response.writeHead(302, { location: target }).end();
    });
    await new Promise<void>((resolve) => sending.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(sending.address() as AddressInfo).port}/`;
    try {
      front = `${server.url}index.html`;
      expect((await new Machine().verify(address)).code).toBe(0);
      front = `${server.url}units/${encodeURIComponent("零陵区")}/index.html`;
      const { code, stdout } = await new Machine().verify(address);
      expect(code).toBe(1);
      expect(stdout).toContain("改过：index.html");
    } finally {
      sending.close();
      await server.close();
    }
  });

  test("is clean with its records", async () => {
    const { code, stdout } = await new Machine(second).verify(site);
    expect(code).toBe(0);
    expect(stdout).toContain("登记：1 份都与签发时一样，签发簿 2 次前后相接");
  });
});

/** Somebody else's key, with which everything can be signed anew. */
function signAnew(
  key: KeyObject,
  keys: (own: string) => NonNullable<ReturnType<typeof readSiteSignature>>["signature"]["keys"],
): void {
  const opened = readSiteSignature(read(inSite("signature.json")));
  if (opened === undefined) throw new Error("no signature");
  const { statement, signature } = opened;
  writeFileSync(inSite("index.html"), "<p>假的</p>");
  const files = signature.files.map(
    ([file, digest]) => [file, file === "index.html" ? sha256("<p>假的</p>") : digest] as const,
  );
  writeFileSync(
    inSite("signature.json"),
    siteSignatureText(signSite({ ...statement, files, keys: keys(publicKeyOf(key)) }, key)),
  );
}

const ways: readonly (readonly [way: string, alter: () => void, told: string])[] = [
  ["a page changed by one character", () => appendFileSync(inSite("index.html"), " "), "改过：index.html"],
  ["a file added", () => writeFileSync(inSite(".htaccess"), "Redirect"), "多出：.htaccess"],
  ["a file deleted", () => rmSync(inSite("units/零陵区/index.html")), "不见了：units/零陵区/index.html"],
  [
    "a file replaced by a link to the same bytes",
    () => {
      renameSync(inSite("index.html"), path.join(folder, "elsewhere.html"));
      symlinkSync(path.join(folder, "elsewhere.html"), inSite("index.html"));
    },
    "改过：index.html",
  ],
  [
    "two files exchanged",
    () => {
      const [one, other] = [read(inSite("index.html")), read(inSite("issues/2020/15/index.html"))];
      writeFileSync(inSite("index.html"), other);
      writeFileSync(inSite("issues/2020/15/index.html"), one);
    },
    "有 2 个文件与签发时不同",
  ],
  ["a file renamed", () => renameSync(inSite("units"), inSite("unit")), "多出：unit/零陵区/index.html"],
  ["the signature taken away", () => rmSync(inSite("signature.json")), "没有签名"],
  [
    "a file and its digest in the list",
    () => {
      const before = sha256(read(inSite("index.html")));
      writeFileSync(inSite("index.html"), "<p>假的</p>");
      writeFileSync(inSite("signature.json"), read(inSite("signature.json")).replace(before, sha256("<p>假的</p>")));
    },
    "签名被改过",
  ],
  [
    "the day of the signature",
    () =>
      writeFileSync(inSite("signature.json"), read(inSite("signature.json")).replace(/(date\\":\\")\d{4}/, "$12019")),
    "签名被改过",
  ],
  [
    "all signed anew with another key under the office's name",
    () =>
      signAnew(generateKeyPairSync("ed25519").privateKey, (own) => [
        { office: "某某市联络组", publicKey: own, from: "2020-01-01" },
      ]),
    "签名的密钥不认识",
  ],
  [
    "all signed anew with a key that claims the office's vouches for it",
    () => {
      const opened = readSiteSignature(read(inSite("signature.json")));
      const [key] = opened?.signature.keys ?? [];
      signAnew(generateKeyPairSync("ed25519").privateKey, (own) => [
        ...(opened?.signature.keys ?? []),
        {
          office: "某某市联络组",
          publicKey: own,
          from: "2020-01-01",
          voucher: { publicKey: key?.publicKey ?? "", signature: opened?.signature.signature ?? "" },
        },
      ]);
    },
    "签名的密钥不认识",
  ],
  [
    "the signature cut short",
    () => writeFileSync(inSite("signature.json"), read(inSite("signature.json")).slice(0, -40)),
    "签名被改过",
  ],
  ["a file emptied", () => writeFileSync(inSite("issues/2020/15/2020-15.pdf"), ""), "改过：issues/2020/15/2020-15.pdf"],
];

describe("a site that was altered after it was signed", () => {
  test.each(ways)("%s", async (_way, alter, told) => {
    alter();
    const { code, stdout } = await new Machine().verify(site);
    expect(stdout).toContain(told);
    expect(stdout).toContain("改法：");
    expect(code).toBe(1);
  });

  test("an old one put back is noticed by the log, and by a machine that saw the new one", async () => {
    const machine = new Machine();
    expect((await machine.verify(site)).code).toBe(0);
    rmSync(site, { recursive: true });
    cpSync(path.join(first, "www"), site, { recursive: true });
    for (const other of [machine, new Machine(second)]) {
      const { code, stdout } = await other.verify(site);
      expect(stdout).toContain("放回了旧的网站：已经发布到第 2 次，这里是第 1 次");
      expect(code).toBe(1);
    }
    const stranger = await new Machine().verify(site, "--format", "json");
    expect(JSON.parse(stranger.stdout)).toMatchObject({ standing: "signed" });
  });
});

const recordWays: readonly (readonly [way: string, alter: (root: string) => void, told: string])[] = [
  [
    "edited together with its seal",
    (own) => {
      const text = read(path.join(own, record))
        .replace("交办215件", "交办125件")
        .replace(/\n登记校验:.*\n$/, "\n");
      writeFileSync(path.join(own, record), sealed(text));
    },
    "2020-15.yaml 被改过",
  ],
  [
    "put back as it was before",
    (own) => cpSync(path.join(first, "root", record), path.join(own, record)),
    "2020-15.yaml 放回了旧的",
  ],
  ["deleted", (own) => rmSync(path.join(own, record)), "2020-15.yaml 不见了"],
  [
    "added",
    (own) => cpSync(path.join(own, record), path.join(own, "data/published/2020-14.yaml")),
    "2020-14.yaml 没有签名",
  ],
  [
    "put back with the statement that replaced it taken out of the log",
    (own) => {
      cpSync(path.join(first, "root"), own, { recursive: true });
    },
    "签发簿只到第 1 次",
  ],
  [
    "a statement of the log changed",
    (own) => writeFileSync(path.join(own, log), read(path.join(own, log)).replace("某某市", "别的市")),
    "这一次签发被改过",
  ],
  ["the whole log taken out", (own) => rmSync(path.join(own, log)), "签发簿只到第 0 次"],
  [
    "the first statement of the log taken out",
    (own) => writeFileSync(path.join(own, log), read(path.join(own, log)).split("\n").slice(1).join("\n")),
    "有几行不见了",
  ],
];

test("records of another office's folder say nothing of a site", async () => {
  const machine = new Machine(second);
  const keys = path.join(machine.root, "data/keys.yaml");
  cpSync(keys, path.join(folder, "theirs.yaml"));
  rmSync(keys);
  await run("key", "new", "--root", machine.root, "--name", "别的单位", "--folder", path.join(folder, "theirs"));
  const { code, stdout } = await machine.verify(site, "--keys", path.join(folder, "theirs.yaml"));
  expect(code).toBe(0);
  expect(stdout).toContain("这个文件夹的公钥不是这个网站的");
  expect((await machine.verify(site)).stdout).toContain("签名的密钥不认识");
});

describe("a record that was altered after it was signed", () => {
  test.each(recordWays)("%s", async (_way, alter, told) => {
    const machine = new Machine(second);
    alter(machine.root);
    const { code, stdout } = await machine.verify(site);
    expect(stdout).toContain(told);
    expect(code).toBe(1);
  });

  test("is not signed over by the next publication", async () => {
    for (const [way, alter] of recordWays.slice(0, 4)) {
      cpSync(path.join(second, "root"), root, { recursive: true });
      alter(root);
      const before = read(path.join(root, log));
      const { code, stderr } = await publish();
      expect([way, code]).toEqual([way, 1]);
      expect(stderr).toContain("没有发布");
      expect(read(path.join(root, log))).toBe(before);
      rmSync(path.join(root, "data/published"), { recursive: true });
    }
    cpSync(path.join(second, "root"), root, { recursive: true });
  });
});
