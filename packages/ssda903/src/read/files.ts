/** A file as it was given; the name is only for messages, the content decides what it is. */
export interface ReturnFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type FileKind = 'csv' | 'xml' | 'zip' | 'workbook';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** What a file is by its first bytes; anything that is not XML, a zip archive or a workbook may be CSV. */
export function kindOf({ bytes }: ReturnFile): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) {
    return new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).includes('[Content_Types].xml')
      ? 'workbook'
      : 'zip';
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  let at = startsWith(bytes, 0xef, 0xbb, 0xbf)
    ? 3
    : startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
      ? 2
      : 0;
  while (
    at < bytes.length &&
    (bytes[at] === 0 || bytes[at] === 0x20 || (bytes[at]! >= 0x09 && bytes[at]! <= 0x0d))
  )
    at++;
  return bytes[at] === 0x3c ? 'xml' : 'csv';
}

/** Whether a file that was found in a folder or an archive belongs to what a computer leaves behind by itself. */
export const isLitter = (name: string): boolean => {
  const parts = name.split('/');
  return parts.includes('__MACOSX') || /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(parts.at(-1) ?? '');
};
