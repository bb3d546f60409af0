/**
 * `npm run bench [-- NAME …]`: measures what the project promises to be fast at. Figures are medians; the machine, its
 * load included, makes them vary, so quote ratios and run on a quiet machine.
 */

import { cpus, loadavg, totalmem } from "node:os";
import { benchArchive } from "./bench-archive.ts";
import { benchCold } from "./bench-cold.ts";
import { benchHeavy } from "./bench-heavy.ts";
import { benchPictures } from "./bench-pictures.ts";
import { benchPrint } from "./bench-print.ts";
import { benchRivals } from "./bench-rivals.ts";

/** `npm run bench -- archive 1 100`: numbers of issues. */
const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);

const benches: Readonly<Record<string, () => Promise<void>>> = {
  cold: benchCold,
  print: benchPrint,
  pictures: benchPictures,
  heavy: () => benchHeavy(sizes, process.env.HEAVY),
  rivals: benchRivals,
  archive: () => benchArchive(sizes.length > 0 ? sizes : [1, 100, 1000]),
  ledger: async () => {
    const { execFileSync } = await import("node:child_process");
    execFileSync(process.execPath, ["--import", "tsx", "scripts/bench-ledger.ts"], { stdio: "inherit" });
  },
};

const chosen = process.argv.slice(2).filter((argument) => !Number.isInteger(Number(argument)));
const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}`);
  process.exitCode = 2;
} else {
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${memory} GiB, load ${loadavg()[0]?.toFixed(1) ?? "?"}\n`,
  );
  for (const [name, run] of Object.entries(benches)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`== ${name}`);
    await run();
    console.log("");
  }
}
