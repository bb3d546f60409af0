/** Asks an independent validator, Apache PDFBox Preflight, if it is installed. */

import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { Check, Result } from "./checks/check.ts";

/** The folder of the jars of Debian's libpdfbox2-java and its dependencies. */
const usualFolder = "/usr/share/java";
const jars = [
  "preflight",
  "pdfbox2",
  "fontbox2",
  "xmpbox",
  "commons-logging",
  "commons-io",
  "javax.activation",
  "jaxb-api",
];

/** Milliseconds for one file; a seven-page bulletin takes two seconds. */
const limit = 60_000;

/** A Java class path: the named jar or folder of jars, else the usual folder. `undefined` when there is no validator. */
export function validatorPath(named: string | undefined): string | undefined {
  const place = named ?? usualFolder;
  if (!existsSync(place)) return undefined;
  if (statSync(place).isFile()) return place;
  if (!existsSync(path.join(place, "preflight.jar"))) return undefined;
  return jars.map((jar) => path.join(place, `${jar}.jar`)).join(path.delimiter);
}

export const preflightCheck: Omit<Check, "run"> = {
  id: "preflight",
  clause: "ISO 19005-1",
  strength: "必须",
  severity: "fail",
  name: "PDF/A 验证程序",
};

export async function preflight(file: string, classPath: string | undefined): Promise<Result> {
  if (classPath === undefined) return { unchecked: "未装验证程序，未查" };
  const said = await new Promise<{ readonly text: string; readonly started: boolean }>((resolve) => {
    execFile(
      "java",
      ["-XX:TieredStopAtLevel=1", "-cp", classPath, "org.apache.pdfbox.preflight.Validator_A1b", file],
      { timeout: limit, maxBuffer: 16 * 1024 * 1024 },
      (fault, stdout, stderr) => {
        resolve({ text: `${stdout}\n${stderr}`, started: fault === null || fault.code !== "ENOENT" });
      },
    );
  });
  if (!said.started) return { unchecked: "没有 java，未查" };
  const expected = "is a valid PDF/A-1b file";
  if (said.text.includes(expected)) return { expected: "PDF/A-1b 有效", measured: "有效", faults: [] };
  const errors = [
    ...new Set([...said.text.matchAll(/^\s*(\d+(?:\.\d+)* : .*)$/gm)].map(([, error = ""]) => error.trim())),
  ];
  if (errors.length === 0) return { unchecked: "验证程序没有给出结论" };
  return { expected: "PDF/A-1b 有效", measured: `${errors.length} 类错误`, faults: errors };
}
