import rules from 'handreiking:rules';

/** As much of the published JSON Schema as the editor needs. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
}

export type KeyPath = readonly (string | number)[];

/** The part of the schema that describes the value at a path of the file. */
export function schemaAt(path: KeyPath): SchemaNode | undefined {
  let at: SchemaNode | undefined = rules.recordSchema;
  for (const part of path) at = typeof part === 'number' ? at?.items : at?.properties?.[part];
  return at;
}

/** A path with `*` for every place in a list: `toepassingen/*` + `/endpoints/*`. */
export function shapeOf(path: KeyPath): string {
  return path.map((part) => (typeof part === 'number' ? '*' : part)).join('/');
}

/** Files whose form the schema describes: an accountability file, and one of an organisation that others inherit from. */
export function isRecordPath(path: string): boolean {
  return /(?:^|\/)ai-verantwoording[^/]*\.ya?ml$/.test(path);
}
