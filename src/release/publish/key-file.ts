/** The private key of an office: an encrypted PEM file (PKCS#8) outside any repository. (私钥) */

import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { userFolder } from "../../base/process/user-folder.ts";
import { fingerprint, publicKeyOf } from "../../record/signature/public-key.ts";

/** For a pipeline: the file, or its text. */
export const keyVariable = "JIANBAO_KEY";

/** Characters. The encryption of PKCS#8 by OpenSSL does little to slow guessing down. */
export const shortestPassphrase = 12;

export function keyFolder(): string {
  return path.join(userFolder(process.env), "keys");
}

/** Named by fingerprint, so that the private key of a public key can be found. */
export function keyFileName(publicKey: string): string {
  return `${fingerprint(publicKey).replaceAll(" ", "")}.pem`;
}

/** Creates a key in `folder`, readable by its owner only. @throws EnvironmentError the folder is a copied one */
export function makeKey(
  folder: string,
  root: string,
  passphrase: string,
): { readonly key: KeyObject; readonly file: string } {
  refuseRepository(folder, root);
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, keyFileName(publicKeyOf(privateKey)));
  writeFileSync(file, pem, { mode: 0o600, flag: "wx" });
  chmodSync(file, 0o600);
  return { key: privateKey, file };
}

function refuseRepository(folder: string, root: string): void {
  const own = realpathSync(root);
  let place = folder;
  while (!existsSync(place)) place = path.dirname(place);
  for (place = realpathSync(place); ; place = path.dirname(place)) {
    if (place === own || existsSync(path.join(place, ".git")))
      throw new EnvironmentError(
        `${folder} 在刊物文件夹或版本库里，私钥放在这里会跟着稿件传出去`,
        `请用 --folder 另外指一个地方（如 U 盘），或者不写，放在 ${keyFolder()}。`,
      );
    if (place === path.dirname(place)) return;
  }
}

/** The private key from the file `named`, the environment, or the usual folder; `undefined` where there is none. */
export function findKey(named: string | undefined, publicKeys: readonly string[]): string | undefined {
  if (named !== undefined) {
    if (!existsSync(named))
      throw new EnvironmentError(
        `没有密钥文件 ${named}`,
        `请核对 --key-file（或环境变量 ${keyVariable}）里的路径；U 盘上的，先插好。`,
      );
    return readFileSync(named, "utf8");
  }
  const given = process.env[keyVariable];
  if (given !== undefined && given !== "") return given.includes("-----BEGIN") ? given : findKey(given, publicKeys);
  const file = publicKeys.map((key) => path.join(keyFolder(), keyFileName(key))).find((each) => existsSync(each));
  return file === undefined ? undefined : readFileSync(file, "utf8");
}

/** @throws EnvironmentError the passphrase is wrong, or the key cannot sign */
export function unlockKey(pem: string, passphrase: string): KeyObject {
  if (!pem.includes("ENCRYPTED PRIVATE KEY"))
    throw new EnvironmentError("这不是用口令保护的密钥文件", "请用 npm run key -- new 做的那个 .pem 文件。");
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: "pem", passphrase });
  } catch (cause) {
    throw new EnvironmentError(
      "密钥打不开：口令不对，或者文件坏了",
      "请核对口令（大小写、中英文输入法），再运行一次。",
      { cause },
    );
  }
  if (key.asymmetricKeyType !== "ed25519")
    throw new EnvironmentError("这不是签发用的密钥（Ed25519）", "请用 npm run key -- new 做的那个 .pem 文件。");
  return key;
}
