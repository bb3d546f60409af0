import { expect, test } from "vitest";
import { LastPass } from "../../../../src/release/outgoing/last-pass.ts";

const page = Buffer.from("<p>值班电话13900000047。</p>");

test("what one issue allows is no leave for another that says the same", () => {
  const pass = new LastPass({
    levels: {},
    allowed: (file) => (file.startsWith("issues/2020/1/") ? ["13900000047"] : []),
  });
  expect(pass.look("issues/2020/1/index.html", page)).toEqual([]);
  expect(pass.look("issues/2020/15/index.html", page)).toMatchObject([{ text: "13900000047" }]);
  expect(pass.look("issues/2020/1/print.html", page)).toEqual([]);
});

test("every file is named that says an item", () => {
  const pass = new LastPass({ levels: {}, allowed: () => [] });
  const files = ["a.html", "b.html"].flatMap((file) => pass.look(file, page)).map(({ file }) => file);
  expect(files).toEqual(["a.html", "b.html"]);
});
