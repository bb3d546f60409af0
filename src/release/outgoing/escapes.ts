import { readEntity } from "../../check/privacy/entity.ts";

/** `%E5%BC%A0` as it is read. */
export function address(text: string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `&#24352;` as it is read. */
export function unescaped(text: string): string {
  return text.includes("&") ? text.replace(/&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});/g, readEntity) : text;
}

/** Text that is markup itself. */
export const ELEMENT = /<\/[a-z][a-z0-9]*>/i;
