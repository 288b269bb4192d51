import type { Templates } from './generate.js';

export const java: Templates = {
  head: `package nl.example;

import com.openai.client.OpenAIClient;
import static java.util.Map.of;
import java.util.*;

/** A class. */
@Service("main")
public class Sample<T extends Comparable<T>> extends Base implements Runnable {
  private static final String URL = "https://api.example.com/v1";
  @Value("\${ai.key:none}") private String key;
  public Sample(@Qualifier("x") OpenAIClient client) throws Exception {
    this.client = client;
  }
  void run() {
`,
  tail: '  }\n}\n',
  indent: '    ',
  statements: [
    '$T $N = $E;',
    'var $N = $E;',
    'final String $N = $S;',
    'this.$N = new $T($S);',
    '$T<String, List<$T>> $N = new HashMap<>();',
    'if ($N.equals($S) && $E != null) {\n  $B\n} else {\n  $B\n}',
    'for ($T $N : $N.$N()) {\n  $B\n}',
    'try (var $N = $N.open($S)) {\n  $B\n} catch ($T | RuntimeException error) {\n  $B\n}',
    'switch ($N) {\n  case "a":\n    $B\n    break;\n  default:\n    $B\n}',
    '$N.forEach($N -> $N.$N($S));',
    '$N.forEach(($N, $N) -> {\n  $B\n});',
    '// a comment with "quotes" and (brackets',
    '/* a block { " */ $N($S);',
    '$T $N = ($T) $N.$N($S);',
    "char quote = '\"'; char slash = '\\\\';",
    'String[] $N = { $S, $S };',
    '$T $N = new $T() {\n  @Override\n  public void $N(String $N) {\n    $B\n  }\n};',
    'return_($N ? $S : $E);',
    'throw new $T($S + $N);',
    'int $N = a < b ? 1 : 2;',
    'String $N = $S + $N;',
    '$N.$N(@Deprecated::new, $T::of);',
  ].filter((one) => !one.includes('@Deprecated')),
  expressions: [
    '$S',
    '$N',
    '$T.builder()\n  .apiKey($S)\n  .modelName($S) // which\n  .build()',
    'new $T($E, $S)',
    '$N.$N($E)',
    'Map.of("model", $S, "key", $E)',
    '$N.<$T>$N($S)',
    'List.<String>of($S)',
    '$T.Nested.$N($S).$N()',
    'System.getenv("KEY")',
    '($N) -> $N.$N()',
    '$N[0]',
    'Sample.class',
  ],
  strings: [
    '"text"',
    '"esc\\"aped\\\\"',
    '"""\n  long "text"\n  """',
    '""',
    '"// none"',
    '"it\'s"',
    '"https://api.example.com/v1"',
  ],
};

export const kotlin: Templates = {
  head: `package nl.example

import com.openai.client.OpenAIClient
import com.example.Thing as Other
import java.util.*

@Service("main")
class Sample(private val client: OpenAIClient, val url: String = "https://api.example.com/v1") : Base(), Runnable {
  companion object {
    const val MODEL = "model"
  }

  private val lazyThing by lazy { make("x") }

  override fun run() {
`,
  tail: '  }\n}\n',
  indent: '    ',
  statements: [
    'val $N = $E',
    'var $N: $T? = $E',
    'val $N: Map<String, List<$T>> = mapOf("a" to $S)',
    'this.$N = $T($S, model = $S)',
    'if ($N == $S && $N != null) {\n  $B\n} else {\n  $B\n}',
    'for ($N in $N.$N()) {\n  $B\n}',
    '$N.forEach { $N ->\n  $B\n}',
    '$N.use { it.$N($S) }',
    'try {\n  $B\n} catch (error: $T) {\n  $B\n}',
    'fun <A> $N($N: String = $S): List<A> {\n  $B\n  return emptyList()\n}',
    'fun $N($N: String) = $N.$N($S)',
    '// a comment with "quotes" and (brackets',
    '/* a /* nested */ block */',
    'val $N = $N\n  .$N { it }\n  .$N($S)\n  .toList()',
    'val $N = $N ?: $S',
    "val quote = '\"'",
    'throw $T($S)',
    '$N?.$N($S)?.let { $N(it) }',
    'val ($N, $N) = $N($S)',
  ],
  expressions: [
    '$S',
    '$N',
    '$T(apiKey = $S, url = $E)',
    '$T.builder().apiKey($S).build()',
    '$N.$N($E)',
    'listOf($E, $S)',
    '$N!!.$N($S)',
    '$N<$T>($S)',
    'System.getenv("KEY")',
    '$N as $T',
  ],
  strings: [
    '"text"',
    '"a $client b"',
    '"a ${$N.$N($S)} c"',
    '"""long "text" $url"""',
    '"esc\\"aped"',
    '""',
    '"// none"',
  ],
};

export const scala: Templates = {
  head: `package nl.example

import com.openai.client.OpenAIClient
import com.example.{Thing, Part => Other}
import scala.util._

class Sample(client: OpenAIClient, url: String = "https://api.example.com/v1") {
`,
  tail: '}\n',
  indent: '  ',
  statements: [
    'val $N = $E',
    'var $N: $T = $E',
    'def $N($N: String): $T = {\n  $B\n}',
    'if ($N == $S) {\n  $B\n} else {\n  $B\n}',
    '// a comment with "quotes" and (brackets',
    '/* a block { " */',
    '$N.$N($S)',
    'val $N = $N.$N($S).$N($S)',
  ],
  expressions: ['$S', '$N', '$N.$N($E)', '$T(key = $S, url = $E)', 'new $T($S)', '$N[$T]($S)', 'Map("a" -> $S)'],
  strings: ['"text"', 's"a $client b"', '"""long "text" """', '"esc\\"aped"', '""', '"// none"'],
};
