import { Unzip, UnzipInflate } from 'fflate/browser';
import type { ReturnFile } from './files.ts';

/** More than any return needs; an archive beyond these limits is refused before it fills the memory. */
const LIMITS = { files: 500, bytes: 1024 * 1024 * 1024, ratio: 250, alwaysAllowed: 32 * 1024 * 1024 };

const STEP = 16 * 1024;

/** The files of a zip archive, or in one sentence why it is refused. */
export function unzipFiles(
  file: string,
  bytes: Uint8Array,
): readonly ReturnFile[] | { readonly refused: string } {
  const entries = entryCount(bytes);
  if (entries === undefined) return { refused: `${file} cannot be unpacked: it is damaged or cut off.` };
  const files: ReturnFile[] = [];
  let seen = 0;
  let refused: string | undefined;
  let total = 0;
  const unzip = new Unzip((entry) => {
    seen++;
    const unsafe = whyUnsafe(entry.name);
    if (unsafe) {
      refused ??= `${file} is refused: it holds ${JSON.stringify(entry.name)}, ${unsafe}.`;
      return;
    }
    if (entry.name.endsWith('/')) return;
    if (files.length >= LIMITS.files) {
      refused ??= `${file} is refused: it holds more than ${LIMITS.files} files.`;
      return;
    }
    const parts: Uint8Array[] = [];
    entry.ondata = (error, data, final) => {
      if (error) {
        refused ??= `${file} cannot be unpacked: ${entry.name} is damaged.`;
        return;
      }
      parts.push(data);
      total += data.length;
      if (total > LIMITS.bytes || (total > LIMITS.alwaysAllowed && total > bytes.length * LIMITS.ratio)) {
        refused ??= `${file} is refused: it unpacks to far more than a return can be (a zip bomb).`;
      }
      if (final) files.push({ name: `${file}/${entry.name}`, bytes: joined(parts) });
    };
    try {
      entry.start();
    } catch {
      refused ??= `${file} cannot be unpacked: ${entry.name} is packed or encrypted in a way that is not supported.`;
    }
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !refused; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch {
    refused ??= `${file} cannot be unpacked: it is damaged or cut off.`;
  }
  if (seen !== entries)
    refused ??= `${file} cannot be unpacked: ${entries} files are announced and ${seen} found.`;
  if (files.length === 0) refused ??= `${file} holds no files.`;
  return refused ? { refused } : files;
}

const END_OF_ARCHIVE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** How many entries the end of an archive announces; undefined when the end is missing. */
function entryCount(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_ARCHIVE) return view.getUint16(at + 10, true);
  }
  return undefined;
}

function whyUnsafe(name: string): string | undefined {
  if (/^([/\\]|[A-Za-z]:)/.test(name)) return 'an absolute path';
  if (name.split(/[/\\]/).includes('..')) return 'a path that leads out of the archive';
  return undefined;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
