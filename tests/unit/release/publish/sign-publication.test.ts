import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mustBeSigned, signPublication } from "../../../../src/release/publish/sign-publication.ts";
import type { SignedPublication } from "../../../../src/release/publish/sign-publication.ts";
import { publicKeyOf } from "../../../../src/record/signature/public-key.ts";

const key = generateKeyPairSync("ed25519").privateKey;
const signer = { key, keys: [{ office: "某某市联络组", publicKey: publicKeyOf(key), from: "2020-01-01" }] };
let root: string;
let site: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "sign-test-"));
  site = path.join(root, "site");
  mkdirSync(path.join(root, "data/published"), { recursive: true });
  mkdirSync(site);
  writeFileSync(path.join(site, "index.html"), "first");
});
afterEach(() => rmSync(root, { recursive: true }));

const wish = () => ({ root, site, current: undefined, date: "2026-11-30", asChanged: false, withdraw: false });
async function signed(over: Partial<ReturnType<typeof wish>> = {}): Promise<SignedPublication> {
  const made = await signPublication(signer, [], { ...wish(), ...over });
  if ("refused" in made) throw new Error(made.refused.join("\n"));
  if (made.log !== undefined) writeFileSync(path.join(root, made.log.path), made.log.text);
  return made;
}
const statement = ({ signature }: SignedPublication): unknown => JSON.parse(signature.statement);

test("a site that changed after it was signed is not published", async () => {
  const { signature } = await signed();
  await expect(mustBeSigned(site, signature)).resolves.toBeUndefined();
  writeFileSync(path.join(site, "index.html"), "second");
  await expect(mustBeSigned(site, signature)).rejects.toThrow("签名以后网站又变了");
});

test("the first statement names all records there are, the next ones those that came, changed or were withdrawn", async () => {
  const record = (issue: string): string => path.join(root, `data/published/${issue}.yaml`);
  writeFileSync(record("2020-9"), "nine");
  writeFileSync(record("2020-15"), "fifteen");
  expect(statement(await signed())).toMatchObject({
    number: 1,
    records: ["2020-9", "2020-15"].map((issue) => [issue, expect.any(String)] as unknown),
  });
  writeFileSync(path.join(site, "index.html"), "second");
  expect(statement(await signed())).toMatchObject({ number: 2, records: [] });
  rmSync(record("2020-9"));
  await expect(signed()).rejects.toThrow("data/published/2020-9.yaml：不见了");
  expect(statement(await signed({ withdraw: true }))).toMatchObject({ number: 3, records: [["2020-9", null]] });
  expect((await signed()).log).toBeUndefined();
});
