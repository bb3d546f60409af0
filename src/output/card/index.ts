import { socialImageFile } from "../../model/addresses.ts";
import type { OutputFormat } from "../format.ts";
import { drawCard } from "./card.ts";

/** The card that other sites show with a link to this one. (分享图) Remembered, as the site's name seldom changes. */
export const card: OutputFormat = {
  name: "card",
  async writeSite({ view, memory }, folder) {
    const { brand, publisher } = view;
    const drawn = await memory.bytes("src/output/card/card.ts", { brand, publisher }, () => drawCard(view));
    folder.write(socialImageFile, drawn);
  },
};
