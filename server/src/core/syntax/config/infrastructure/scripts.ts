import type { FactsBuilder } from '../factsBuilder.js';
import { addScript } from '../script.js';

/** Ollama's `Modelfile`: the model that it starts from, unless that is a file beside it. */
export function readModelfile(text: string, out: FactsBuilder): void {
  const found = /^(FROM[ \t]+)([^\s./]\S*)/im.exec(text);
  if (!found) return;
  const start = found.index + (found[1] as string).length;
  const span = { start, end: start + (found[2] as string).length };
  out.setting(['ollama', 'model'], found[2] as string, span, span);
}

const given = /^[ \t]*([A-Z][A-Z0-9_]{3,})[ \t]*=[ \t]*(credentials[ \t]*\([ \t]*)?(["'])([^"'\n]*)\3/gm;
const steps = /\b(?:sh|bat|powershell|pwsh)\b[ \t(]*(?:[^"'\n]*\bscript:[ \t]*)?('''|"""|'|")([^]{0,5000}?)\1/g;

/** Jenkins: what `environment` gives to steps, and the shell of those. */
export function readJenkinsfile(text: string, out: FactsBuilder): void {
  for (const { 0: all, 1: name = '', 2: secret, 4: value = '', index } of text.matchAll(given)) {
    const start = index + all.indexOf(name);
    const end = index + all.length - 1;
    const valueSpan = { start: end - value.length, end };
    const isSecret = secret !== undefined;
    out.setting(['environment', name], isSecret ? '' : value, { start, end: start + name.length }, valueSpan, isSecret);
  }
  for (const { 0: all, 1: quote = '', 2: script = '', index } of text.matchAll(steps))
    addScript(script, index + all.length - quote.length - script.length, out);
}
