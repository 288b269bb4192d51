import type { Span } from '../place.js';

/**
 * What syntax says, without meaning: the same few shapes for every language and format. Readers in this folder
 * produce them from a text; nothing here knows the catalogue.
 */
export interface FileFacts {
  /** Relative to the scanned folder, with `/`. */
  readonly path: string;
  readonly language: LanguageId;
  readonly lineStarts: readonly number[];
  readonly imports: readonly ImportFact[];
  /** Every call, outermost first in text order. */
  readonly calls: readonly CallFact[];
  /** Names that get a value or a type: assignments, constants, fields, parameters with a default. */
  readonly bindings: readonly BindingFact[];
  /** Every string literal that is code (docstrings and comments are not). */
  readonly strings: readonly StringFact[];
  /** Key paths with their values, of configuration formats. Empty for source languages. */
  readonly settings: readonly SettingFact[];
  /** Lines of a manifest. */
  readonly dependencies: readonly DependencyFact[];
  /** Reads of the environment in source code: `os.environ["X"]`, `process.env.X`, `System.getenv("X")`. */
  readonly environment: readonly EnvironmentFact[];
  /** Images, resources, actions, commands: what infrastructure files start or create. */
  readonly resources: readonly ResourceFact[];
  /** Only comments that hold a directive of this product (`ai-verantwoording…`). */
  readonly directives: readonly CommentFact[];
  /** Names of the types that a source file itself declares. */
  readonly declared?: ReadonlySet<string>;
  /** Of a notebook or a document with code: its code by language. What stands above is all of it together. */
  readonly parts?: readonly FileFacts[];
  /** Set when the text could not be read in full: too large, too deep, not valid; says why, for the log. */
  readonly incomplete?: string;
}

/** Source languages and configuration formats, by the names that the fixtures use. */
export type LanguageId =
  | 'python'
  | 'javascript'
  | 'typescript'
  | 'java'
  | 'csharp'
  | 'go'
  | 'php'
  | 'ruby'
  | 'kotlin'
  | 'rust'
  | 'r'
  | 'shell'
  | 'powershell'
  | 'scala'
  | 'swift'
  | 'dart'
  | 'notebook'
  | 'quarto'
  | 'json'
  | 'yaml'
  | 'toml'
  | 'dotenv'
  | 'properties'
  | 'ini'
  | 'xml'
  | 'requirements'
  | 'dockerfile'
  | 'hcl'
  | 'bicep'
  | 'gradle'
  | 'gomod'
  | 'gemfile'
  | 'description'
  | 'make'
  | 'http'
  | 'markdown'
  | 'proxy'
  | 'text';

export interface ImportedName {
  readonly name: string;
  readonly alias: string;
  readonly span: Span;
  /** The path to it within the module: `a.b` of `use m::{a::b::Name}`. */
  readonly within?: string;
}

/** One imported module. `from m import a as b` has module `m` and names `[{ name: 'a', alias: 'b' }]`. */
export interface ImportFact {
  readonly module: string;
  /** Names taken from the module; `*` for all of it. Empty when the module itself is imported. */
  readonly names: readonly ImportedName[];
  /** The name under which the module itself is known in the file. */
  readonly alias?: string;
  /** Holds for the whole project: C#'s `global using`. */
  readonly isGlobal?: boolean;
  /** Swift's `@testable import`, of a module of the project's own. */
  readonly isTested?: boolean;
  readonly span: Span;
  readonly moduleSpan: Span;
}

/** A value as far as syntax tells it. */
export type Expr =
  | { readonly t: 'string'; readonly value: string; readonly span: Span }
  /** Interpolation or concatenation: known and unknown parts in order. */
  | { readonly t: 'template'; readonly parts: readonly Expr[]; readonly span: Span }
  /** A dotted name: `BASE_URL`, `self.base_url`, `settings.openai.url`. */
  | { readonly t: 'name'; readonly path: string; readonly span: Span }
  | { readonly t: 'environment'; readonly name: string; readonly fallback?: Expr; readonly span: Span }
  | { readonly t: 'call'; readonly call: CallFact; readonly span: Span }
  /** `a ?? b`, `a || b`, `a or b`, `c ? a : b`: any of these. */
  | { readonly t: 'either'; readonly options: readonly Expr[]; readonly span: Span }
  | { readonly t: 'list'; readonly items: readonly Expr[]; readonly span: Span }
  | { readonly t: 'object'; readonly entries: readonly Argument[]; readonly span: Span }
  /** A number, boolean, lambda, arithmetic: something that no resolution follows. */
  | {
      readonly t: 'other';
      readonly span: Span;
      /** Of an operation (`prompt | model`): what it joins. */ readonly operands?: readonly Expr[];
    };

