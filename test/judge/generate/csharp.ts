import type { Templates } from './generate.js';

export const csharp: Templates = {
  head: `using System;
using Azure.AI.OpenAI;
using static System.Math;
using Chat = OpenAI.Chat.ChatClient;

namespace Example;

#region all
[Attribute("name", Key = "value")]
public class Sample<T>(string url) : Base(url), IDisposable where T : class, new()
{
    private const string Url = "https://api.example.com/v1";
    public string Name { get; set; } = "name";
    public Sample(string key, int count = 1) : this(key)
    {
    }
    public async Task<List<T>> Run(string key = "none", CancellationToken token = default)
    {
`,
  tail: '    }\n}\n#endregion\n',
  indent: '        ',
  statements: [
    'var $N = $E;',
    'string $N = $S;',
    '$T? $N = $E;',
    'this.$N = new $T($S) { Model = $S, Nested = new() { Key = $S } };',
    '$T $N = new($S, key: $E);',
    'if ($N == $S && $E is not null)\n{\n    $B\n}\nelse\n{\n    $B\n}',
    'foreach (var $N in $N.$N())\n{\n    $B\n}',
    'using var $N = $N.Open($S);',
    'using (var $N = $E)\n{\n    $B\n}',
    'await foreach (var $N in $N.Stream($S))\n{\n    $B\n}',
    'try\n{\n    $B\n}\ncatch ($T error) when (error.Code == "a")\n{\n    $B\n}',
    'switch ($N)\n{\n    case "a":\n        $B\n        break;\n    default:\n        $B\n        break;\n}',
    '// a comment with "quotes" and (brackets',
    '/* a block { " */ $N($S);',
    '$N.Select($N => $N.$N($S)).ToList();',
    'Func<string, $T> $N = $N =>\n{\n    $B\n    return null;\n};',
    '$T $N = ($T)$N.$N($S);',
    "char quote = '\"'; char slash = '\\\\';",
    'var $N = new Dictionary<string, $T>\n{\n    ["key"] = $E,\n};',
    'var $N = $N ?? $S;',
    'var $N = $N ? $S : $E;',
    'throw new $T($S);',
    'var ($N, $N) = await $N.$N($S);',
    'int $N = a < b ? 1 : 2;',
    'string Local($T $N, string $N = $S)\n{\n    $B\n    return $S;\n}',
  ],
  expressions: [
    '$S',
    '$N',
    'new $T(key: $S, $E)',
    'new $T\n{\n    Key = $S,\n    Url = $E,\n}',
    '$T.Create($S)\n    .With($E) // which\n    .Build()',
    '$N.$N($E, model: $S)',
    'await $N.$N<$T>($S)',
    '$N?.$N($S)',
    '$N!.$N($S)',
    'Environment.GetEnvironmentVariable("KEY")',
    '$N["key"]',
    'nameof($N)',
    'typeof($T)',
    '$N as $T',
  ],
  strings: [
    '"text"',
    '"esc\\"aped\\\\"',
    '@"c:\\path ""quoted"""',
    '$"a {$N} b"',
    '$"{$N:0.##} {$N.$N($S)}"',
    '$@"c:\\{$N}"',
    '"""raw "text" """',
    '""',
    '"// none"',
    '"it\'s"',
    '$"{{literal}} {$N}"',
  ],
};
