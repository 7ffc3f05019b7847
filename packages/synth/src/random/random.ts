import type { Day } from '@cic/core';

/** Values with their weights; weights need not add up to anything. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** Two 32-bit words mixed from a text (cyrb53 before its last step): enough to seed a stream. */
function hash(text: string, seedA: number, seedB: number): readonly [number, number] {
  let a = 0xdeadbeef ^ seedA;
  let b = 0x41c6ce57 ^ seedB;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return [a | 0, b | 0];
}

const ROUNDS_TO_MIX = 12;

/**
 * A stream of numbers that depends on its seed and on nothing else: sfc32 (Chris Doty-Humphrey, public domain, passes
 * PractRand). {@link fork} gives an independent stream by name, however many numbers were drawn before, so that one part
 * of a synthetic council can change without changing the others.
 */
export class Random {
  readonly #seedA: number;
  readonly #seedB: number;
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  private constructor(seedA: number, seedB: number) {
    this.#seedA = seedA;
    this.#seedB = seedB;
    this.#a = seedA;
    this.#b = seedB;
    this.#c = 0;
    for (let i = 0; i < ROUNDS_TO_MIX; i++) this.next();
  }

  static of(seed: number | string): Random {
    const [a, b] = hash(String(seed), 0, 0);
    return new Random(a, b);
  }

  /** The stream of this name; the same name gives the same stream again. */
  fork(name: string | number): Random {
    const [a, b] = hash(String(name), this.#seedA, this.#seedB);
    return new Random(a, b);
  }

  /** From 0 up to 1, 1 not included. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** A day, both ends included; `from` where the days are the wrong way round. */
  dayBetween(from: Day, to: Day): Day {
    return to <= from ? from : this.int(from, to);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('there is nothing to pick from an empty list');
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** @throws RangeError when no value has a weight above 0 */
  weighted<T>(values: Weighted<T>): T {
    let total = 0;
    for (const [, weight] of values) total += weight;
    if (!(total > 0)) throw new RangeError('at least one value needs a weight above 0');
    let left = this.next() * total;
    for (const [value, weight] of values) {
      left -= weight;
      if (left < 0) return value;
    }
    return values.findLast(([, weight]) => weight > 0)![0];
  }

  /** Normally distributed (Box and Muller 1958). */
  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  /** Exponentially distributed: waiting times with this mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** A copy in random order (Fisher and Yates). */
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }
}
