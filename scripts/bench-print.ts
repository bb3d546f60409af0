/** Times printing an issue with font subsetting and PDF/A against the bare browser with the same HTML. */

import { prepare } from "../src/build/prepare.ts";
import { fontConfig, printIssue } from "../src/build/print-issue.ts";
import { openPrinter, printEdition } from "../src/output/pdf/index.ts";
import type { EditionJob, PrintJob, Printer } from "../src/output/pdf/index.ts";
import { median, spread } from "./median.ts";
import { Memo } from "../src/build/memo.ts";
import { DevelopedPictures } from "../src/build/pictures.ts";

const runs = 15;

export async function benchPrint(): Promise<void> {
  const { root, archive, issues } = prepare(".");
  const built = issues.at(-1);
  if (archive === undefined || built === undefined) throw new Error("the example is broken");
  const printer = await openPrinter();
  try {
    // The bare browser gets our print job without the layout step and post-processing.
    let job: PrintJob | undefined;
    const spy: Pick<Printer, "print"> = { print: (made) => printer.print((job = made)) };
    const context = {
      root,
      bulletin: archive.bulletin,
      pictures: new DevelopedPictures(new Memo(undefined)),
      press: { print: (made: EditionJob) => printEdition(made, spy) },
      fonts: fontConfig(archive.bulletin, root),
    };
    const ours = async (): Promise<void> => {
      if (!("pdf" in (await printIssue(built, context)))) throw new Error("not printed");
    };
    const bare = async (): Promise<void> => {
      if (job === undefined) throw new Error("no job");
      await printer.print({ name: job.name, html: job.html, assets: job.assets });
    };
    await ours();
    await bare();
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let at = 0; at < runs; at++) {
      times.ours.push(await timed(ours));
      times.bare.push(await timed(bare));
    }
    console.log(`one more issue, archive form: ${spread(times.ours)}`);
    console.log(`the bare browser, same HTML:  ${spread(times.bare)}`);
    console.log(`ratio ${(median(times.ours) / median(times.bare)).toFixed(2)}; promised: 1.5`);
  } finally {
    await printer.close();
  }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}
