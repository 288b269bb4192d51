import { nearestBinding } from '../../endpoint/bindings.js';
import type { Argument, BindingFact, CallFact, Expr, FileFacts } from '../../syntax/fact.js';

/** Whose interface a body is for; `vectors` are asked of many with the same words, `{ input, model }`. */
export type Question = 'openai' | 'google-gemini' | 'huggingface' | 'vectors';

/** So deep a body is wrapped: made, put into JSON, put into a buffer and handed over. */
const MAX_DEPTH = 6;
/** So many values are looked at for one request. */
const MAX_LOOKS = 200;
const MAX_LINKS = 12;

/** What of a chain gives the request its body: `client.post(url).json(&body)`. */
const givesBody = /^(?:json|body\w*|setBody|set_body|setEntity|send\w*|post\w*|with_?body|content|entity|exchange)$/i;
/** What puts something in a body that is made bit by bit. */
const puts = /^(.+)\.(?:put|add|addProperty|AddProperty|set|append|Add)$/;
/** What gives a body in another shape, under its own name: `body.toString()`. */
const reshapes = /^([\w.]+)\.(?:toString|ToString|to_json|toJson|build|encode\w*|getBytes|dump|json)$/;

/**
 * Bodies of requests that are questions to a model, whatever the address is that they are sent to: `{ model, messages }`,
 * `{ contents, generationConfig }`.
 */
export class Questions {
  private readonly answers = new Map<BindingFact, Question | undefined>();
  private made: ReadonlyMap<string, readonly { readonly key: string; readonly at: number }[]> | undefined;
  private left = 0;

  constructor(private readonly facts: FileFacts) {}

  /** What a call sends, among its arguments or along its chain. */
  sentBy(call: CallFact): Question | undefined {
    this.left = MAX_LOOKS;
    let links = 0;
    for (let link: CallFact | undefined = call; link && links < MAX_LINKS; link = link.next, links++) {
      if (link !== call && !givesBody.test(link.callee.slice(link.callee.lastIndexOf('.') + 1))) continue;
      const found = this.among(link.args, 0);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether the value itself is such a body, and not something that has one. */
  isOne(value: Expr): boolean {
    this.left = MAX_LOOKS;
    return !(value.t === 'call' && value.call.isNew) && this.heldBy(value, 0) !== undefined;
  }

  private among(args: readonly Argument[], depth: number): Question | undefined {
    for (const { name, value } of args) {
      if (name !== undefined && /header|param|auth|query/i.test(name)) continue;
      const found = this.heldBy(value, depth);
      if (found) return found;
    }
    return undefined;
  }

  private heldBy(value: Expr, depth: number): Question | undefined {
    if (depth > MAX_DEPTH || this.left-- <= 0) return undefined;
    if (value.t === 'object') return kindOf(value.entries) ?? this.among(value.entries, depth + 1);
    if (value.t === 'name') return this.called(value.path, value.span.start, depth);
    // `$body = @{ … } | ConvertTo-Json`
    if (value.t === 'other') return value.operands?.[0] && this.heldBy(value.operands[0], depth + 1);
    if (value.t !== 'call') return undefined;
    const { callee, args } = value.call;
    // `ChatRequest(model=…, messages=…)`, `Map.of("model", model, "messages", messages)`
    const found = kindOf(args) ?? kindOf(paired(args)) ?? this.among(args, depth + 1);
    const own = found ? undefined : reshapes.exec(callee)?.[1];
    return own === undefined ? found : this.called(own, value.span.start, depth);
  }

  /** A variable that holds a body, or that one is put into bit by bit before this place. */
  private called(name: string, at: number, depth: number): Question | undefined {
    const binding = nearestBinding(this.facts, name, at);
    if (!binding?.value || binding.span.start > at) return undefined;
    const keys = (this.putInto().get(name) ?? []).filter((each) => each.at > binding.span.start && each.at < at);
    const put = keys.length > 0 ? kindOf(keys.map(({ key }) => ({ name: key }))) : undefined;
    if (put) return put;
    if (this.answers.has(binding)) return this.answers.get(binding);
    this.answers.set(binding, undefined);
    const held = this.heldBy(binding.value, depth + 1);
    this.answers.set(binding, held);
    return held;
  }

  /** `body.put("messages", …)`, `payload["messages"] = …` */
  private putInto(): NonNullable<Questions['made']> {
    if (this.made) return this.made;
    const made = new Map<string, { readonly key: string; readonly at: number }[]>();
    const add = (owner: string, key: string, at: number) => {
      const known = made.get(owner);
      if (known) known.push({ key, at });
      else made.set(owner, [{ key, at }]);
    };
    for (const { callee, args, span } of this.facts.calls) {
      const [first] = args;
      const owner = first?.value.t === 'string' && args.length > 1 ? puts.exec(callee)?.[1] : undefined;
      if (owner !== undefined && first?.value.t === 'string') add(owner, first.value.value, span.start);
    }
    for (const { name, nameSpan } of this.facts.bindings) {
      const dot = name.lastIndexOf('.');
      if (dot > 0) add(name.slice(0, dot), name.slice(dot + 1), nameSpan.start);
    }
    return (this.made = made);
  }
}

type Entry = Pick<Argument, 'name'> & Partial<Pick<Argument, 'value'>>;

/** What goes with a question, and with little else. */
const besideMessages =
  /^(?:model|max_?(?:completion_?)?tokens|temperature|top_?p|stream|system|tools|tool_?choice|response_?format)$/;
const besidePrompt = /^(?:max_?tokens|temperature|top_?p|stream|options|system|num_predict|keep_?alive)$/;
const besideContents = /^(?:generation_?config|safety_?settings|system_?instruction)$/;

function kindOf(entries: readonly Entry[]): Question | undefined {
  if (entries.length < 2 || entries.length > 40) return undefined;
  // `{ model, messages }`
  const keys = entries.map(({ name, value }) => keyIn(name ?? (value?.t === 'name' ? value.path : '')));
  if (keys.includes('messages') && keys.some((key) => besideMessages.test(key))) return 'openai';
  if (keys.includes('prompt') && keys.includes('model') && keys.some((key) => besidePrompt.test(key))) return 'openai';
  if (keys.includes('contents') && keys.some((key) => besideContents.test(key))) return 'google-gemini';
  if (keys.includes('input') && keys.includes('model')) return 'vectors';
  if (keys.includes('inputs') && keys.includes('parameters')) return 'huggingface';
  return undefined;
}

const keyIn = (name: string): string => name.replace(/^["']|["']$/g, '').toLowerCase();

/** Keys and values in turn. */
function paired(args: readonly Argument[]): Entry[] {
  return args.flatMap(({ value }, index) =>
    index % 2 === 0 && value.t === 'string' && args[index + 1] ? [{ name: value.value }] : [],
  );
}
