// A module that the build makes can only be described with inline imports: a top-level import would make this file a module.
/* eslint-disable @typescript-eslint/consistent-type-imports */
declare module 'handreiking:rules' {
  const rules: {
    readonly providers: readonly import('./schema.js').CompiledProvider[];
    readonly triggers: readonly string[];
    /** The published JSON Schema of the accountability file. */
    readonly recordSchema: import('../editing/schemaNode.js').SchemaNode;
  } & import('../checks/schema.js').PolicyRules;
  export default rules;
}
