import type { Place, PostcodeDirectory } from './postcodes.ts';

/** Marks the file, and its version. */
const SIGNATURE = 'CIC-PC01';
const INWARD_LENGTH = 3;
const BASE = 36;
const INWARD_CODES = BASE ** INWARD_LENGTH;

/** The part of the file that is text: how many postcodes, and what the numbers stand for. */
interface IndexHeader {
  readonly count: number;
  /** Outward codes ('DE1') in order; the postcodes of the i-th are those from starts[i] to starts[i + 1]. */
  readonly outward: readonly string[];
  readonly starts: readonly number[];
  readonly authorities: readonly string[];
}

/** Gathers the places of a directory and writes them as one compact file: 12 bytes a postcode. */
export function createPostcodeIndexBuilder() {
  const outward = new Map<string, number>();
  const authorities = new Map<string, number>();
  const keys = new Growing(Float64Array);
  const eastings = new Growing(Uint32Array);
  const northings = new Growing(Uint32Array);
  const codes = new Growing(Uint16Array);
  const numberOf = (names: Map<string, number>, name: string): number => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  return {
    /** Takes one postcode in upper case without spaces; one that has not the form of a postcode is left out. */
    add(postcode: string, { easting, northing, authority }: Place): boolean {
      const inward = inwardNumber(postcode);
      if (Number.isNaN(inward)) return false;
      keys.push(numberOf(outward, postcode.slice(0, -INWARD_LENGTH)) * INWARD_CODES + inward);
      eastings.push(easting);
      northings.push(northing);
      codes.push(numberOf(authorities, authority));
      return true;
    },
    get count(): number {
      return keys.length;
    },
    build(): Uint8Array {
      return serialise([...outward.keys()], [...authorities.keys()], keys.values, eastings, northings, codes);
    },
  };
}

/** The directory in a file that {@link createPostcodeIndexBuilder} wrote; undefined when it is not such a file. */
export function openPostcodeIndex(bytes: Uint8Array): PostcodeDirectory | undefined {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(SIGNATURE.length, true);
  const start = SIGNATURE.length + 4;
  const header = JSON.parse(text.decode(bytes.subarray(start, start + headerLength))) as IndexHeader;
  const { count, starts, authorities } = header;
  const outward = new Map(header.outward.map((code, index) => [code, index]));
  const eastingsAt = start + headerLength;
  const northingsAt = eastingsAt + 4 * count;
  const inwardAt = northingsAt + 4 * count;
  const authoritiesAt = inwardAt + 2 * count;
  if (bytes.length !== authoritiesAt + 2 * count) return undefined;
  return {
    find(postcode) {
      const index = outward.get(postcode.slice(0, -INWARD_LENGTH));
      const inward = inwardNumber(postcode);
      if (index === undefined || Number.isNaN(inward)) return undefined;
      let low = starts[index]!;
      let high = starts[index + 1]!;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (view.getUint16(inwardAt + 2 * middle, true) < inward) low = middle + 1;
        else high = middle;
      }
      if (low >= starts[index + 1]! || view.getUint16(inwardAt + 2 * low, true) !== inward) return undefined;
      return {
        easting: view.getUint32(eastingsAt + 4 * low, true),
        northing: view.getUint32(northingsAt + 4 * low, true),
        authority: authorities[view.getUint16(authoritiesAt + 2 * low, true)] ?? '',
      };
    },
  };
}

/** The last three characters of a postcode as a number; NaN when they, or what stands before, cannot be. */
function inwardNumber(postcode: string): number {
  if (postcode.length <= INWARD_LENGTH) return Number.NaN;
  let value = 0;
  for (let i = postcode.length - INWARD_LENGTH; i < postcode.length; i++) {
    const code = postcode.charCodeAt(i);
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 65 && code <= 90 ? code - 55 : Number.NaN;
    value = value * BASE + digit;
  }
  return value;
}

function serialise(
  outwardSeen: readonly string[],
  authorities: readonly string[],
  keys: Float64Array,
  eastings: Growing<Uint32Array>,
  northings: Growing<Uint32Array>,
  codes: Growing<Uint16Array>,
): Uint8Array {
  const outward = outwardSeen.toSorted();
  const rank = new Map(outward.map((code, index) => [code, index]));
  const ranks = outwardSeen.map((code) => rank.get(code)!);
  const places = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length)));
  const order = keys.map(
    (key, at) => (ranks[Math.floor(key / INWARD_CODES)]! * INWARD_CODES + (key % INWARD_CODES)) * places + at,
  );
  order.sort();
  const rows: number[] = [];
  const starts: number[] = [];
  let before = -1;
  for (const packed of order) {
    const key = Math.floor(packed / places);
    if (key === before) continue;
    before = key;
    const outwardIndex = Math.floor(key / INWARD_CODES);
    while (starts.length <= outwardIndex) starts.push(rows.length);
    rows.push(packed % places);
  }
  while (starts.length <= outward.length) starts.push(rows.length);
  const count = rows.length;
  const header = new TextEncoder().encode(
    JSON.stringify({ count, outward, starts, authorities } satisfies IndexHeader),
  );
  const start = SIGNATURE.length + 4 + header.length;
  const bytes = new Uint8Array(start + 12 * count);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(SIGNATURE));
  view.setUint32(SIGNATURE.length, header.length, true);
  bytes.set(header, SIGNATURE.length + 4);
  rows.forEach((row, at) => {
    view.setUint32(start + 4 * at, eastings.values[row]!, true);
    view.setUint32(start + 4 * (count + at), northings.values[row]!, true);
    view.setUint16(start + 8 * count + 2 * at, keys[row]! % INWARD_CODES, true);
    view.setUint16(start + 10 * count + 2 * at, codes.values[row]!, true);
  });
  return bytes;
}

/** A typed array that grows. */
class Growing<A extends Float64Array | Uint32Array | Uint16Array> {
  #array: A;
  length = 0;
  readonly #create: new (
    length: number,
  ) => A;

  constructor(create: new (length: number) => A) {
    this.#create = create;
    this.#array = new create(1024);
  }

  push(value: number): void {
    if (this.length === this.#array.length) {
      const larger = new this.#create(2 * this.length);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.length++] = value;
  }

  get values(): A {
    return this.#array.subarray(0, this.length) as A;
  }
}
