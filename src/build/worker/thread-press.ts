import { Worker } from "node:worker_threads";
import { EnvironmentError } from "../../base/problem/environment-error.ts";
import { atEnd } from "../../base/process/ending.ts";
import type { BrowserReport } from "../../output/pdf/browser-report.ts";
import type { EditionJob, PrintedEdition, UndrawableText } from "../../output/pdf/edition.ts";
import type { FontConfig } from "../../output/pdf/font-role.ts";
import { withinLimit } from "../../output/pdf/job/time-limit.ts";
import type { PressAnswer, PressOptions, PressOrder } from "./messages.ts";
import type { OnWait, Press } from "../../output/pdf/press.ts";
import { received } from "./sent-fault.ts";

/** Milliseconds in which the browsers have ended, by force if need be. */
const closingLimit = 30_000;

/**
 * A press in a thread of its own: it goes on while this one is busy, and neither fonts nor the browsers' messages are in the way here.
 * `program`: the script that starts the product, which calls `runPress` when it finds itself in a thread.
 */
export class ThreadPress implements Press {
  readonly capacity: number;
  readonly #program: string;
  readonly #options: PressOptions;
  readonly #onWait: OnWait | undefined;
  #thread: PressThread | undefined;
  #fonts: string | undefined;

  constructor(program: string, options: PressOptions, onWait?: OnWait) {
    this.capacity = options.browsers;
    this.#program = program;
    this.#options = options;
    this.#onWait = onWait;
  }

  start(fonts?: FontConfig): Promise<void> {
    const thread = this.#started();
    const name = JSON.stringify(fonts);
    if (fonts !== undefined && name !== this.#fonts) {
      this.#fonts = name;
      thread.order({ kind: "fonts", fonts });
    }
    return Promise.resolve();
  }

  browser(): Promise<BrowserReport> {
    return this.#started().browser;
  }

  print(job: EditionJob): Promise<PrintedEdition | UndrawableText> {
    const printed = this.#started().print(job);
    this.#onWait?.();
    return printed;
  }

  async close(): Promise<void> {
    await this.#thread?.close();
  }

  #started(): PressThread {
    return (this.#thread ??= new PressThread(
      new Worker(this.#program, { argv: ["press"], workerData: this.#options }),
    ));
  }
}

interface Waiting {
  readonly resolve: (printed: PrintedEdition | UndrawableText) => void;
  readonly reject: (fault: Error) => void;
}

class PressThread {
  readonly browser: Promise<BrowserReport>;
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  /** Why it takes no more orders. */
  #fault: Error | undefined;
  #jobs = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    // Else it would start another browser in the place of the one that is ended.
    const forget = atEnd(() => void worker.terminate());
    worker.on("exit", forget);
    this.browser = new Promise((resolve, reject) => {
      worker.on("message", (answer: PressAnswer) => {
        if (answer.kind === "open") resolve(answer.browser);
        else if (answer.kind === "shut") reject(received(answer.fault));
        else this.#take(answer);
      });
      worker.on("exit", () => reject(this.#fault ?? ended()));
    });
    this.browser.catch(() => undefined);
    worker.on("error", ({ message }) => (this.#fault = ended(message)));
    this.#ended = new Promise((resolve) => {
      worker.on("exit", () => {
        const fault = (this.#fault ??= ended());
        for (const { reject } of this.#waiting.values()) reject(fault);
        resolve();
      });
    });
  }

  order(order: PressOrder): void {
    this.#worker.postMessage(order);
  }

  print(job: EditionJob): Promise<PrintedEdition | UndrawableText> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault);
    const id = this.#jobs++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.order({ kind: "print", id, job });
    });
  }

  async close(): Promise<void> {
    this.order({ kind: "close" });
    try {
      await withinLimit(this.#ended, closingLimit);
    } catch {
      await this.#worker.terminate();
    }
  }

  #take(answer: Extract<PressAnswer, { readonly kind: "printed" | "failed" }>): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === "printed") waiting?.resolve(answer.printed);
    else waiting?.reject(received(answer.fault));
  }
}

/** Told of by whoever waits for something, so that it is never heard when all has been printed. */
function ended(reason?: string): EnvironmentError {
  return new EnvironmentError(
    `打印的线程结束了${reason === undefined ? "" : `（${reason}）`}`,
    "请再运行一次；还是这样，请看看内存够不够，再用 npm run doctor 检查浏览器。",
  );
}
