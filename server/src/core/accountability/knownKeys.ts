import { accountabilitySchema } from './schema.js';

/** As much of a zod schema as a walk along a path needs. */
interface Walkable {
  readonly def: {
    readonly shape?: Readonly<Record<string, Walkable>>;
    readonly element?: Walkable;
    readonly innerType?: Walkable;
  };
}

/** The keys that the schema knows at a path of the file. */
export function knownKeys(path: readonly (string | number)[]): string[] {
  let at: Walkable | undefined = accountabilitySchema as unknown as Walkable;
  for (const part of path) {
    const { element, shape }: Walkable['def'] = bare(at)?.def ?? {};
    at = typeof part === 'number' ? element : shape?.[part];
  }
  return Object.keys(bare(at)?.def.shape ?? {});
}

function bare(schema: Walkable | undefined): Walkable | undefined {
  let inner = schema;
  while (inner?.def.innerType) inner = inner.def.innerType;
  return inner;
}
