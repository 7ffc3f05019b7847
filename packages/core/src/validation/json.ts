import { type Entry, type EntryReader, LONGEST_RECORD, parsed, tooLong, unreadable } from './entries.ts';

const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === NEWLINE || code === 13;

/** JSON: a list of records, one record, or records one after the other. */
export const jsonReader = (): EntryReader => new JsonReader();

/** Finds where each record begins and ends; `JSON.parse` reads what is between. */
class JsonReader implements EntryReader {
  #buffer = '';
  #entries: Entry[] = [];
  /** Where in the buffer the record begins that is being read; -1 between records. */
  #start = -1;
  #startLine = 1;
  #line = 1;
  /** Of objects and lists within the record. */
  #depth = 0;
  #inText = false;
  #escaped = false;
  #list: 'not begun' | 'none' | 'open' | 'closed' = 'not begun';
  #afterComma = false;
  /** Inside a record that is too long: everything up to its end is left out. */
  #skipping = false;

  feed(text: string): Entry[] {
    let at = this.#buffer.length;
    this.#buffer += text;
    const buffer = this.#buffer;
    for (; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at);
      if (code === NEWLINE) this.#line++;
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inText = false;
      } else if (this.#start === -1) this.#betweenRecords(code, at);
      else this.#insideRecord(code, at);
    }
    this.#forget();
    return this.#taken();
  }

  end(): Entry[] {
    if (this.#depth > 0 || this.#inText)
      this.#entries.push(
        unreadable(this.#startLine, undefined, 'the end of the record', 'the file ends inside a record'),
      );
    else if (this.#start !== -1) this.#finish(this.#buffer.length);
    if (this.#list === 'open')
      this.#entries.push(
        unreadable(this.#line, undefined, ']', 'the file ends before the list of records does'),
      );
    return this.#taken();
  }

  #betweenRecords(code: number, at: number): void {
    if (isSpace(code)) return;
    if (this.#list === 'not begun') {
      this.#list = code === OPEN_LIST ? 'open' : 'none';
      if (code === OPEN_LIST) return;
    }
    if (code === CLOSE_LIST && this.#list === 'open' && !this.#afterComma) {
      this.#list = 'closed';
      return;
    }
    this.#start = at;
    this.#startLine = this.#line;
    this.#insideRecord(code, at);
  }

  #insideRecord(code: number, at: number): void {
    if (code === QUOTE) this.#inText = true;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) this.#depth++;
    else if (this.#depth > 0) {
      if (code !== CLOSE_OBJECT && code !== CLOSE_LIST) return;
      this.#depth--;
      if (this.#depth === 0 && this.#list !== 'open') this.#finish(at + 1);
    } else if (this.#list === 'open') {
      if (code !== COMMA && code !== CLOSE_LIST) return;
      this.#finish(at);
      this.#afterComma = code === COMMA;
      if (code === CLOSE_LIST) this.#list = 'closed';
    } else if (code === NEWLINE) this.#finish(at);
  }

  #finish(end: number): void {
    const text = this.#buffer.slice(this.#start, end);
    this.#start = -1;
    if (this.#skipping) this.#skipping = false;
    else if (this.#list === 'closed')
      this.#entries.push(
        unreadable(
          this.#startLine,
          text.slice(0, 80),
          'the end of the file',
          'there is text after the list of records',
        ),
      );
    else this.#entries.push(parsed(this.#startLine, text));
  }

  /** Keeps of the buffer only the record that is not finished, and nothing of one that is too long. */
  #forget(): void {
    this.#buffer = this.#start === -1 ? '' : this.#buffer.slice(this.#start);
    if (this.#start > 0) this.#start = 0;
    if (this.#buffer.length <= LONGEST_RECORD) return;
    if (!this.#skipping) this.#entries.push(tooLong(this.#startLine));
    this.#skipping = true;
    this.#buffer = '';
  }

  #taken(): Entry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }
}
