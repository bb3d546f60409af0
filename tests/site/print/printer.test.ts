import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser, type RunningBrowser } from "../../../src/output/pdf/browser/launch.ts";
import { locateBrowser } from "../../../src/output/pdf/browser/locate.ts";
import { openPrinter, PrintError, type Printer, type PrintJob } from "../../../src/output/pdf/index.ts";
import { PrinterPool } from "../../../src/output/pdf/job/printer-pool.ts";
import { product } from "../../support/cli.ts";

function job(body: string, more: Partial<PrintJob> = {}): PrintJob {
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title></head><body>${body}</body></html>`;
  return { name: "sample", html, assets: new Map(), ...more };
}

describe("a printer", () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await openPrinter();
  });
  afterAll(() => printer.close());

  test("says which browser it is", () => {
    expect(Number.parseInt(printer.browser.version, 10)).toBeGreaterThanOrEqual(131);
    expect(printer.browser.description).toMatch(/^\S+ [\d.]+（.+），沙箱/);
  });

  test("runs the layout although the page's own scripts are off, and returns what it returns", async () => {
    const body = `<p id="p">一</p><script>document.getElementById("p").textContent = "二"</script>`;
    const layout: PrintJob["layout"] = (run) =>
      run(`async () => { await document.fonts.ready; return { text: document.getElementById("p").textContent }; }`);
    const printed = await printer.print(job(body, { layout }));
    expect(printed.layout).toEqual({ text: "一" });
    expect(printed.tries).toBe(1);
    expect(Buffer.from(printed.raw).toString("latin1", 0, 5)).toBe("%PDF-");
  });

  test("prints to the same bytes in a tab that has printed others as in a new one", async () => {
    const text = (words: string): PrintJob =>
      job(`<style>@page { size: A4 } h1 { break-before: page; font-size: 40pt; column-count: 2 }</style>${words}`, {
        layout: (run) => run(`() => { document.body.append("版面"); return document.documentElement.scrollHeight; }`),
      });
    const [one, other] = [text("<h1>甲</h1>".repeat(3)), text("<p>乙</p>".repeat(90))];
    const withoutDates = ({ raw, layout }: { raw: Uint8Array; layout: unknown }): unknown => [
      layout,
      Buffer.from(raw)
        .toString("latin1")
        .replace(/\(D:\d+[^)]*\)/g, ""),
    ];
    const fresh = await openPrinter();
    try {
      const first = withoutDates(await fresh.print(one));
      for (let round = 0; round < 10; round++) {
        await fresh.print(other);
        expect(withoutDates(await fresh.print(one))).toEqual(first);
      }
    } finally {
      await fresh.close();
    }
  });

  test.each<[string, string, Partial<PrintJob>, RegExp]>([
    ["a picture that is not there", `<img src="gone.png" alt="">`, {}, /gone\.png/],
    [
      "a picture that is broken",
      `<img src="bad.png" alt="">`,
      { assets: new Map([["bad.png", Buffer.from("x")]]) },
      /图片无法显示：bad\.png/,
    ],
    [
      "a font that is broken, used or not",
      `<style>@font-face { font-family: X; src: url("bad.ttf") }</style><p>一</p>`,
      { assets: new Map([["bad.ttf", Buffer.from("x")]]) },
      /字体无法载入：X/,
    ],
    [
      "a layout that throws",
      `<p>一</p>`,
      { layout: (run) => run(`() => { throw new Error("boom"); }`) },
      /版面脚本出错.*boom/,
    ],
  ])("names the job and the reason for %s", async (_, body, more, reason) => {
    const failure = printer.print(job(body, { ...more, name: "2020-15" }));
    await expect(failure).rejects.toThrow(PrintError);
    await expect(failure).rejects.toThrow(/“2020-15”/);
    await expect(failure).rejects.toThrow(reason);
  });

  test("advises to print once more only where that may help", async () => {
    const broken = { assets: new Map([["bad.png", Buffer.from("x")]]) };
    await expect(printer.print(job(`<img src="bad.png" alt="">`, broken))).rejects.toMatchObject({
      hint: expect.stringContaining("把图片分到几期") as string,
    });
    const thrown = printer.print(job("<p>一</p>", { layout: (run) => run(`() => { throw new Error("boom"); }`) }));
    await expect(thrown).rejects.toMatchObject({ hint: expect.stringContaining("再印一次也会这样") as string });
  });

  test("refuses assets that would be written outside the job's folder", async () => {
    for (const path of ["../x.png", "/etc/x.png", "a/../../x.png", "a\\..\\x.png"]) {
      await expect(printer.print(job("", { assets: new Map([[path, Buffer.alloc(0)]]) }))).rejects.toThrow(
        /不在任务目录之内/,
      );
    }
    await expect(printer.print(job("", { assets: new Map([["x.png", "/nowhere/x.png"]]) }))).rejects.toThrow(
      /无法读取/,
    );
  });
});

describe("sealing", () => {
  let printer: Printer;
  let server: Server;
  let folder: string;
  let hits: string[];

  beforeAll(async () => {
    printer = await openPrinter();
    folder = await mkdtemp(join(tmpdir(), "sealing-"));
    await writeFile(join(folder, "secret.svg"), `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`);
    await writeFile(join(folder, "secret.css"), "p { color: red }");
    server = createServer((request, response) => {
      hits.push(request.url ?? "");
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  beforeEach(() => {
    hits = [];
  });
  afterAll(async () => {
    await printer.close();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const ways: [string, (url: string) => string][] = [
    ["picture", (url) => `<img src="${url}" alt="">`],
    ["style sheet", (url) => `<link rel="stylesheet" href="${url}">`],
    ["frame", (url) => `<iframe src="${url}"></iframe>`],
    ["object", (url) => `<object data="${url}"></object>`],
    ["embed", (url) => `<embed src="${url}">`],
    ["background", (url) => `<p style="background: url('${url}')">一</p>`],
    ["refresh", (url) => `<meta http-equiv="refresh" content="0;url=${url}">`],
    ["vector picture", (url) => `<svg width="9" height="9"><image href="${url}" width="9" height="9"/></svg>`],
    ["prefetch", (url) => `<link rel="prefetch" href="${url}"><link rel="preconnect" href="${url}">`],
    ["video", (url) => `<video src="${url}" autoplay></video>`],
  ];

  test.each(ways)("lets no %s reach the network", async (_, write) => {
    const { port } = server.address() as AddressInfo;
    await printer.print(job(write(`http://127.0.0.1:${port}/x`))).catch(() => undefined);
    await printer.print(job(write(`http://localhost:${port}/x`))).catch(() => undefined);
    expect(hits).toEqual([]);
  });

  test.each(ways.filter(([name]) => !["prefetch", "refresh"].includes(name)))(
    "lets no %s read another file",
    async (_, write) => {
      for (const file of ["secret.svg", "secret.css"]) {
        const url = pathToFileURL(join(folder, file)).href;
        await expect(printer.print(job(write(url)))).rejects.toThrow(/任务之外的资源/);
      }
    },
  );

  test("does not follow a path out of the folder", async () => {
    await expect(printer.print(job(`<img src="../../../../../../etc/hostname" alt="">`))).rejects.toThrow(
      /任务之外的资源/,
    );
  });

  test("runs no script that the page brings", async () => {
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/x`;
    const body = `<script>fetch("${url}"); new WebSocket("ws://127.0.0.1:${port}"); open("${url}")</script>
      <img src="data:," onerror="fetch('${url}')" alt=""><body onload="location = '${url}'">`;
    await printer.print(job(body)).catch(() => undefined);
    expect(hits).toEqual([]);
  });

  test("copies the content of a linked asset, so that no link lies in the folder", async () => {
    const link = join(folder, "link.svg");
    await symlink(join(folder, "secret.svg"), link);
    const printed = await printer.print(job(`<img src="a.svg" alt="">`, { assets: new Map([["a.svg", link]]) }));
    expect(printed.raw.length).toBeGreaterThan(0);
  });
});

describe("a browser that fails", () => {
  const open: RunningBrowser[] = [];
  let pool: PrinterPool;

  async function openPool(browsers = 1, pages = 1): Promise<PrinterPool> {
    const found = await locateBrowser(process.env);
    const launch = async (): Promise<RunningBrowser> => {
      const running = await launchBrowser(found);
      open.push(running);
      return running;
    };
    return new PrinterPool(await launch(), launch, browsers, pages);
  }

  afterEach(async () => {
    await pool.close();
    open.length = 0;
  });

  const slow: PrintJob["layout"] = (run) => run(`() => new Promise((resolve) => setTimeout(resolve, 400))`);

  test("is restarted when killed, and the job is tried once more", async () => {
    pool = await openPool();
    const printing = pool.print(
      job("<p>一</p>", { layout: (run) => run(`() => { const end = Date.now() + 300; while (Date.now() < end); }`) }),
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    open[0]?.browser.process()?.kill("SIGKILL");
    expect((await printing).tries).toBe(2);
    expect((await pool.print(job("<p>二</p>"))).tries).toBe(1);
  });

  test("is given up after two tries, by name, while others go on", async () => {
    pool = await openPool(1, 2);
    const hang = pool.print(
      job("<p>一</p>", { name: "hang", layout: (run) => run("() => { for (;;); }"), timeoutMs: 1500 }),
    );
    const outcome = expect(hang).rejects.toMatchObject({
      message: expect.stringMatching(/“hang”打印失败：浏览器连续两次失败.*1\.5 秒/) as string,
      hint: expect.stringContaining("关掉别的程序") as string,
    });
    const others = Array.from({ length: 6 }, (_, at) => pool.print(job(`<p>${at}</p>`, { name: String(at) })));
    await outcome;
    expect((await Promise.all(others)).map(({ name }) => name)).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

  test("leaves nothing behind, killed or closed", async () => {
    pool = await openPool();
    const folders = (): string[] => open.map(({ folder }) => folder);
    await pool.print(job("<p>一</p>"));
    open[0]?.browser.process()?.kill("SIGKILL");
    await pool.print(job("<p>二</p>"));
    await pool.close();
    expect(folders().length).toBeGreaterThan(1);
    for (const folder of folders()) await expect(readdir(folder)).rejects.toThrow(/ENOENT/);
  });

  test("does not keep waiting jobs waiting once the printer is closed", async () => {
    pool = await openPool();
    const first = pool.print(job("<p>一</p>", { layout: slow })).catch((error: unknown) => error);
    const waiting = pool.print(job("<p>二</p>"));
    const outcome = expect(waiting).rejects.toThrow(/打印已结束/);
    await pool.close();
    await outcome;
    expect(await first).toBeInstanceOf(Error);
  });
});

test("keeps no process alive when it is closed as soon as it is open", () => {
  const index = JSON.stringify(pathToFileURL(join(product, "src/output/pdf/index.ts")).href);
  const source = `import { LazyPrinter } from ${index};
const printer = new LazyPrinter();
await printer.start();
await printer.close();`;
  for (let round = 0; round < 4; round++) {
    const args = ["--import", "tsx", "--input-type=module", "--eval", source];
    // Killed and so an error after a time that no start takes.
    execFileSync(process.execPath, args, { cwd: product, timeout: 60_000 });
  }
});
