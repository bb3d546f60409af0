import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { SourceText } from "../../../../src/base/problem/source-text.ts";
import { checkPrivacyText } from "../../../../src/check/privacy/check.ts";
import { personalItems } from "../../../../src/check/privacy/gate.ts";
import { LastPass } from "../../../../src/release/outgoing/last-pass.ts";

/** As `npm run key` writes them: a key of 32 bytes, its fingerprint, a signature of 64. */
const lists = Array.from({ length: 2000 }, (_, at) => {
  const digest = (kind: string): Buffer => createHash(kind).update(`${at}`).digest();
  const fingerprint = digest("sha256").toString("hex").slice(0, 32).match(/.{4}/g)?.join(" ") ?? "";
  return `- 公钥: ${digest("sha256").toString("base64")}\n  指纹: ${fingerprint}\n  签名: ${digest("sha512").toString("base64")}\n`;
});

test("keys, fingerprints and signatures are no accounts and telephones, whatever their letters and digits look like", () => {
  const checked = lists.filter((text) => {
    const source = new SourceText("data/keys.yaml", text);
    return checkPrivacyText(source, 0, text.length).length > 0;
  });
  const pass = new LastPass({ levels: {}, allowed: () => [], names: new Set() });
  const published = lists.filter((text, at) => pass.look(`${at}.txt`, Buffer.from(text)).length > 0);
  expect({ checked, published }).toEqual({ checked: [], published: [] });
  expect(lists.some((text) => personalItems(text).length > 0)).toBe(true);
});

test.each(["13874629035", "431123199001011234", "zhoul886@qq.com"])("%s beside a key is found", (item) => {
  const text = `${lists[0] ?? ""}# 保管人手机、证件、邮箱 ${item}\n`;
  expect(checkPrivacyText(new SourceText("data/keys.yaml", text), 0, text.length)).toHaveLength(1);
});
