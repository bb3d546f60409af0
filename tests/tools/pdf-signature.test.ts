/** The signature as a program of others sees it (poppler's pdfsig), and PDF/A with it. */

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPrinter, toArchivePdf } from "../../src/output/pdf/index.ts";
import { makeCms } from "../../src/release/pades/cms.ts";
import { handOut, signPdf, takeBack } from "../../src/release/pades/signing.ts";
import { makeIdentity } from "../support/certificates.ts";
import { preflight } from "../support/preflight.ts";
import { sevenPages } from "../site/print/seven-pages.ts";

const run = promisify(execFile);
const limit = { timeout: 120_000 };

describe("a signed seven-page print", () => {
  let folder: string;
  let pdf: Uint8Array;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pades-"));
    const printer = await openPrinter();
    try {
      const { raw } = await printer.print(await sevenPages());
      ({ pdf } = await toArchivePdf(raw, {
        title: "工作简报 第15期",
        author: "协调联络领导小组",
        subject: "督察“回头看”",
        keywords: ["督察"],
        date: "2020-11-08",
        language: "zh-CN",
      }));
    } finally {
      await printer.close();
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(["rsa", "ec"] as const)("by %s is valid, whole and named, and PDF/A-1b", async (kind) => {
    const { pdf: signed } = await signPdf(
      { pdf, text: "", time: new Date(), internal: false },
      await makeIdentity({ kind, name: "某某市督察协调联络组" }),
    );
    await expectSigned(join(folder, `${kind}.pdf`), signed);
  });

  test("by somebody else's device is valid, whole and named, and PDF/A-1b", async () => {
    const order = { pdf, text: "", time: new Date(), internal: false };
    const { pdf: prepared, content } = await handOut(order, "ETSI.CAdES.detached");
    const { pdf: signed } = await takeBack(makeCms(content, await makeIdentity({ kind: "ec" })), prepared, false);
    await expectSigned(join(folder, "device.pdf"), signed);
  });

  test("is told to be changed where it was", async () => {
    const { pdf: signed } = await signPdf({ pdf, text: "", time: new Date(), internal: false }, await makeIdentity());
    const changed = Buffer.from(signed);
    changed.write("D:2019", changed.lastIndexOf("(D:20") + 1, "latin1");
    await writeFile(join(folder, "changed.pdf"), changed);
    const { stdout } = await run("pdfsig", ["-nocert", join(folder, "changed.pdf")], limit);
    expect(stdout).toContain("Digest Mismatch");
  });

  async function expectSigned(file: string, signed: Uint8Array): Promise<void> {
    await writeFile(file, signed);
    const { stdout } = await run("pdfsig", ["-nocert", file], limit);
    expect(stdout).toContain("Signature Validation: Signature is Valid.");
    expect(stdout).toContain("Signer Certificate Common Name: 某某市督察协调联络组");
    expect(stdout).toContain("Signature Type: ETSI.CAdES.detached");
    expect(stdout).toContain("Total document signed");
    expect(await preflight(file)).toContain("is a valid PDF/A-1b file");
  }
});
