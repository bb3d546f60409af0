/** Times of signing in the office's time zone (ISO 32000-1 7.9.4). */

const zone = 8;

/** D:20201108090000+08'00' */
export function pdfTime(time: Date): string {
  return `D:${shifted(time).replace(/[-T:]/g, "")}+0${zone}'00'`;
}

/** 2020-11-08 09:00:00 */
export function timeWords(time: Date): string {
  return shifted(time).replace("T", " ");
}

function shifted(time: Date): string {
  return new Date(time.getTime() + zone * 3_600_000).toISOString().slice(0, 19);
}

/** `undefined` for anything but a time. */
export function readPdfTime(text: string | undefined): Date | undefined {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(text ?? "");
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, hours = "+00", minutes = "00"] = parts;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${hours}:${minutes}`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
