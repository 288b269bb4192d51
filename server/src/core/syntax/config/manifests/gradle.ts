import type { FactsBuilder } from '../factsBuilder.js';
import { withoutComments } from '../withoutComments.js';

const configuration = String.raw`(?:[a-zA-Z]*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|[cC]ompile|[rR]untime|kapt|ksp|annotationProcessor|platform|enforcedPlatform|classpath|mavenBom|dependency))`;
const notation = new RegExp(
  String.raw`\b${configuration}\s*(?:\(\s*)?(?:(?:project\.)?(?:dependencies\.)?(?:enforcedP|p)latform\s*\(\s*)?(["'])([\w.-]+):([\w.-]+)(?::([^"'@:]*))?(?:[:@][^"']*)?\1(?:[ \t]*\)){0,2}`,
  'g',
);
const catalogued = new RegExp(
  String.raw`\b${configuration}\s*(?:\(\s*)?(?:(?:project\.)?(?:dependencies\.)?(?:enforcedP|p)latform\s*\(\s*)?([a-zA-Z]*[lL]ibs(?:\.\w+)+)(?:[ \t]*\)){0,2}`,
  'g',
);
const named = new RegExp(
  String.raw`\b${configuration}\s*(?:\(\s*)?group\s*[:=]\s*(["'])([\w.-]+)\1\s*,\s*name\s*[:=]\s*(["'])([\w.-]+)\3(?:\s*,\s*version\s*[:=]\s*(["'])([^"']*)\5)?`,
  'g',
);

/**
 * `build.gradle` and `build.gradle.kts`: `implementation("g:a:v")`, `group: …, name: …`, and `libs.x` of a version
 * catalogue under the name that it bears there.
 */
export function readGradle(text: string, out: FactsBuilder): void {
  const code = withoutComments(text);
  for (const found of code.matchAll(notation)) {
    const [all, , group, artifact, version] = found;
    const start = found.index + all.indexOf(`${group}:${artifact}`);
    const end = start + `${group}:${artifact}`.length;
    out.dependency(
      'maven',
      `${group}:${artifact}`,
      version,
      { start: found.index, end: found.index + all.length },
      { start, end },
    );
  }
  readVariables(code, out);
  readFields(code, text, out);
  for (const found of code.matchAll(catalogued)) {
    const [all, accessor = ''] = found;
    const start = found.index + all.indexOf(accessor);
    out.dependency(
      'maven',
      accessor,
      undefined,
      { start: found.index, end: found.index + all.length },
      { start, end: start + accessor.length },
    );
  }
  for (const found of code.matchAll(named)) {
    const [all, , group, , artifact, , version] = found;
    const start = found.index + all.lastIndexOf(artifact as string, version ? all.lastIndexOf(version) : undefined);
    const nameSpan = { start, end: start + (artifact as string).length };
    out.dependency(
      'maven',
      `${group}:${artifact}`,
      version,
      { start: found.index, end: found.index + all.length },
      nameSpan,
    );
  }
}

/** `buildConfigField("String", "X_KEY", …)`, `local.getProperty("X_KEY")`: what the build takes in and passes on. */
function readVariables(code: string, out: FactsBuilder): void {
  // The quote stands where a shell has its `$`.
  for (const { 1: name = '', index } of code.matchAll(/["']([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)["']/g))
    out.resource('command', `$${name}`, { start: index, end: index + 1 + name.length });
}

const field = /\bbuildConfigField\s*\(?\s*["']String["']\s*,\s*["']([A-Z][A-Z0-9_]{2,60})["']\s*,/g;
/** `"\"gemini-2.5-pro\""`, `local.getProperty("X", "https://…")`, `System.getenv("X") ?: "…"`. */
const fieldValue = /^[^\n]{0,20}?(?:\\"([^"\\$\n]+)\\"|[^\n]{0,200}?(?:,\s*|\?:\s*)["']([^"'\\$\n]+)["'])/;

/** What the app's code finds under `BuildConfig`, with the value that the build gives it when nobody gives another. */
function readFields(code: string, text: string, out: FactsBuilder): void {
  for (const { 0: all, 1: name = '', index } of code.matchAll(field)) {
    const from = index + all.length;
    // Quotes within quotes make an address look like a comment.
    const rest = text.slice(from, from + 400).trimStart();
    const found = fieldValue.exec(rest);
    const value = found?.[1] ?? found?.[2];
    if (!found || value === undefined) continue;
    const keyStart = index + all.lastIndexOf(name);
    const start = text.indexOf(value, from);
    const span = { start, end: start + value.length };
    out.setting([name], value, { start: keyStart, end: keyStart + name.length }, span);
  }
}
