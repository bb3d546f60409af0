/** An article of one endless run: everything that `check` does with it takes time that grows as its length does. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { prepare } from "../../../src/build/prepare.ts";
import { Sandbox } from "../../support/cli.ts";
import { growth } from "../../support/processor-time.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.dispose());

test.each(["①③", "甲\n", "1-", "a", "A", "共12件，其中", "双牌县3件、蓝山县4件、", "永州市零陵区环境保护督察"])(
  "of %j",
  (unit) => {
    const check = (length: number): void => {
      const text = `---\n标题: 排查整治\n栏目: 经验交流\n---\n\n字${unit.repeat(length / unit.length)}字\n`;
      sandbox.write("content/issues/2020-15/06-附加.md", text);
      expect(prepare(sandbox.root).issues).toHaveLength(1);
    };
    expect(growth(check, 10_000)).toBeLessThan(8);
  },
);
