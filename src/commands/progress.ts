/** What a person sees of a long run: one line that changes on a terminal, plain lines elsewhere, nothing with --quiet. */

import { performance } from "node:perf_hooks";

export interface Talk {
  readonly quiet: boolean;
  readonly terminal: boolean;
  write(text: string): void;
}

/** Milliseconds between two changes of the line. */
const pause = 100;

export class Progress {
  readonly #talk: Talk;
  readonly #total: number;
  readonly #started = performance.now();
  #done = 0;
  #shown = 0;
  #line = "";

  /** `total`: how many issues are to be printed. */
  constructor(total: number, talk: Talk) {
    this.#total = total;
    this.#talk = talk;
  }

  /** One more is done; `line` tells of it where lines stay. */
  done(line: string, now: number = performance.now()): void {
    this.#done++;
    const { quiet, terminal } = this.#talk;
    if (quiet) return;
    if (!terminal) {
      this.#talk.write(`${line}\n`);
      return;
    }
    if (this.#done < this.#total && now - this.#shown < pause) return;
    this.#shown = now;
    this.#show(standing(this.#done, this.#total, now - this.#started));
  }

  /** Takes the line away, so that others may be written. */
  end(): void {
    if (this.#line !== "") this.#show("");
  }

  #show(line: string): void {
    this.#talk.write(`\r\u001B[K${line}`);
    this.#line = line;
  }
}

/** 打印 120/1000，每秒 8.3 期，还要 1 分 46 秒 */
export function standing(done: number, total: number, milliseconds: number): string {
  const rate = done / Math.max(0.001, milliseconds / 1000);
  const left = Math.ceil((total - done) / rate);
  const time = left < 60 ? `${left} 秒` : `${Math.floor(left / 60)} 分 ${left % 60} 秒`;
  return `打印 ${done}/${total}，每秒 ${rate.toFixed(1)} 期${done < total ? `，还要 ${time}` : ""}`;
}
