/** Asks for a passphrase without showing it. (口令) */

import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { EnvironmentError } from "../problem/environment-error.ts";

/** Supplies the passphrase where there is no terminal. */
export const passphraseVariable = "JIANBAO_PASSPHRASE";

/**
 * In Unicode normal form. `variable`: environment variable that may supply it. @throws EnvironmentError without a
 * terminal
 */
export async function askPassphrase(question: string, variable = passphraseVariable): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined && given !== "") return given.normalize("NFC");
  if (!process.stdin.isTTY)
    throw new EnvironmentError(
      "这里不能输入口令",
      `请在终端窗口里运行；自动发布的，把口令放在环境变量 ${variable} 里（流水线的机密变量，不要写进文件）。`,
    );
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  // Printed only once the terminal no longer echoes what is typed.
  process.stdout.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.question("", (answer) => resolve(answer.normalize("NFC")));
      for (const end of ["SIGINT", "close"])
        lines.once(end, () =>
          reject(new EnvironmentError("没有输入口令", "什么也没有做；再运行一次，输入口令后按回车。")),
        );
    });
  } finally {
    lines.close();
    process.stdout.write("\n");
  }
}
