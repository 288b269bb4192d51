import type { Templates } from './generate.js';

const phpNames = ['$client', '$model', '$answer', '$config', '$url', '$key', '$prompt', '$result'];

export const php: Templates = {
  head: `<!doctype html>
<p>it's "text"</p>
<?php
declare(strict_types=1);
namespace Example;
use OpenAI\\Client;
use OpenAI\\Factory as Other;
use Example\\Parts\\{One, Two as Three};
use function Example\\helper;

#[Route(path: "/x", methods: ['GET'])]
class Sample extends Base
{
    use SomeTrait;
    const URL = "https://api.example.com/v1";
    private string $name = 'name';
    public function __construct(private readonly string $key = "none") {}
    public function run(?string $path = null): ?array
    {
`,
  tail: '    }\n}\n?>\n<p>the end</p>\n',
  indent: '        ',
  names: phpNames,
  statements: [
    '$N = $E;',
    '$this->name = $E;',
    '$this->client = new $T($S, key: $S);',
    'if ($N === $S && $E) {\n    $B\n} else {\n    $B\n}',
    'foreach ($N as $key => $value) {\n    $B\n}',
    'try {\n    $B\n} catch ($T | \\Exception $error) {\n    $B\n}',
    '// a comment with "quotes" and (brackets',
    '# another comment',
    '/* a block { " */ helper($S);',
    '$N = fn ($x) => $x->call($S);',
    '$N = function ($x) use ($N) {\n    $B\n    return $E;\n};',
    '$N["key"] = $E;',
    '$N = <<<EOT\n\u0001some "text"\n\u0001EOT;',
    '$N = <<<\'RAW\'\n\u0001some "text"\n\u0001RAW;',
    '$N = $N ?? $S;',
    '$N = $N ? $S : $E;',
    'echo $S, $N;',
    'throw new $T($S);',
    'return_it($E);',
    '$N = match ($N) {\n    "a" => $E,\n    default => $S,\n};',
    '$N?->call($S);',
    '$N .= $S;',
  ],
  expressions: [
    '$S',
    '$N',
    '$T::create($S)->with($E)',
    'new \\Example\\$T($S)',
    '$N->call($E, model: $S)',
    "['model' => $S, 'nested' => ['key' => $E]]",
    '$T::factory()\n    ->key($S) // which\n    ->make()',
    "env('KEY', $S)",
    'self::$shared',
    '$N . $S',
    'array_map(fn ($x) => trim($x), $N)',
  ].filter((one) => one !== 'self::$shared'),
  strings: [
    '"text"',
    "'text'",
    '"esc\\"aped"',
    "'it\\'s'",
    '"a {$url->path()} b"',
    '"a $url b"',
    "''",
    '"// none"',
    "'a $url b'",
  ],
};

export const ruby: Templates = {
  head: `# frozen_string_literal: true
require "openai"

=begin
A "block" of (comment
=end
module Example
  class Sample < Base
    URL = "https://api.example.com/v1"
    attr_reader :name

    def initialize(key: "none", path = nil)
`,
  tail: '    end\n  end\nend\n',
  indent: '      ',
  statements: [
    '$N = $E',
    '@$N = $T.new(key: $S, url: $E)',
    '$N, $N = $N($S), $S',
    'if $N == $S && $N\n  $B\nelse\n  $B\nend',
    '$N.each do |$N, other|\n  $B\nend',
    '$N.map { |$N| $N.call($S) }.first($S)',
    'begin\n  $B\nrescue $T => error\n  $B\nensure\n  $B\nend',
    'puts $S, $N',
    '$N.configure key: $S, "other" => $S',
    'def $N($N = $S)\n  $B\nend',
    '# a comment with "quotes" and (brackets',
    '$N = <<~TEXT\n  some "text" #{$N.call($S)}\n\u0001TEXT',
    '$N ||= $E',
    'return $S if $N.empty?',
    '$N = $N ? $S : $E',
    'raise $T, $S unless $N',
    '$N[:key] = $E',
    '$N = %w[one two]',
    '$N = %(some "text")',
    'case $N\nwhen "a" then $N($S)\nelse\n  $B\nend',
    '$N&.call($S)',
    'self.$N = $S',
  ],
  expressions: [
    '$S',
    '$N',
    '$T.new(key: $S, nested: { key: $E })',
    '$T::Nested.create($S)',
    '$N.call($E, model: $S)',
    '[$E, $S]',
    '{ "key" => $S, other: $E }',
    'ENV.fetch("KEY", $S)',
    '$N\n  .call($S)\n  .other($S)',
    ':symbol',
    '$N =~ /a"b/',
  ],
  strings: [
    '"text"',
    "'text'",
    '"esc\\"aped"',
    '"a #{$N} b"',
    '"a #{$N.call($S)} c"',
    "'a #{b}'",
    "''",
    '"# none"',
    "'it\\'s'",
  ],
};

