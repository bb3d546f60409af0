import { fingerprint } from "./public-key.ts";
import type { LogEntry, RecordState } from "./statement-log.ts";

function signing({ statement: { office, date, number }, signed }: LogEntry): string {
  return `“${office}”（指纹 ${fingerprint(signed.publicKey)}）${date} 第 ${number} 次签发`;
}

/** The state of a record in words, without a full stop. */
export function recordStateWords(state: RecordState): string {
  switch (state.kind) {
    case "signed":
      return `由${signing(state.entry)}，没有改过`;
    case "changed":
      return `被改过：与${signing(state.entry)}的不符`;
    case "put-back":
      return `放回了旧的：是${signing(state.of)}的样子，后来已由${signing(state.entry)}换过`;
    case "deleted":
      return `不见了：由${signing(state.entry)}`;
    case "withdrawn":
      return `已撤下，由${signing(state.entry)}`;
    case "unsigned":
      return "没有签名：不是签发时写的，也可能是没有签发的发布写的";
  }
}
