/** Debian's packages of Apache PDFBox Preflight, an independent validator of PDF/A-1b. */

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const limit = { timeout: 120_000 };
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

/** What it prints of a file, valid or not. */
export async function preflight(file: string): Promise<string> {
  const { stdout: files } = await run("dpkg", ["-L", "libpdfbox2-java"], limit);
  const folder = path.dirname(files.split("\n").find((each) => each.endsWith("java/preflight.jar")) ?? "");
  const classes = jars.map((name) => path.join(folder, `${name}.jar`)).join(":");
  const validator = "org.apache.pdfbox.preflight.Validator_A1b";
  const { stdout } = await run("java", ["-cp", classes, validator, file], limit).catch((fault: { stdout?: string }) => {
    // It exits with an error for a file that is not valid, having said why.
    if (fault.stdout === undefined) throw fault;
    return { stdout: fault.stdout };
  });
  return stdout;
}
