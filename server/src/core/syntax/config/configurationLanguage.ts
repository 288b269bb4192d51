import type { LanguageId } from '../fact.js';

/** Lock files repeat what the manifest says, a thousand lines long: they are left alone. */
const lockFiles = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'deno.lock',
  'poetry.lock',
  'pdm.lock',
  'uv.lock',
  'pipfile.lock',
  'pixi.lock',
  'conda-lock.yml',
  'cargo.lock',
  'go.sum',
  'composer.lock',
  'gemfile.lock',
  'packages.lock.json',
  'project.assets.json',
  'renv.lock',
  'package.resolved',
  'pubspec.lock',
  'mix.lock',
  'gradle.lockfile',
  '.terraform.lock.hcl',
]);

const byName: Readonly<Record<string, LanguageId>> = {
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  makefile: 'make',
  gnumakefile: 'make',
  justfile: 'make',
  pipfile: 'toml',
  gemfile: 'gemfile',
  'gems.rb': 'gemfile',
  'go.mod': 'gomod',
  description: 'description',
  namespace: 'description',
  'package.swift': 'swift',
  'dependencies.scala': 'scala',
  'build.sc': 'scala',
  podfile: 'text',
  'mix.exs': 'text',
  modelfile: 'text',
  jenkinsfile: 'text',
  'project.pbxproj': 'text',
  '.flaskenv': 'dotenv',
  '.envrc': 'dotenv',
  '.env': 'dotenv',
  env: 'dotenv',
  '.npmrc': 'properties',
  '.editorconfig': 'ini',
  '.babelrc': 'json',
  '.eslintrc': 'json',
  '.continuerc': 'json',
};

const byExtension: Readonly<Record<string, LanguageId>> = {
  json: 'json',
  jsonc: 'json',
  json5: 'json',
  'code-workspace': 'json',
  webmanifest: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  // Prompty: a front matter that names model and endpoint.
  prompty: 'yaml',
  tpl: 'yaml',
  toml: 'toml',
  env: 'dotenv',
  properties: 'properties',
  ini: 'ini',
  // systemd's.
  service: 'ini',
  cfg: 'ini',
  xml: 'xml',
  plist: 'xml',
  // How Xcode runs an application, with its environment.
  xcscheme: 'xml',
  csproj: 'xml',
  fsproj: 'xml',
  vbproj: 'xml',
  props: 'xml',
  targets: 'xml',
  nuspec: 'xml',
  config: 'xml',
  pubxml: 'xml',
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  tf: 'hcl',
  tofu: 'hcl',
  tfvars: 'hcl',
  hcl: 'hcl',
  // HOCON, which writes blocks and values as HCL does: `openai { api-key = ${?OPENAI_API_KEY} }`.
  conf: 'hcl',
  bicep: 'bicep',
  bicepparam: 'bicep',
  gradle: 'gradle',
  sbt: 'scala',
  mill: 'scala',
  // CloudFormation's.
  template: 'yaml',
  gemspec: 'gemfile',
  mk: 'make',
  just: 'make',
  http: 'http',
  rest: 'http',
};

const plainSource = new Set([
  'py',
  'js',
  'jsx',
  'mjs',
  'cjs',
  'ts',
  'tsx',
  'java',
  'kt',
  'cs',
  'go',
  'php',
  'rb',
  'rs',
  'swift',
  'dart',
]);
const containers = /^(?:dockerfile|containerfile)[._-]/;

/** nginx, Caddy and Apache. */
const isProxy =
  /(?:^|\/)(?:(?:[\w.-]*nginx[\w.-]*|httpd|apache2?|vhosts?)\.conf(?:\.(?:template|tmpl|j2|erb))?|Caddyfile(?:\.\w+)?|[\w.-]+\.caddyfile)$|(?:^|\/)(?:nginx|sites-(?:available|enabled))\/(?:[\w.-]+\/)*[\w.-]+\.conf(?:\.template)?$/;

/**
 * The format of a configuration file or manifest, by its name; undefined for source code, prose and lock files. The case
 * of a name does not count, but for names that would be ordinary words otherwise.
 */
