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

test("a digest that begins with digits is no part of a number before it", () => {
  const pass = new LastPass({ levels: {}, allowed: () => [] });
  const digest = "035548283f96c9f6d25b362e668380c475b97064fbe6109078b57e5590719b11";
  expect(pass.look("data/issues.csv", Buffer.from(`pages,bytes,sha256\r\n6,227382,${digest}\r\n`))).toEqual([]);
  const divided = pass.look("data/issues.csv", Buffer.from("pages,bytes,sha256\r\n6,227382,035548283\r\n"));
  expect(divided).toMatchObject([{ text: "6227382035548283" }]);
});