export const r: Templates = {
  head: '# A script with "quotes"\nlibrary(ellmer)\n',
  statements: [
    '$N <- $E',
    '$N = $E',
    'if ($N == $S) {\n  $B\n} else {\n  $B\n}',
    'for ($N in $N) {\n  $B\n}',
    '$N <- function($N, key = $S, ...) {\n  $B\n  $E\n}',
    '# a comment with "quotes" and (brackets',
    '$N |> call($S) |> other(key = $S)',
    '$N$key <- $S',
    'ellmer::chat_openai(model = $S, `some-key` = $S)',
    '$N[["key"]] <- $E',
    'tryCatch({\n  $B\n}, error = function(e) stop($S))',
  ],
  expressions: [
    '$S',
    '$N',
    'call($E, key = $S)',
    'pkg::fun(list(model = $S, key = $E))',
    'c($S, $E)',
    '$N$call($S)',
    'Sys.getenv("KEY")',
    'paste0($S, $N)',
  ],
  strings: ['"text"', "'text'", '"esc\\"aped"', '"it\'s"', '""', '"# none"', '"line\nline"'],
};

export const bash: Templates = {
  head: '#!/bin/bash\nset -euo pipefail\n',
  names: ['CLIENT', 'MODEL', 'URL', 'KEY', 'answer', 'value'],
  statements: [
    '$N=$S',
    'export $N=$S',
    'local_$N="$(curl -s "https://api.example.com" -H "Key: $KEY" | jq -r ".a")"',
    'curl -X POST $S -d $S # trailing',
    'if [ -z "$KEY" ]; then\n  $B\nelse\n  $B\nfi',
    'for file in one two; do\n  $B\ndone',
    'run_$N() {\n  $B\n}',
    '# a comment with "quotes" and (brackets',
    'cat <<EOF\n\u0001some "text" (and\n\u0001EOF',
    'echo $S | tee file',
    'ollama run llama3 $S \\\n  --verbose',
  ],
  expressions: ['$S'],
  strings: ['"text"', "'text'", '"a $URL b"', '"esc\\"aped"', '\'{"a": 1}\'', '"it\'s"', "'# none'"],
};

export const powershell: Templates = {
  head: '# A script with "quotes"\n',
  names: ['$client', '$model', '$url', '$key', '$answer'],
  statements: [
    '$N = $S',
    '$N = @{ Model = $S; "Key" = $S }',
    'Invoke-RestMethod -Uri $S -Method Post -Body $N',
    'if ($N -eq $S) {\n  $B\n} else {\n  $B\n}',
    'foreach ($item in $N) {\n  $B\n}',
    '# a comment with "quotes" and (brackets',
    '<# a block { " #>',
    'function Get-Thing {\n  $B\n}',
    '$N.Call($S)',
    'Write-Host $S',
  ],
  expressions: ['$S'],
  strings: ['"text"', "'text'", '"a $url b"', "'it''s'", '"# none"', '"esc`"aped"'],
};
