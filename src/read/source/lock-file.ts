/** Files that an office program lays beside one that is open, called almost like it: they hold a name and nothing else. */

/** `~$台账.xlsx` of Excel, Word and WPS, `.~台账.xlsx` of WPS on Linux, `.~lock.台账.xlsx#` of LibreOffice. */
export function isLockFile(name: string): boolean {
  return /^(?:~\$|\.~)/.test(name);
}
