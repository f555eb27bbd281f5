/**
 * A small content digest: tells edited from unedited and up to date from out of date. It is not cryptographic and guards
 * against accident, not against intent.
 */

/** Digest of several texts, in order: `add('ab').add('c')` and `add('a').add('bc')` differ. */
export class Digest {
  #low = 0x9e3779b9;
  #high = 0x85ebca6b;

  add(text: string): this {
    let low = this.#low;
    let high = this.#high;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x9e3779b1);
      high = Math.imul(high ^ unit, 0x5f356495);
      // without this, high bits would never reach low ones
      low ^= high >>> 15;
      high ^= low >>> 13;
    }
    // the length closes the text
    this.#low = Math.imul(low ^ text.length, 0x85ebca77);
    this.#high = Math.imul(high ^ (text.length + 0x10000), 0xc2b2ae3d) ^ (this.#low >>> 16);
    return this;
  }

  /** 16 hexadecimal digits; more can be added afterwards. */
  hex(): string {
    const low = finish(this.#low ^ Math.imul(this.#high, 0x27d4eb2f));
    const high = finish(this.#high ^ low);
    return toHex(high) + toHex(low);
  }
}

function finish(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function toHex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Digest of one text, 16 hexadecimal digits. */
export function digestOf(text: string): string {
  return new Digest().add(text).hex();
}
