import { bindingsBefore } from '../../endpoint/bindings.js';
import type { CallFact, Expr, FileFacts } from '../../syntax/fact.js';
import { lastName } from '../../names.js';
import type { FileContext } from '../fileContext.js';
import { reachOf } from '../reach.js';

/** Calls that start a program with what they are given: of Python, Node, Go, Rust, Ruby, PHP, Java. */
const starts =
  /^(?:run|Popen|popen|call|check_call|check_output|system|spawn|spawnSync|exec|execSync|execFile|execFileSync|execa|Command|CommandContext|new|shell_exec|passthru|proc_open|ProcessBuilder|create_subprocess_(?:exec|shell)|capture[23]e?)$/;
/** A program and what it is to do stand in the first of them. */
const MAX_WORDS = 6;

/** `subprocess.run(["ollama", "run", …])`, `exec.Command("claude", "-p", vraag)`: a program that asks a model. */
export function findStartedPrograms(context: FileContext): void {
  if (context.isTest) return;
  const { catalogue, drafts, facts } = context;
  for (const call of facts.calls) {
    const last = lastName(call.callee);
    if (!starts.test(last) || (last === 'new' && !/(?:^|\.)Command\.new$/.test(call.callee))) continue;
    const line = wordsOf(call, facts).slice(0, MAX_WORDS).join(' ');
    if (line === '') continue;
    const [found] = catalogue.commandsIn(line);
    if (found?.at !== 0) continue;
    const { provider, words } = found;
    const isLocal = catalogue.provider(provider)?.kind === 'local';
    const endpoint = isLocal ? reachOf(provider, undefined, undefined, context).endpoint : undefined;
    drafts.push({
      kind: 'client',
      provider,
      span: call.span,
      token: words,
      act: 'call',
      weight: 3,
      ...(endpoint && { endpoint }),
    });
  }
}

const isOptions = ([first]: readonly Expr[]): boolean => first?.t === 'string' && first.value.startsWith('-');

/** A list that has itself in it, as minified code may seem to, is looked into so often. */
const MAX_LOOKS = 50;

/** The texts that the call and the chain behind it (`.arg("run")`) are given. */
function wordsOf(call: CallFact, facts: FileFacts): string[] {
  const words: string[] = [];
  let looks = 0;
  const take = (value: Expr): void => {
    if (words.length >= MAX_WORDS || ++looks > MAX_LOOKS) return;
    if (value.t === 'string') words.push(value.value);
    else if (value.t === 'list') value.items.forEach(take);
    // `cmd = ["claude", "-p", vraag]`, and then `subprocess.run(cmd)`.
    else if (value.t === 'name' && words.length === 0) {
      const before = bindingsBefore(facts, value.path, value.span.start);
      // What is joined to it later are options.
      const ended = before.filter(({ span }) => span.end <= value.span.start);
      const list = ended.findLast((each) => each.value?.t === 'list' && !isOptions(each.value.items))?.value;
      if (list) take(list);
    } else if (value.t === 'template' && value.parts[0]) take(value.parts[0]);
  };
  for (const { name, value } of call.args) if (name === undefined || name === 'args') take(value);
  for (let next = call.next, links = 0; next && links < MAX_WORDS; next = next.next, links++)
    if (/\.args?$/.test(next.callee)) for (const { value } of next.args) take(value);
  return words;
}
