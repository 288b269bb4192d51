declare module 'handreiking:rules' {
  const rules: {
    readonly providers: readonly import('./schema.js').Provider[];
  };
  export default rules;
}
