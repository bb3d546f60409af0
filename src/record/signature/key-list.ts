/** The public keys of an office, `data/keys.yaml`, and whether one of them can be trusted. (签发公钥) */

import type { SourceText } from "../../base/problem/source-text.ts";
import { error } from "../../base/problem/problem.ts";
import { failed } from "../../read/schema/reading.ts";
import type { Reading } from "../../read/schema/reading.ts";
import { keyListSchema } from "../../read/schema/signature-schema.ts";
import { validate } from "../../read/schema/validate.ts";
import { parseYaml } from "../../read/source/yaml.ts";
import { fingerprint, isSignedBy } from "./public-key.ts";

export const keyListFile = "data/keys.yaml";

export type RetirementReason = "更换" | "遗失" | "泄露";

export interface KeyEntry {
  readonly office: string;
  readonly publicKey: string;
  /** First and last day of validity, both included. */
  readonly from: string;
  readonly until?: string | undefined;
  readonly reason?: RetirementReason | undefined;
  /** The signature of an earlier key of the office on `voucherText`. */
  readonly voucher?: { readonly publicKey: string; readonly signature: string } | undefined;
}

/** The text that an earlier key signs to vouch for a new one. */
export function voucherText({ office, publicKey, from }: Pick<KeyEntry, "office" | "publicKey" | "from">): string {
  return JSON.stringify({ form: "gongzuo-jianbao/key/1", office, publicKey, from });
}

/** Whether the key may sign on this day. */
export function isActive({ from, until, reason }: KeyEntry, day: string): boolean {
  return reason !== "泄露" && from <= day && (until === undefined || day <= until);
}

export function readKeyList(source: SourceText): Reading<readonly KeyEntry[]> {
  const { yaml, problems } = parseYaml(source);
  if (yaml === undefined) return failed(problems);
  const { value, problems: faults } = validate(keyListSchema, yaml);
  if (value === undefined) return failed(faults);
  const entries = value.公钥.map((key): KeyEntry => ({
    office: key.单位,
    publicKey: key.公钥,
    from: key.启用,
    ...(key.停用 === undefined ? {} : { until: key.停用 }),
    ...(key.停用原因 === undefined ? {} : { reason: key.停用原因 }),
    ...(key.作证 === undefined ? {} : { voucher: { publicKey: key.作证.公钥, signature: key.作证.签名 } }),
  }));
  const wrong = entries.flatMap((entry, at) => {
    const { voucher } = entry;
    if (value.公钥[at]?.指纹 !== fingerprint(entry.publicKey))
      return [error("key-changed", yaml.place(["公钥", at, "指纹"]), "指纹与公钥不符", mend)];
    return voucher === undefined || isSignedBy(voucherText(entry), voucher.signature, voucher.publicKey)
      ? []
      : [error("key-changed", yaml.place(["公钥", at, "作证"]), "作证的签名与这把公钥不符", mend)];
  });
  return wrong.length > 0 ? failed(wrong) : { value: entries, problems: [] };
}

const mend = `公钥由 npm run key 写，不能用手改；请从版本库里恢复这个文件（git restore ${keyListFile}）。`;

const head = `# 签发用的公钥，由 npm run key 写，与稿件一起提交。私钥不在这里，见 docs/publishing.md。
`;

export function keyListText(entries: readonly KeyEntry[]): string {
  const lines = entries.flatMap(({ office, publicKey, from, until, reason, voucher }) => [
    `  - 单位: ${JSON.stringify(office)}`,
    `    公钥: ${JSON.stringify(publicKey)}`,
    `    指纹: ${JSON.stringify(fingerprint(publicKey))}`,
    `    启用: ${JSON.stringify(from)}`,
    ...(until === undefined ? [] : [`    停用: ${JSON.stringify(until)}`]),
    ...(reason === undefined ? [] : [`    停用原因: ${reason}`]),
    ...(voucher === undefined
      ? []
      : [
          "    作证:",
          `      公钥: ${JSON.stringify(voucher.publicKey)}`,
          `      签名: ${JSON.stringify(voucher.signature)}`,
        ]),
  ]);
  return `${head}公钥:\n${lines.join("\n")}\n`;
}

/** What a verifier knows beforehand. */
export interface Trust {
  /** The office's key list on this machine. */
  readonly listed: readonly KeyEntry[];
  /** A fingerprint from another channel; when given, the list alone is not trusted. */
  readonly fingerprint: string | undefined;
}

export type KeyVerdict = "trusted" | "unknown" | "out-of-date" | "leaked";

/** Whether to trust a signature by `publicKey` on this day. `carried`: keys delivered with it, only for vouchers. */
export function judgeKey(
  publicKey: string,
  day: string,
  { listed, fingerprint: pinned }: Trust,
  carried: readonly KeyEntry[],
): KeyVerdict {
  const own = (key: string): KeyEntry | undefined => listed.find((entry) => entry.publicKey === key);
  const isLeaked = (key: string): boolean => own(key)?.reason === "泄露";
  const isRoot = (key: string): boolean =>
    pinned === undefined ? own(key) !== undefined : fingerprint(key) === pinned;
  const all = [...listed, ...carried];
  const isVouched = (key: string, seen: readonly string[]): boolean =>
    !isLeaked(key) &&
    !seen.includes(key) &&
    (isRoot(key) ||
      all.some((entry) => {
        const { voucher } = entry;
        if (entry.publicKey !== key || voucher === undefined) return false;
        if (!isSignedBy(voucherText(entry), voucher.signature, voucher.publicKey)) return false;
        const earlier = own(voucher.publicKey);
        return (earlier === undefined || isActive(earlier, entry.from)) && isVouched(voucher.publicKey, [...seen, key]);
      }));
  if (isLeaked(publicKey)) return "leaked";
  if (!isVouched(publicKey, [])) return "unknown";
  const entry = own(publicKey) ?? carried.find((each) => each.publicKey === publicKey);
  return entry === undefined || isActive(entry, day) ? "trusted" : "out-of-date";
}
