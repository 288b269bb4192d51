import type { BindingFact, FileFacts } from '../syntax/fact.js';
import type { Configuration } from './configuration.js';
import type { FilledClass } from './optionClasses.js';
import type { EndpointSource, EndpointStep } from './endpoint.js';

/** What a resolution may look at besides the file itself. */
export interface ResolveContext {
  readonly configuration: Configuration;
  /**
   * Where a name of `from` comes from, when the project has that file, the language makes it plain, and the file binds
   * it: as it stands there, or with brackets, as what a function gives.
   */
  imported?(
    from: FileFacts,
    name: string,
    as?: 'name' | 'call',
  ): { readonly facts: FileFacts; readonly name: string } | undefined;
  /** The same file by its path, whatever is in it. */
  importedPath?(from: FileFacts, name: string): string | undefined;
  /** The same file, of whatever name: a class, say. */
  importedFile?(from: FileFacts, name: string): FileFacts | undefined;
  /** Files that run before this one, and may set what holds for it: the initializers of Rails. */
  loadedFirst?(from: FileFacts): Iterable<FileFacts>;
  /** The file of Laravel's settings that has the first word of a key: `config/services.php` of `config('services.llm.url')`. */
  settingsFile?(from: FileFacts, name: string): FileFacts | undefined;
  /** Modules that a file has without saying so: C#'s `global using`, what another script of R attaches. */
  globalImports?(from: FileFacts): readonly string[];
  /** The one service that the project's manifests choose for a framework: the only Spring AI starter, say. */
  serviceOf?(framework: string, from: FileFacts): string | undefined;
  /** The package that `libs.x.y` names in the version catalogue above the file. */
  catalogued?(accessor: string, from: FileFacts): string | undefined;
  /** Where a file of C# fills a class in from the configuration, with the section that it names. */
  filledClass?(type: string): (FilledClass & { readonly facts: FileFacts }) | undefined;
  /** A field of a settings class anywhere in the project: `settings.openai_base_url`. */
  field?(name: string): { readonly facts: FileFacts; readonly binding: BindingFact } | undefined;
}

export interface Resolved {
  /** With `HOLE` where a part is not known; undefined when nothing is. */
  readonly value?: string;
  readonly source: EndpointSource;
  readonly way: readonly EndpointStep[];
  /** The variable or setting that decides. */
  readonly variable?: string;
  /** The variable is a parameter of the code. */
  readonly isParameter?: boolean;
}

/** Longer chains are not followed: they are circles, or nobody could follow them. */
export const MAX_STEPS = 12;
