import type { Templates } from './generate.js';

export const javascript: Templates = {
  head: `#!/usr/bin/env node
import OpenAI, { toFile as file } from 'openai';
import * as all from "@scope/pkg";
import 'side-effect';
export * from './other.js';
export { one, two as three } from './more.js';
const fs = require('fs');
const { a, b: renamed } = require("pkg/sub");
`,
  statements: [
    'const $N = $E;',
    'let $N = await $E',
    'var $N = $S, $N = $E;',
    'const { $N, $N: renamed } = $E;',
    'const [$N, $N] = $E;',
    'this.$N = new $T({ apiKey: $S, baseURL: $E });',
    'if ($N === $S && !$N) {\n  $B\n} else {\n  $B\n}',
    'for (const $N of $E) {\n  $B\n}',
    'switch ($N) {\n  case $S:\n    $B\n    break;\n  default:\n    $B\n}',
    'async function $N($N, $N = $S, ...rest) {\n  $B\n  return $E;\n}',
    'class $T extends Base {\n  static $N = $S;\n  #secret = $S;\n  constructor($N) {\n    super($N);\n    $B\n  }\n  get $N() {\n    return $S;\n  }\n  async $N($N) {\n    $B\n  }\n}',
    'const $N = ($N) => $E;',
    'const $N = async ({ $N }) => {\n  $B\n};',
    '// a comment with `quotes` and (brackets',
    '/* a block { " */ $N($S); /** another */',
    '$N.then(($N) => {\n  $B\n}).catch(console.error);',
    'const $N = /a"b[/]c/gi.test($S);',
    'const $N = $N / 2 / $N;',
    '$N\n  .$N($S)\n  .$N({ key: $S });',
    'try {\n  $B\n} catch {\n  $B\n}',
    'module.exports = { $N, key: $S };',
    'const $N = $N ? $S : $E;',
    'const $N = $N ?? $S;',
    'const { $N } = await import("./x.js");',
    'process.env.KEY = $S;',
    'label: for (;;) { $N($S); break label; }',
    'throw new $T($S);',
  ],
  expressions: [
    '$S',
    '$N',
    '$N.$N($E, { model: $S })',
    'new $T({ model: $S, nested: { key: $E, [$N]: $S }, ...$N })',
    '$N?.$N?.($S)',
    'await $N.chat.completions.create({\n  model: $S, // which\n  "messages": [{ role: $S, content: $E }],\n})',
    '[$E, $E]',
    '$N["key"].$N($S)',
    'function () { return $E; }',
    '(($N) => $N)',
    '$N.map(($N) => $N.$N($S))',
    '{ get: $S, default: $S }',
    'typeof $N',
    '-$N + 1',
  ],
  strings: [
    "'text'",
    '"text"',
    '"it\'s"',
    '`plain`',
    '`a ${$N} b`',
    '`${$N.$N($S)}/v1`',
    '`a ${`b ${$N}`} c`',
    "'esc\\'aped'",
    '"// none"',
    '`/* none */`',
    "''",
    "'https://api.example.com/v1'",
    '`line\nline`',
  ],
};

export const typescript: Templates = {
  ...javascript,
  head: `import type { Config } from './config';
import OpenAI, { type Client, toFile as file } from 'openai';
import * as all from "@scope/pkg";
export type { Other } from './other';
`,
  statements: [
    ...javascript.statements.filter((one) => !one.includes('#secret')),
    'const $N: $T<string> = $E;',
    'interface $T<K extends string = "a"> {\n  readonly $N?: string;\n  $N($N: string): Promise<void>;\n}',
    'type $T = { $N: "a" | "b"; $N: Record<string, $T[]> };',
    'const $N = $E as unknown as $T;',
    'const $N = (await $N.$N($S)) as { text: string };',
    'const $N = $E satisfies $T;',
    'enum $T { One = "one", Two = "two" }',
    'class $T<K> implements Base<K> {\n  private readonly $N: string = $S;\n  constructor(private readonly $N: $T, public $N = $S) {\n    $B\n  }\n  public async $N<U>(this: $T, $N?: U): Promise<Map<string, U>> {\n    $B\n    return $E;\n  }\n}',
    'export const $N = <K,>($N: K): K => $N;',
    'const $N = new Map<string, $T<K>>();',
    'const $N = $N<$T>($S);',
    'function $N($N: unknown): asserts $N is string {\n  $B\n}',
    'declare const $N: string;',
    '@Component({ selector: $S })\nclass $T {}',
    'const $N = $N!.$N!($S);',
    'export abstract class $T { abstract $N(): void; }',
    'namespace $T { export const $N = $S; }',
  ],
};

export const tsx: Templates = {
  ...typescript,
  statements: [
    ...typescript.statements.filter((one) => !/<K,>|enum/.test(one)),
    'const $N = <Foo a="b" c={$E} {...$N} disabled>text\'s {$N($S)} <b>bold</b></Foo>;',
    'function $T() {\n  return (\n    <>\n      {/* a comment */}\n      <Nested.Part value={{ key: $S }} onClick={() => $N($S)} />\n      {$N.map(($N) => <li key={$N}>{`a ${$N}`}</li>)}\n    </>\n  );\n}',
    "const $N = $N ? <A /> : <B x={$S}>it's &amp; more</B>;",
  ],
};
