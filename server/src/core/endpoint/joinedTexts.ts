import { lastName } from '../names.js';
import type { Span } from '../place.js';
import type { Argument, CallFact, Expr } from '../syntax/fact.js';

/** Functions that put their arguments behind one another: R's `paste0(base, "/chat")`. */
const joins = new Set(['paste0', 'str_c']);
/** Those that put a slash between them: `urljoin(base, "chat")`, `url.JoinPath(base, "chat")`, `URI.join(base, "chat")`. */
const joinsPaths = /^(?:urljoin|url_?join|UrlJoin|JoinPath|URI\.join|file\.path|urljoin\.urljoin)$/;
/** Those that fill in a pattern: `fmt.Sprintf("%s/chat", base)`, `String.format("%s/chat", base)`. */
const fillsIn = /^(?:Sprintf|sprintf|(?:String|string)\.[fF]ormat|Format)$/;

/** The texts and values that a call makes one text of; undefined where it makes none. */
export function joinedParts(call: CallFact): readonly Expr[] | undefined {
  const { callee, args } = call;
  const last = lastName(callee);
  const ofParts = addressOfParts(call, last);
  if (ofParts) return ofParts;
  const plain = args.filter(({ name }) => name === undefined);
  const first = plain[0]?.value;
  if (!first) return undefined;
  if (last === 'format!') return first.t === 'string' ? filled(first.value, args.slice(1), first.span) : undefined;
  if (joins.has(last) || (last === 'paste' && isEmpty(args.find(({ name }) => name === 'sep')?.value)))
    return plain.map(({ value }) => value);
  if (plain.length > 1 && (joinsPaths.test(last) || joinsPaths.test(callee))) return withSlashes(plain);
  if (last === 'glue' && first.t === 'string') return filled(first.value, args.slice(1), first.span);
  if (first.t === 'string' && plain.length > 1 && (fillsIn.test(last) || fillsIn.test(callee)))
    return printed(first.value, plain.slice(1), first.span);
  return undefined;
}

/** Methods of an address that put a path behind it: Swift's, Go's, Java's, Python's. */
const appends = /^(?:appendingPathComponent|appending|JoinPath|resolve|joinpath)$/;

/** An address that is made of a host and a path, or of another address and a path. */
function addressOfParts(call: CallFact, last: string): readonly Expr[] | undefined {
  const { callee, args, span } = call;
  const text = (value: string): Expr => ({ t: 'string', value, span });
  const [first, second] = args;
  // Dart: `Uri.https('api.openai.com', '/v1/chat/completions')`.
  if (/^Uri\.https?$/.test(callee) && first)
    return [text(`${last}://`), ...withSlashes(second ? [first, second] : [first])];
  if (/^(?:URL|Uri)$/.test(last)) {
    // `url.URL{Scheme: "https", Host: host, Path: path}`, `Uri(scheme: 'https', host: host, path: path)`
    const named = (name: string) => args.find((each) => each.name?.toLowerCase() === name);
    const host = named('host');
    const path = named('path');
    if (host && named('scheme')) return [text('https://'), ...withSlashes(path ? [host, path] : [host])];
    if (args.length !== 2 || !first || !second || first.name !== undefined || second.name !== undefined)
      return undefined;
    // `new URL(path, base)` of JavaScript, `new Uri(base, path)` of C#, `new URL(base, path)` of Java.
    const isPath = first.value.t === 'string' && !first.value.value.includes('://');
    return withSlashes(isPath ? [second, first] : [first, second]);
  }
  const path = callee.slice(0, -last.length - 1);
  if (!first || path === '' || !appends.test(last) || (last === 'JoinPath' && /^(?:url|path)$/.test(path)))
    return undefined;
  if (last === 'appending' && !/^path$|^component$/.test(first.name ?? '')) return undefined;
  const base: Expr = call.receiver ? { t: 'call', call: call.receiver, span } : { t: 'name', path, span };
  return withSlashes([
    { value: base, span },
    ...args.filter(({ value }) => value.t === 'string' || value.t === 'name'),
  ]);
}

function isEmpty(value: Expr | undefined): boolean {
  return value?.t === 'string' && value.value === '';
}

function withSlashes(args: readonly Argument[]): Expr[] {
  return args.flatMap(({ value }, index): Expr[] => {
    // A slash of the path's own is one of the two.
    const part: Expr = value.t === 'string' && index > 0 ? { ...value, value: value.value.replace(/^\//, '') } : value;
    return index === 0 ? [part] : [{ t: 'string', value: '/', span: value.span }, part];
  });
}

/** `%s/v1/%s`, `%1$s/chat`: each place with what fills it in. */
function printed(text: string, args: readonly Argument[], span: Span): Expr[] {
  let next = 0;
  return text.split(/(%(?:\d+\$)?[-+#0]*\d*(?:\.\d+)?[a-zA-Z])/).map((part): Expr => {
    const place = /^%(?:(\d+)\$)?.*[a-zA-Z]$/.exec(part);
    if (!place) return { t: 'string', value: part, span };
    const given = args[place[1] === undefined ? next++ : Number(place[1]) - 1];
    return given?.value ?? { t: 'other', span };
  });
}

/** `format!("{url}/v1/messages", url = self.url)` of Rust, `glue("{url}/v1")` of R: its words and what fills them in. */
function filled(text: string, args: readonly Argument[], span: Span): Expr[] {
  let nextArg = 0;
  return text.split(/(\{[\w.$]*(?::[^{}]*)?\})/).map((part): Expr => {
    const name = /^\{([\w.$]*)/.exec(part)?.[1];
    if (name === undefined) return { t: 'string', value: part, span };
    const named = name === '' ? args[nextArg++] : (args.find((arg) => arg.name === name) ?? args[Number(name)]);
    return named?.value ?? { t: 'name', path: name, span };
  });
}
