/** The text of a file, and what had to be forgiven to read it. */
export interface Decoded {
  readonly text: string;
  /** The file ends in the middle of a character. */
  readonly cutOff: boolean;
}

/**
 * Text from UTF-8, UTF-16 (either byte order, with or without a byte-order mark) or, when it is neither, Windows-1252.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Label(bytes);
  if (utf16) {
    const whole = bytes.length - (bytes.length % 2);
    const text = new TextDecoder(utf16).decode(bytes.subarray(0, whole));
    return { text: text.replace(/\ufffd$/, ''), cutOff: whole < bytes.length || text.endsWith('\ufffd') };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), cutOff: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), cutOff: false };
  }
}

function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return undefined;
}
