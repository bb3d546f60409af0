import { readEntity } from "../../check/privacy/entity.ts";

/** Decodes `%E5%BC%A0`. */
export function address(text: string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Decodes `&#24352;`. */
export function unescaped(text: string): string {
  return text.includes("&") ? text.replace(/&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});/g, readEntity) : text;
}

/** Recognises text that contains markup. */
export const ELEMENT = /<\/[a-z][a-z0-9]*>/i;
