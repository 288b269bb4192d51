import type { Templates } from './generate.js';

export const python: Templates = {
  head: `#!/usr/bin/env python3
"""A module.

With "quotes" and # no comment.
"""
from __future__ import annotations
import os, sys as system
import openai.types as t
from openai import (
    OpenAI,  # the client
    AzureOpenAI as Azure,
)
from . import local
from ..settings import *
`,
  statements: [
    '$N = $E',
    '$N: str = $S',
    '$N, $N = $E, $S',
    'self.$N = $T(api_key=$S, base_url=$E)',
    'with open($S) as $N:\n    $B',
    'async with $N.stream($S, model=$S) as $N:\n    $B',
    'if $N == $S and $E:\n    $B\nelse:\n    $B',
    'for $N in $E:\n    $B',
    'try:\n    $B\nexcept ($T, ValueError) as error:\n    $B',
    'def $N(self, $N: str = $S, *, key=None, **rest) -> $T[str]:\n    """Says something."""\n    $B\n    return $E',
    '@$N.route($S, methods=["GET"])\n@cached\nasync def $N($N, /):\n    $B',
    'class $T(Base, metaclass=Meta):\n    $N = $S\n    $N: int = field(default=$S)\n\n    $B',
    '# a comment with "quotes" and (brackets',
    '$N.append($E)  # trailing',
    'return_value = lambda a, b=$S: $E',
    'match $N:\n    case $S:\n        $B\n    case _:\n        $B',
    'match = pattern.match($S)\n$N = match.group(1)',
    '$N = (\n    $T()\n    .with_key($S)\n    .build(model=$S)\n)',
    'assert $N in ($S, $S), $S',
    'raise $T($S) from None',
    '$N = $N if $N else $E',
    'if ($N := $E) is not None:\n    $B',
    '$N["key"] = $E',
    '$N = "a" \\\n    "b"',
    'os.environ["$N"] = $S',
    'del $N["a"]; $N = $S',
    'print(f"{$N!r:>10} {$N:%Y-%m-%d}", end="")',
  ],
  expressions: [
    '$S',
    '$N',
    '$N.$N($E, $N=$S)',
    '$T(model=$S, temperature=0.2, messages=[{"role": "user", "content": $E}])',
    'await $N.chat.completions.create(\n    model=$S,  # which\n    messages=$E,\n)',
    '{"model": $S, "nested": {"key": $E}, **$N}',
    '[$E for $N in $N if $N]',
    '$N($S)[0]["a"].$N($S)',
    'os.environ.get("KEY", $S)',
    '-1 * ($N + 2)',
    '$N.$N().$N($S).$N()',
    '($E)',
  ],
  strings: [
    '"text"',
    "'text'",
    '"it\'s"',
    '\'say "hi"\'',
    'r"\\d+\\""',
    'b"bytes"',
    '"""long\n"text" # none\n"""',
    "'''it's'''",
    'f"a {$N} b"',
    'f"{$N.$N($S)} c"',
    'f"{{literal}} {$N}"',
    'rf"\\w{$N}"',
    '"esc\\"aped\\\\"',
    '""',
    '"# none"',
    '"https://api.example.com/v1"',
  ],
};
