import { accountabilitySchema } from './schema.js';

/** As much of a zod schema as a walk along a path needs. */
interface Walkable {
  readonly shape?: Readonly<Record<string, Walkable>>;
  readonly element?: Walkable;
  unwrap?(): Walkable;
}

/** The keys that the schema knows at a path of the file. */
export function knownKeys(path: readonly (string | number)[]): string[] {
  let at: Walkable | undefined = accountabilitySchema as unknown as Walkable;
  for (const part of path) {
    at = bare(at);
    at = typeof part === 'number' ? at?.element : at?.shape?.[part];
  }
  return Object.keys(bare(at)?.shape ?? {});
}

function bare(schema: Walkable | undefined): Walkable | undefined {
  let inner = schema;
  while (inner?.shape === undefined && inner?.element === undefined && inner?.unwrap !== undefined)
    inner = inner.unwrap();
  return inner;
}
