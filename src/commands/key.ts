/** Creates, renews, retires and lists an office's signing keys. (签发密钥) */

import { existsSync } from "node:fs";
import path from "node:path";
import { writeAtomic } from "../base/file/write-atomic.ts";
import { EnvironmentError } from "../base/problem/environment-error.ts";
import { askPassphrase, passphraseVariable } from "../base/process/passphrase.ts";
import {
  findKey,
  keyFileName,
  keyFolder,
  makeKey,
  shortestPassphrase,
  unlockKey,
} from "../release/publish/key-file.ts";
import { loadKeys } from "../release/publish/signer.ts";
import { isActive, keyListFile, keyListText, voucherText } from "../record/signature/key-list.ts";
import type { KeyEntry, RetirementReason } from "../record/signature/key-list.ts";
import { fingerprint, publicKeyOf, readFingerprint, signText } from "../record/signature/public-key.ts";
import { parse, rootFolder, typedPath } from "./options.ts";
import { today } from "../base/process/today.ts";

export const help = `用法：npm run key -- [new | renew | retire 指纹] [选项]

单位的签发密钥。有了它，publish 给登记和网站的每个文件签名，别人用 verify -- --site 核对。不写什么，列出现有的。

  new               做一把新密钥：私钥用口令保护，放在本机；公钥记进 ${keyListFile}，请提交
  renew 指纹        换一把：新密钥由旧密钥作证，旧的从今天起停用（只有一把时不写指纹）
  retire 指纹       停用一把，要写原因

  --name 单位       密钥是谁的，如 --name 某某市督察协调联络组
  --by 指纹         new 第二把时，由本机的哪一把作证
  --unvouched       new 时没有原来的密钥可以作证（遗失了）；核对的人要重新记指纹
  --reason 原因     停用的原因：更换、遗失、泄露（泄露的，它签过的一概不认）
  --folder 文件夹   私钥放在哪里，如 U 盘；不写就放在 ${keyFolder()}
  --key-file 文件   作证的旧私钥不在通常的地方时，它在哪里
  --root 文件夹     刊物所在的文件夹，默认是本文件夹
  --help            显示这段说明

口令在终端里输入，不显示；自动运行的，从环境变量 ${passphraseVariable} 读。

退出代码：0 完成；2 用法不对或环境有问题，什么也没有动。
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    {
      name: { type: "string" },
      by: { type: "string" },
      unvouched: { type: "boolean" },
      reason: { type: "string" },
      folder: { type: "string" },
      "key-file": { type: "string" },
      root: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
    "key",
    true,
  );
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const root = rootFolder(values.root, "key");
  const keys = loadKeys(root);
  const [action, typed, ...rest] = positionals;
  if (rest.length > 0)
    throw new EnvironmentError(`多了“${rest.join(" ")}”`, "指纹里有空格的，用引号括起来，或者连着写。");
  const order: KeyOrder = {
    root,
    folder: values.folder === undefined ? keyFolder() : typedPath(values.folder, "key"),
    oldFile: values["key-file"] === undefined ? undefined : typedPath(values["key-file"], "key"),
  };
  switch (action) {
    case undefined:
      for (const entry of keys) console.log(entryWords(entry, keys));
      if (keys.length === 0) console.log("还没有签发密钥；做一把：npm run key -- new --name 单位名称。");
      return 0;
    case "new": {
      if (values.name === undefined) throw new EnvironmentError("没有写密钥是谁的", "请写 --name 单位名称。");
      const by = values.by === undefined ? undefined : entryOf(values.by, keys);
      if (keys.length > 0 && by === undefined && values.unvouched !== true)
        throw new EnvironmentError(
          "本单位已经有密钥了，新的一把要有一把旧的作证",
          "旧的在本机的，加上 --by 指纹；换下旧的，用 renew；旧的丢了，加上 --unvouched，并把新指纹另行告诉核对的人。",
        );
      return add(order, values.name, keys, by);
    }
    case "renew": {
      const active = keys.filter((entry) => isActive(entry, today()));
      const old = typed === undefined && active.length === 1 ? active[0] : entryOf(typed, keys);
      return add(order, values.name ?? old?.office ?? "", keys, old, true);
    }
    case "retire":
      return retire(root, keys, entryOf(typed, keys), values.reason);
    default:
      throw new EnvironmentError(`不认识“${action}”`, "npm run key -- --help 列出做法。");
  }
}

/** Paths are absolute. */
interface KeyOrder {
  readonly root: string;
  readonly folder: string;
  readonly oldFile: string | undefined;
}

/** `by` vouches for the new key, and is retired if the new key replaces it. */
async function add(
  { root, folder, oldFile }: KeyOrder,
  office: string,
  keys: readonly KeyEntry[],
  by: KeyEntry | undefined,
  replaces = false,
): Promise<number> {
  const old = by === undefined ? undefined : await openOld(by, oldFile);
  const passphrase = await newPassphrase();
  const { key, file } = makeKey(folder, root, passphrase);
  const fresh = { office, publicKey: publicKeyOf(key), from: today() };
  const voucher =
    old === undefined || by === undefined
      ? undefined
      : { publicKey: by.publicKey, signature: signText(voucherText(fresh), old) };
  const before = keys.map((entry): KeyEntry =>
    replaces && entry === by ? { ...entry, until: today(), reason: "更换" } : entry,
  );
  const list = [...before, { ...fresh, voucher }];
  writeAtomic(path.join(root, keyListFile), [keyListText(list)]);
  console.log(`已做好“${office}”的签发密钥。

  指纹  ${fingerprint(fresh.publicKey)}