export function configurationLanguageOf(path: string): LanguageId | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lower = name.toLowerCase();
  if (lockFiles.has(lower)) return undefined;
  if (/^(?:description|namespace)$/.test(lower) && name !== lower.toUpperCase()) return undefined;
  const named = Object.hasOwn(byName, lower) ? byName[lower] : undefined;
  if (named) return named;
  // Nearly all files of a project are these, and none of what follows is about them.
  if (plainSource.has(lower.slice(lower.lastIndexOf('.') + 1)) && !containers.test(lower)) return undefined;
  if (containers.test(lower) && !/\.(?:md|sh|py|js|ts)$/.test(lower)) return 'dockerfile';
  if (
    /^\.env(?:[._-]|example$|sample$)/.test(lower) ||
    /^\.envrc[._-](?:example|sample|template|dist)$/.test(lower) ||
    // Of Cloudflare's Workers.
    /^\.dev\.vars(?:\.|$)/.test(lower) ||
    /^env[._-](?:\w+[._-])?(?:example|sample|template|tmpl|dist|defaults?|local|txt|dev|prod|test|staging)$/.test(
      lower,
    ) ||
    // `env-file-template.txt`
    /^(?:\w+[._-])?env(?:[._-](?:file|vars?|variables|example|sample|template|local|dev|prod))+\.txt$/.test(lower)
  )
    return 'dotenv';
  // `env.d/development/common.dist`
  if (
    /(?:^|\/)env\.d\/(?:.*\/)?[\w-]+(?:\.[\w-]+)?(?:\.dist)?$/.test(path) &&
    !/\.(?:md|sh|py|ya?ml|json)$/.test(lower)
  )
    return 'dotenv';
  // `.env.example`, and what stands in a folder of its own: `env/app.example`. A `.template` there is CloudFormation's.
  if (
    /(?:^|\.)env\.(?:(?:production|prod|staging|development|dev|local|test)\.)?(?:example|sample|template|dist|local|(?:ctmpl\.)?(?:tmpl|tpl|ctmpl|erb|j2|jinja2?))$/.test(
      lower,
    )
  )
    return 'dotenv';
  // Of R.
  if (/^\.?renviron(?:[._-](?:example|sample|template))?$/.test(lower)) return 'dotenv';
  if (/(?:^|\/)\.?envs?\/[\w-]+\.(?:example|sample|dist)$/i.test(path)) return 'dotenv';
  if (isProxy.test(path)) return 'proxy';
  // Of Ollama.
  if (name.startsWith('Modelfile.')) return 'text';
  // Of Kamal, Rails' own tool to deploy.
  if (/(?:^|\/)\.kamal\/secrets[\w.-]*$/.test(path)) return 'dotenv';
  if (/^supervisord?(?:[.-].*)?\.conf$/.test(lower)) return 'ini';
  if (lower.endsWith('.gradle.kts')) return 'gradle';
  if (/\.(?:txt|in|pip)$/.test(lower)) return isRequirements(path.toLowerCase(), lower) ? 'requirements' : undefined;
  if (
    /\.(?:yml|yaml|jsonc?|json5|toml|properties|tfvars|ini|cfg|conf|xml|plist|config|service)(?:\.enc)?[.-](?:example|sample|template|dist|tmpl|gotmpl|tftpl|tpl|erb|j2|jinja2?)$/.test(
      lower,
    )
  ) {
    return byExtension[lower.replace('.enc', '').split(/[.-]/).at(-2) ?? ''];
  }
  // `litellm_config.j2`
  if (/(?:config|values|settings)\.(?:j2|jinja2?|tftpl|gotmpl)$/.test(lower)) return 'yaml';
  const dot = lower.lastIndexOf('.');
  const extension = lower.slice(dot + 1);
  return dot !== -1 && Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
}

function isRequirements(path: string, name: string): boolean {
  if (/(?:^|[-_.])(?:requirements?|constraints|reqs?)(?:[-_.].*)?\.(?:txt|in|pip)$/.test(name)) return true;
  return /(?:^|\/)(?:requirements|constraints)\/[^/]+$/.test(path);
}
