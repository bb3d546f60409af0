/** What runs in the thread that prints: drives the browsers, cuts fonts, finishes the PDFs. */

import type { MessagePort } from "node:worker_threads";
import { printEdition } from "../../output/pdf/edition.ts";
import type { EditionJob } from "../../output/pdf/edition.ts";
import { warmFaces } from "../../output/pdf/font/load-face.ts";
import { LazyPrinter } from "../../output/pdf/open-printer.ts";
import type { PressAnswer, PressOptions, PressOrder } from "./messages.ts";
import { sent } from "./sent-fault.ts";

/** Prints what comes in through the port until it is told to close. */
export function runPress(port: MessagePort, { browsers }: PressOptions): void {
  const printer = new LazyPrinter({ browsers });
  const answer = (message: PressAnswer, transferred: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, transferred);
  const print = async (id: number, job: EditionJob): Promise<void> => {
    try {
      const printed = await printEdition(job, await printer.get());
      if ("undrawable" in printed) answer({ kind: "printed", id, printed });
      else {
        const pdf = whole(printed.pdf);
        answer({ kind: "printed", id, printed: { ...printed, pdf } }, [pdf.buffer]);
      }
    } catch (fault) {
      answer({ kind: "failed", id, fault: sent(fault) });
    }
  };
  const open = async (): Promise<void> => {
    try {
      const { browser } = await printer.get();
      answer({ kind: "open", browser });
    } catch (fault) {
      answer({ kind: "shut", fault: sent(fault) });
    }
  };
  port.on("message", (order: PressOrder) => {
    if (order.kind === "print") void print(order.id, order.job);
    else if (order.kind === "fonts") warmFaces(order.fonts);
    // Whatever is still on its way has nobody to wait for it. This ends the thread alone.
    else void printer.close().finally(() => process.exit());
  });
  void open();
}

/** With a buffer of its own, which can be handed over. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength)
    return new Uint8Array(buffer);
  return Uint8Array.from(bytes);
}
