// The package ships no types; these are the parts that enhance.ts uses.
declare module 'govuk-frontend' {
  type Component = { readonly moduleName: string; new (root: Element): unknown };
  export const Radios: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
}
