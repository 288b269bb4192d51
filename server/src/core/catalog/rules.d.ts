declare module 'handreiking:rules' {
  const rules: {
    readonly providers: readonly import('./schema.js').CompiledProvider[];
    readonly triggers: readonly string[];
  } & import('../checks/schema.js').PolicyRules;
  export default rules;
}