/** An argument of a call, or an entry of an object literal. */
export interface Argument {
  readonly name?: string;
  readonly value: Expr;
  /** Name and value together. */
  readonly span: Span;
}

export interface CallFact {
  /** Dotted, without arguments: `client.chat.completions.create`, `OpenAiChatModel.builder.apiKey`. */
  readonly callee: string;
  readonly args: readonly Argument[];
  /** `new X(…)`. */
  readonly isNew: boolean;
  /** From the start of the chain to the closing bracket. */
  readonly span: Span;
  /** The last name of the callee. */
  readonly nameSpan: Span;
  /** The call on whose result this one is made: `A.builder()` for `A.builder().apiKey(k)`. */
  readonly receiver?: CallFact;
  /** The call made on this one's result. */
  next?: CallFact;
  /** The name that gets the result: `client`, `self.client`. */
  assignedTo?: string;
  /** C#: the first type argument, `OpenAIClient` of `AddSingleton<OpenAIClient>(…)`. */
  typeArgument?: string;
  /** An annotation or attribute (`@Bean(…)`), not an expression. */
  readonly isAnnotation?: boolean;
}

export interface BindingFact {
  /** `BASE_URL`, `self.base_url`, `this.client`. */
  readonly name: string;
  readonly value?: Expr;
  /** Declared type, without type arguments: `ChatClient`, `OpenAI.Chat.ChatClient`. */
  readonly type?: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** A parameter of a function or constructor. */
  readonly isParameter?: boolean;
  /** Of which function it is a parameter, and which one, the object that a method is of left out. */
  readonly parameterOf?: { readonly name: string; readonly index: number };
}

export type StringRole =
  /** argument of a call (`call`, and `name` where it is a keyword argument) */
  | 'argument'
  /** value of an entry `name: value` of an object literal, or of a binding `name = value` */
  | 'value'
  /** element of a list */
  | 'element'
  /** one side of a comparison, a `case` label, a `match` arm, a membership test */
  | 'comparison'
  /** `x["…"]` */
  | 'index'
  /** key of an entry */
  | 'key'
  /** part of an import, a lone statement, a decorator, …: counts for nothing */
  | 'other';

export interface StringFact {
  readonly value: string;
  readonly span: Span;
  readonly role: StringRole;
  /** Keyword, key or variable that gets the string. */
  readonly name?: string;
  /** The innermost call that has it among its arguments. */
  readonly call?: CallFact;
  /** Has interpolated holes; `value` then has `\u0000` for each hole. */
  readonly holes?: boolean;
}

/** A leaf of a configuration file: `['spring','ai','openai','base-url']` → value. List items have their index as key. */
export interface SettingFact {
  readonly path: readonly string[];
  readonly value: string;
  readonly keySpan: Span;
  /** The value without quotes. */
  readonly valueSpan: Span;
  /** `${NAME:default}`, `{{ .Values.x }}`, `$(NAME)`, `${{ secrets.X }}`… when `value` holds such a reference. */
  readonly reference?: boolean;
}

export type Ecosystem =
  | 'npm'
  | 'pypi'
  | 'maven'
  | 'nuget'
  | 'go'
  | 'composer'
  | 'rubygems'
  | 'cargo'
  | 'cran'
  | 'swift'
  | 'pub'
  | 'hex'
  | 'brew';

export interface DependencyFact {
  readonly ecosystem: Ecosystem;
  /**
   * As the ecosystem writes it: `openai`, `com.openai:openai-java`, `Azure.AI.OpenAI`; or an entry of Gradle's version
   * catalogue: `libs.openai.java`.
   */
  readonly name: string;
  readonly version?: string;
  /** In a version catalogue: the name that builds call it by. */
  readonly alias?: string;
  /** The line of the dependency (for Maven: the whole element). */
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface EnvironmentFact {
  readonly name: string;
  readonly fallback?: Expr;
  readonly span: Span;
}

/** `what` is the format's own term: `image`, `resource`, `action`, `command`, `permission`, `extension`. */
export interface ResourceFact {
  readonly what: 'image' | 'resource' | 'action' | 'command' | 'permission' | 'extension' | 'node';
  readonly name: string;
  readonly span: Span;
  /** Of a command: the image whose container runs it. */
  readonly image?: string;
}

export interface CommentFact {
  /** The comment without its marks. */
  readonly text: string;
  readonly span: Span;
}
