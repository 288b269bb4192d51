declare module 'handreiking:rules' {
  const rules: {
    readonly providers: readonly import('./schema.js').Provider[];
  } & import('../checks/schema.js').PolicyRules;
  export default rules;
}
