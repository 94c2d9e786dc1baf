/** Types of the one module of `@iarna/toml` that needs no Node stream, and so runs in a browser. */
declare module '@iarna/toml/parse-string.js' {
  const parse: (text: string) => Record<string, unknown>;
  export = parse;
}