请把指纹抄在纸上，用电话、公文告诉要核对的人：只看网站或 ${keyListFile} 里的，防不住有人把两处一起换掉。
私钥在 ${file}：请另存一份到 U 盘锁好，口令另记。丢了私钥或口令，谁也找不回来，只能换一把。
公钥记进了 ${keyListFile}，请与稿件一起提交。${voucher === undefined && keys.length > 0 ? "\n没有旧密钥作证：请把新指纹重新告诉每个核对的人；旧的那把，请用 npm run key -- retire 停用。" : ""}`);
  return 0;
}

async function openOld(entry: KeyEntry, file: string | undefined) {
  const print = fingerprint(entry.publicKey);
  if (!isActive(entry, today())) throw new EnvironmentError(`密钥 ${print} 已经停用，不能作证`, "请换一把在用的。");
  const pem = findKey(file, [entry.publicKey]);
  if (pem === undefined)
    throw new EnvironmentError(
      `本机没有密钥 ${print} 的私钥，它不能作证`,
      "它在别处的，用 --key-file 指明文件；丢了的，用 npm run key -- new --unvouched。",
    );
  const key = unlockKey(pem, await askPassphrase(`旧密钥 ${print} 的口令（不显示）：`));
  if (publicKeyOf(key) !== entry.publicKey)
    throw new EnvironmentError(`这个文件不是密钥 ${print} 的私钥`, "请核对 --key-file 后面的文件。");
  return key;
}

async function newPassphrase(): Promise<string> {
  const typed = await askPassphrase(`新密钥的口令（至少 ${shortestPassphrase} 个字，不显示）：`);
  if ([...typed].length < shortestPassphrase)
    throw new EnvironmentError(
      `口令太短（${[...typed].length} 个字），至少要 ${shortestPassphrase} 个`,
      "用几个不相干的词或一句话，好记又难猜。",
    );
  if ((await askPassphrase("再输入一遍：")) !== typed)
    throw new EnvironmentError("两遍口令不一样", "什么也没有做，请再运行一次。");
  return typed;
}

function retire(root: string, keys: readonly KeyEntry[], entry: KeyEntry, reason: string | undefined): number {
  const known = (["更换", "遗失", "泄露"] satisfies RetirementReason[]).find((each) => each === reason);
  if (known === undefined)
    throw new EnvironmentError("没有写停用的原因", "请写 --reason 更换、--reason 遗失 或 --reason 泄露。");
  const list = keys.map((each) => (each === entry ? { ...each, until: each.until ?? today(), reason: known } : each));
  writeAtomic(path.join(root, keyListFile), [keyListText(list)]);
  console.log(
    `已停用密钥 ${fingerprint(entry.publicKey)}（${known}），记进了 ${keyListFile}，请提交，并告诉核对的人。${
      known === "泄露" ? "\n它签过的一概不再认：请用另一把密钥重新 npm run publish。" : ""
    }`,
  );
  return 0;
}

/** @throws EnvironmentError there is none */
function entryOf(typed: string | undefined, keys: readonly KeyEntry[]): KeyEntry {
  const print = typed === undefined ? undefined : readFingerprint(typed);
  const found = keys.find(({ publicKey }) => fingerprint(publicKey) === print);
  if (found !== undefined) return found;
  const known = keys.map(({ publicKey }) => fingerprint(publicKey)).join("；");
  throw new EnvironmentError(
    typed === undefined ? "没有写是哪一把密钥" : `没有指纹是“${typed}”的密钥`,
    known === "" ? "还没有密钥，请先运行 npm run key -- new。" : `请写指纹，现有：${known}。`,
  );
}

function entryWords(entry: KeyEntry, keys: readonly KeyEntry[]): string {
  const { office, publicKey, from, until, reason, voucher } = entry;
  const file = path.join(keyFolder(), keyFileName(publicKey));
  const days =
    until === undefined ? `${from} 起用` : `${from} 至 ${until}，已停用${reason === undefined ? "" : `（${reason}）`}`;
  const witness =
    voucher !== undefined ? `由 ${fingerprint(voucher.publicKey)} 作证` : entry === keys[0] ? "第一把" : "无人作证";
  return `${fingerprint(publicKey)}  ${office}  ${days}；${witness}${existsSync(file) ? "；私钥在本机" : ""}`;
}
