/** 报, 送, 发 as they print. */

import { expect, test } from "vitest";
import { readRecipients } from "../../../../src/read/schema/read-bulletin.ts";

test("a list is joined with commas and ends with a full stop, one only", () => {
  expect(readRecipients({ 报: ["省局", "市委"], 送: ["市公安局。"] })).toEqual({
    报: "省局，市委。",
    送: "市公安局。",
  });
});

test("one sentence prints as it was typed", () => {
  expect(readRecipients({ 报: "省局，市委", 发: "各县区。" })).toEqual({ 报: "省局，市委", 发: "各县区。" });
});
