/** The signer: an office's key, if it has one. */

import { existsSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { Root } from "../../read/load/root.ts";
import { take } from "../../read/load/load-data.ts";
import { report } from "../../base/problem/report.ts";
import { askPassphrase, passphraseVariable } from "../../base/process/passphrase.ts";
import { isActive, keyListFile, readKeyList } from "../../record/signature/key-list.ts";
import type { KeyEntry } from "../../record/signature/key-list.ts";
import { fingerprint, publicKeyOf } from "../../record/signature/public-key.ts";
import { findKey, keyVariable, unlockKey } from "./key-file.ts";
import type { Signer } from "./sign-publication.ts";

/** Empty where the office has no key. @throws EnvironmentError the list is not as `npm run key` wrote it */
export function loadKeys(root: string): readonly KeyEntry[] {
  return existsSync(path.join(root, keyListFile)) ? keysOf(new Root(root), keyListFile) : [];
}

/** Reads a key list from elsewhere; `file` is absolute. @throws EnvironmentError it is not a key list */
export function readKeys(file: string): readonly KeyEntry[] {
  if (!existsSync(file)) throw new EnvironmentError(`没有公钥文件 ${file}`, "请核对 --keys 后面的路径。");
  return keysOf(new Root(path.dirname(file)), path.basename(file));
}

function keysOf(root: Root, file: string): readonly KeyEntry[] {
  const source = root.read(file);
  const keys = source === undefined ? undefined : take(root, readKeyList(source));
  if (keys !== undefined && root.problems.length === 0) return keys;
  throw new EnvironmentError(
    report(root.problems, root.sources).trimEnd(),
    `${file} 不对，说不出哪一把是本单位的密钥：照上面说的改好，再运行一次。`,
  );
}

/** `undefined` without a key. `named`: absolute path of the private key. @throws EnvironmentError it cannot be used */
export async function openSigner(root: string, named: string | undefined, day: string): Promise<Signer | undefined> {
  const keys = loadKeys(root);
  if (keys.length === 0 && named === undefined) return undefined;
  const usable = keys.filter((entry) => isActive(entry, day));
  if (usable.length === 0)
    throw new EnvironmentError(
      keys.length === 0 ? `${keyListFile} 里没有公钥` : "本单位的密钥都停用了",
      "请用 npm run key -- new 做一把；这一次不签发的，加上 --unsigned。",
    );
  const list = usable.map(({ publicKey }) => fingerprint(publicKey)).join("；");
  const pem = findKey(
    named,
    usable.map(({ publicKey }) => publicKey),
  );
  if (pem === undefined)
    throw new EnvironmentError(
      `没有找到签发用的私钥（指纹 ${list}）`,
      `请在有密钥的电脑上发布，或用 --key-file 指明密钥文件；流水线里放在环境变量 ${keyVariable} 和 ${passphraseVariable} 里；这一次不签发的，加上 --unsigned。`,
    );
  const key = unlockKey(pem, await askPassphrase("签发密钥的口令（不显示）："));
  const own = publicKeyOf(key);
  if (!usable.some(({ publicKey }) => publicKey === own))
    throw new EnvironmentError(
      `这把密钥（指纹 ${fingerprint(own)}）不在 ${keyListFile} 里，或者已经停用`,
      `现在在用的是 ${list}，请换成它的密钥文件。`,
    );
  return { key, keys };
}
