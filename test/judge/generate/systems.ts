import type { Templates } from './generate.js';

export const go: Templates = {
  head: `// Package sample says.
package sample

import (
	"context"
	openai "github.com/example/go-openai"
	. "fmt"
)

const (
	URL   = "https://api.example.com/v1"
	Other = \`raw "text"\`
)

type Doer interface {
	Do(ctx context.Context, path string) (string, error)
}

type Sample[T any] struct {
	Name string \`json:"name"\`
}

func (s *Sample[T]) Run(ctx context.Context, path string) (string, error) {
`,
  tail: '	return "", nil\n}\n',
  indent: '\t',
  statements: [
    '$N := $E',
    '$N, err := $N.$N($S, $E)',
    'var $N string = $S',
    'var $N = $E',
    '$N = &$T{Key: $S, URL: $E}',
    'if err != nil {\n\treturn "", fmt.Errorf($S, err)\n}',
    'if $N := $N.$N($S); $N != nil && $N == $S {\n\t$B\n}',
    'for _, $N := range $N {\n\t$B\n}',
    'switch $N {\ncase "a":\n\t$B\ndefault:\n\t$B\n}',
    'defer $N.Close()',
    'go func() {\n\t$B\n}()',
    '// a comment with "quotes" and (brackets',
    '/* a block { " */ $N($S)',
    '$N.$N(func($N string) error {\n\t$B\n\treturn nil\n})',
    '$N["key"] = $E',
    '$N := []$T{{Key: $S}, {Key: $S}}',
    '$N := map[string]string{"key": $S}',
    "quote := '\"'",
    'return $S, nil',
    '$N := []byte($S)',
  ],
  expressions: [
    '$S',
    '$N',
    '$N.$N($E, $S)',
    '$T{Model: $S, Nested: $T{Key: $S}}',
    'openai.NewClient(\n\t$S, // which\n\toption.WithKey($S),\n)',
    '&openai.$T{Key: $S}',
    '$N.$N().$N($S)',
    'os.Getenv("KEY")',
    '$S + $N',
    '$N.(string)',
  ],
  strings: ['"text"', '"esc\\"aped\\\\"', '`raw "text"\nline`', '""', '"// none"', '"it\'s"'],
};

export const rust: Templates = {
  head: `//! A crate.
use async_openai::{types::{Request, Args as Other}, Client};
use std::collections::HashMap;
use crate::settings::*;

const URL: &str = "https://api.example.com/v1";

#[derive(Debug)]
pub enum Kind { One(String), Two { key: String } }

impl<'a, T: Clone> Sample<'a, T> {
    pub async fn run(&'a self, path: &str) -> Result<Vec<T>, Error> {
`,
  tail: '        Ok(vec![])\n    }\n}\n',
  indent: '        ',
  statements: [
    'let $N = $E;',
    'let mut $N: $T = $E;',
    'let $N = $N.$N($S).await?;',
    'if let Some($N) = $N.$N($S) {\n    $B\n}',
    'for $N in $N.$N() {\n    $B\n}',
    "'outer: loop {\n    $B\n    break 'outer;\n}",
    '// a comment with "quotes" and (brackets',
    '/* a /* nested */ block */',
    'match $N {\n    Kind::One(text) => $N($S),\n    Kind::Two { key } if $N.is_ok() => {\n        $B\n    }\n    _ => {}\n}',
    '$N.$N(|$N| $N.$N($S));',
    'self.$N = $E;',
    "let quote = '\"';",
    'println!("{} {:?}", $N, $N);',
    'return Err($T::new($S));',
    'let ($N, $N) = $N($S);',
    'let Some($N) = $N.$N() else {\n    return Ok(vec![]);\n};',
    '$N.0.$N($S);',
  ],
  expressions: [
    '$S',
    '$N',
    '$T::new($S).with_key($E)',
    '$T { model: $S, nested: $T { key: $S.to_string() }, ..Default::default() }',
    '$N.$N($E, $S)',
    '$T::<String>::default()',
    '$N::<$T>($S)',
    '&$N',
    'std::env::var("KEY")',
    '$N.$N($S)?.$N()',
    '$S.to_string()',
  ],
  strings: ['"text"', '"esc\\"aped\\\\"', 'r"raw\\"', 'r#"raw "text""#', '"line\nline"', '""', '"// none"', '"it\'s"'],
};

export const swift: Templates = {
  head: `import Foundation
import OpenAI

final class Sample: Base {
  private let url: String = "https://api.example.com/v1"

  func run(path: String = "none") async throws -> [String] {
`,
  tail: '    return []\n  }\n}\n',
  indent: '    ',
  statements: [
    'let $N = $E',
    'var $N: $T? = $E',
    'self.$N = $T(key: $S, url: $E)',
    'if $N == $S {\n  $B\n} else {\n  $B\n}',
    'guard let $N = $N.$N($S) else { return [] }',
    'for $N in $N {\n  $B\n}',
    '// a comment with "quotes" and (brackets',
    '/* a /* nested */ block */',
    '$N.$N($S) { $N in\n  $B\n}',
    'let $N = try await $N.$N(model: $S)',
    '$N?.$N($S)',
  ],
  expressions: ['$S', '$N', '$T(key: $S, $E)', '$N.$N($E, model: $S)', '$T.shared.$N($S)', '[$E, $S]', '["key": $S]'],
  strings: [
    '"text"',
    '"a \\($N) b"',
    '"a \\($N.$N($S)) c"',
    '"esc\\"aped"',
    '""',
    '"// none"',
    '"""\n    long "text"\n    """',
  ],
};

export const dart: Templates = {
  head: `import 'package:openai/openai.dart' as ai;
import 'dart:io';

class Sample extends Base {
  final String url = 'https://api.example.com/v1';

  Future<void> run(String path) async {
`,
  tail: '  }\n}\n',
  indent: '    ',
  statements: [
    'final $N = $E;',
    'const String $N = $S;',
    'var $N = $E;',
    'if ($N == $S) {\n  $B\n} else {\n  $B\n}',
    '// a comment with "quotes" and (brackets',
    '/* a block { " */',
    '$N.$N($S);',
    'await $N.$N(model: $S, key: $E);',
    'final $N = {\'key\': $S, "other": $S};',
  ],
  expressions: ['$S', '$N', '$T(key: $S, url: $E)', '$N.$N($E)', 'new $T($S)', '[$E, $S]'],
  strings: ["'text'", '"text"', "'a $url b'", "'a ${$N.$N($S)} c'", "'esc\\'aped'", "''", "'// none'"],
};
