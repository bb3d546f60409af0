/** Progress of a long run: one changing line on a terminal, plain lines elsewhere, nothing with --quiet. */

import { performance } from "node:perf_hooks";

export interface Talk {
  readonly quiet: boolean;
  readonly terminal: boolean;
  write(text: string): void;
}

/** Milliseconds between two updates of the line. */
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

  /** Counts one issue; `line` is printed only where lines are not overwritten. */
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
    this.#show(progressLine(this.#done, this.#total, now - this.#started));
  }

  /** Erases the line so that other output may be written. */
  end(): void {
    if (this.#line !== "") this.#show("");
  }

  #show(line: string): void {
    this.#talk.write(`\r\u001B[K${line}`);
    this.#line = line;
  }
}

/** 打印 120/1000，每秒 8.3 期，还要 1 分 46 秒 */
export function progressLine(done: number, total: number, milliseconds: number): string {
  const rate = done / Math.max(0.001, milliseconds / 1000);
  const left = done < total ? `，还要 ${span((total - done) / rate)}` : "";
  return `打印 ${done}/${total}，每秒 ${rate.toFixed(1)} 期${left}`;
}

/** 1 分 46 秒 */
export function span(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} 秒` : `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
}

/** Called at every step of `work` (核对各期), of which `done` of `total` are done. */
export type Watch = (work: string, done: number, total: number) => void;

/** Milliseconds before anything is shown; steps that are too few to estimate from; steps needed before an estimate. */
const [patience, fewSteps, leastDone] = [2000, 10, 3];

/** Shows progress of work that takes long: a changing line on a terminal, ever rarer lines elsewhere. */
export function watchFor(talk: Talk, now: () => number = () => performance.now()): Watch {
  let [current, started, next, isShown] = ["", 0, 0, false];
  const { quiet, terminal } = talk;
  return (work, done, total) => {
    if (quiet) return;
    const time = now();
    if (work !== current) [current, started, next] = [work, time, time + patience];
    const isOver = done >= total;
    if (isOver && isShown && terminal) talk.write("\r\u001B[K");
    if (isOver) [current, isShown] = ["", false];
    if (isOver || total < fewSteps || done < leastDone || time < next) return;
    const spent = time - started;
    const line = `${work}：${done}/${total}，还要大约 ${span(((spent / done) * (total - done)) / 1000)}`;
    talk.write(terminal ? `\r\u001B[K${line}` : `${line}\n`);
    [next, isShown] = [time + (terminal ? pause : spent), true];
  };
}
