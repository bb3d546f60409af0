import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as moving from "../../../../src/base/file/move.ts";
import { OutputFolder } from "../../../../src/release/publish/output-folder.ts";

vi.mock("../../../../src/base/file/move.ts", { spy: true });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "jianbao-output-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a new site that cannot be moved in leaves the old one in its place", () => {
  const site = path.join(folder, "_site");
  const first = new OutputFolder(site);
  first.write("index.html", "旧");
  first.commit();
  const second = new OutputFolder(site);
  rmSync(second.staging, { recursive: true });
  expect(() => {
    second.commit();
  }).toThrow("ENOENT");
  expect(readFileSync(path.join(site, "index.html"), "utf8")).toBe("旧");
  expect(readdirSync(folder)).toEqual(["_site"]);
});

test.each<[string, (file: string) => void]>([
  ["deleted", (file) => rmSync(file)],
  ["cut", (file) => truncateSync(file, 1)],
])("a site of which a file was %s by somebody else is not moved in; the file is named", (_, meddle) => {
  const site = path.join(folder, "_site");
  const first = new OutputFolder(site);
  first.write("index.html", "旧");
  first.commit();
  const second = new OutputFolder(site);
  second.write("index.html", "新");
  second.write("issues/1.html", "新的一期");
  meddle(path.join(second.staging, "issues/1.html"));
  expect(() => second.commit()).toThrow("1 个文件写好以后被别的程序删去或改动了（如 issues/1.html），网站没有换");
  second.discard();
  expect(readFileSync(path.join(site, "index.html"), "utf8")).toBe("旧");
  expect(readdirSync(folder)).toEqual(["_site"]);
});

test("a site that somebody meddles with as it is moved in makes room for the old one again", async () => {
  const site = path.join(folder, "_site");
  const first = new OutputFolder(site);
  first.write("index.html", "旧");
  first.commit();
  const second = new OutputFolder(site);
  second.write("index.html", "新");
  const { move } = await vi.importActual<typeof moving>("../../../../src/base/file/move.ts");
  vi.mocked(moving.move)
    .mockImplementationOnce(move)
    .mockImplementationOnce((from, to) => {
      move(from, to);
      rmSync(path.join(to, "index.html"));
    });
  expect(() => second.commit()).toThrow("（如 index.html），网站没有换，还是原来的");
  second.discard();
  expect(readFileSync(path.join(site, "index.html"), "utf8")).toBe("旧");
  expect(readdirSync(folder)).toEqual(["_site"]);
});
