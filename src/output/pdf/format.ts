import { earlierPdf } from "../../model/addresses.ts";
import type { OutputFormat } from "../format.ts";

/** Its files are put in their places as they are printed, long before all else is made. */
export const pdf: OutputFormat = {
  name: "pdf",
  addresses: ({ issues, histories }) => [
    ...issues.map(({ view }) => `${view.path}${view.pdfName}`),
    ...[...histories].flatMap(([issue, { earlier }]) => earlier.map(({ number }) => earlierPdf(issue, number))),
  ],
};
