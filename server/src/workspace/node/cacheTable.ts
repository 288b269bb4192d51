import { deserialize, serialize } from 'node:v8';

export interface Row {
  readonly size: number;
  readonly modified: number;
  /** Serialised by the owner; undefined for a file that holds nothing of interest, as most do. */
  readonly value: Uint8Array | undefined;
}

/** As it stands on disk: columns, because those are read in one go, and the values of the rows behind one another. */
interface Columns {
  readonly key: string;
  readonly paths: string;
  readonly sizes: Float64Array;
  readonly times: Float64Array;
  /** Where the value of each row ends in `values`. */
  readonly ends: Uint32Array;
  readonly values: Uint8Array;
}

const between = '\0';

/** Rows by path, of which only those that are asked for are unpacked. */
export class CacheTable {
  static readonly empty = new CacheTable(undefined);
  readonly #columns: Columns | undefined;
  readonly #index = new Map<string, number>();

  private constructor(columns: Columns | undefined) {
    this.#columns = columns;
    if (columns && columns.paths !== '') columns.paths.split(between).forEach((path, at) => this.#index.set(path, at));
  }

  get size(): number {
    return this.#index.size;
  }

  get(path: string): Row | undefined {
    const at = this.#index.get(path);
    if (at === undefined || !this.#columns) return undefined;
    const { sizes, times, ends, values } = this.#columns;
    const start = at === 0 ? 0 : (ends[at - 1] as number);
    const end = ends[at] as number;
    const value = start === end ? undefined : values.subarray(start, end);
    return { size: sizes[at] as number, modified: times[at] as number, value };
  }

  /** Throws on anything that `write` did not write with the same key. */
  static read(bytes: Uint8Array, key: string): CacheTable {
    const columns = deserialize(bytes) as Columns;
    if (columns.key !== key) throw new Error('other key');
    const table = new CacheTable(columns);
    const lengths = [columns.sizes, columns.times, columns.ends].map((column) => column.length);
    if (lengths.some((length) => length !== table.size)) throw new Error('columns of other lengths');
    return table;
  }

  static write(key: string, rows: ReadonlyMap<string, Row>): Uint8Array {
    const sizes = new Float64Array(rows.size);
    const times = new Float64Array(rows.size);
    const ends = new Uint32Array(rows.size);
    const parts: Uint8Array[] = [];
    let at = 0;
    let end = 0;
    for (const row of rows.values()) {
      sizes[at] = row.size;
      times[at] = row.modified;
      if (row.value) parts.push(row.value);
      end += row.value?.length ?? 0;
      ends[at] = end;
      at += 1;
    }
    const columns: Columns = { key, paths: [...rows.keys()].join(between), sizes, times, ends, values: joined(parts, end) };
    return serialize(columns);
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
