/** The one name beyond the language itself that the rule engine uses: every browser and Node have it. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
