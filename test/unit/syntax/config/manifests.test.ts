import assert from 'node:assert/strict';
import { dependencies, resources, settings } from './reading.js';

describe('configuration: manifests', () => {
  it('npm and deno', () => {
    const text = `{
  "name": "x", "description": "uses openai",
  "scripts": { "ai": "ollama run llama3" },
  "dependencies": { "openai": "^4.0.0", "ai-alias": "npm:@ai-sdk/openai@1" },
  "devDependencies": { "langchain": "*" }, "peerDependencies": { "p": "1" }, "optionalDependencies": { "o": "1" }
}`;
    assert.deepEqual(dependencies('package.json', text), [
      'npm openai ^4.0.0 | "openai": "^4.0.0"',
      'npm @ai-sdk/openai npm:@ai-sdk/openai@1 (name «ai-alias») | "ai-alias": "npm:@ai-sdk/openai@1"',
      'npm langchain * | "langchain": "*"',
      'npm p 1 | "p": "1"',
      'npm o 1 | "o": "1"',
    ]);
    assert.deepEqual(settings('package.json', text), ['name = x']);
    assert.deepEqual(resources('package.json', text), ['command ollama run llama3']);
    assert.deepEqual(dependencies('deno.json', '{"imports": {"openai": "npm:openai@4", "x": "jsr:@std/x"}}'), [
      'npm openai 4 | "openai": "npm:openai@4"',
    ]);
  });

  it('requirements', () => {
    const text = `# openai
-r base.txt
--index-url https://x.example
openai[datalib]>=1.2,<2 ; python_version > "3.8"  # c
anthropic
lang-chain.core == 0.3 --hash=sha256:abc \\
    --hash=sha256:def
x @ https://x.example/x.whl
-e git+https://x.example/y.git#egg=yy
`;
    assert.deepEqual(dependencies('requirements.txt', text), [
      'pypi openai >=1.2,<2 | openai[datalib]>=1.2,<2 ; python_version > "3.8"',
      'pypi anthropic | anthropic',
      'pypi lang-chain.core == 0.3 | lang-chain.core == 0.3',
      'pypi x | x @ https://x.example/x.whl',
      'pypi yy | -e git+https://x.example/y.git#egg=yy',
    ]);
  });

  it('pyproject, Pipfile, setup.cfg, conda', () => {
    const text = `[build-system]
requires = ["openai-build"]
[project]
name = "openai-thing"
dependencies = [
  "openai>=1", # c
  "httpx",
]
[project.optional-dependencies]
ai = ["anthropic ~= 0.3"]
[dependency-groups]
dev = ["cohere", {include-group = "x"}]
[tool.poetry.dependencies]
python = "^3.12"
langchain = { version = "^0.3", extras = ["x"] }
[tool.poetry.group.dev.dependencies]
ollama = "*"
[tool.app]
url = "https://x.example"
`;
    assert.deepEqual(dependencies('pyproject.toml', text), [
      'pypi openai >=1 | openai>=1',
      'pypi httpx | httpx',
      'pypi anthropic ~= 0.3 | anthropic ~= 0.3',
      'pypi cohere | cohere',
      'pypi python ^3.12 | python = "^3.12"',
      'pypi langchain ^0.3 | langchain = { version = "^0.3", extras = ["x"] }',
      'pypi ollama * | ollama = "*"',
    ]);
    assert.deepEqual(settings('pyproject.toml', text), ['tool › app › url = https://x.example']);
    assert.deepEqual(
      dependencies('Pipfile', '[packages]\nopenai = "*"\n[dev-packages]\nx = {version = "1"}\n[requires]\ny = "1"\n'),
      ['pypi openai * | openai = "*"', 'pypi x 1 | x = {version = "1"}'],
    );
    assert.deepEqual(
      dependencies(
        'setup.cfg',
        '[options]\ninstall_requires =\n    openai>=1\n    # no\n    httpx; x\n[options.extras_require]\nai = cohere\n',
      ),
      ['pypi openai >=1 | openai>=1', 'pypi httpx | httpx; x', 'pypi cohere | cohere'],
    );
    assert.deepEqual(
      dependencies(
        'environment.yml',
        'name: x\ndependencies:\n  - python=3.12\n  - conda-forge::openai>=1\n  - pip:\n      - anthropic==1\n',
      ),
      [
        'pypi python =3.12 | python=3.12',
        'pypi openai >=1 | conda-forge::openai>=1',
        'pypi anthropic ==1 | anthropic==1',
      ],
    );
  });

  it('Maven', () => {
    const text = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <properties><openai.version>1.2</openai.version></properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>g.bom</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <!-- <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency> -->
    <dependency><groupId>com.openai</groupId><artifactId>openai-java</artifactId><version>\${openai.version}</version></dependency>
    <dependency><groupId>a</groupId><artifactId>b</artifactId><exclusions><exclusion><groupId>e</groupId></exclusion></exclusions></dependency>
  </dependencies>
</project>`;
    assert.deepEqual(
      dependencies('pom.xml', text).map((line) => line.split(' | ')[0]),
      [
        'maven g.bom:bom 1 (name «g.bom»)',
        'maven com.openai:openai-java 1.2 (name «openai-java»)',
        'maven a:b (name «b»)',
      ],
    );
    assert.match(dependencies('pom.xml', text)[1] ?? '', /\| <dependency><groupId>com\.openai.*<\/dependency>$/);
    assert.ok(settings('pom.xml', text).includes('project › properties › openai.version = 1.2'));
  });

  it('Gradle and its version catalogue', () => {
    const text = `dependencies {
    // implementation("no:no:1")
    implementation("com.openai:openai-java:1.2")
    testImplementation 'a.b:c'
    implementation group: 'g', name: 'n', version: '3'
    implementation(platform("p.q:bom:1"))
    implementation(libs.openai)
    val url = "https://x.example" // c
    mavenBom "s.ai:spring-ai-bom:\${v}"
}`;
    assert.deepEqual(dependencies('build.gradle.kts', text), [
      'maven com.openai:openai-java 1.2 | implementation("com.openai:openai-java:1.2")',
      "maven a.b:c | testImplementation 'a.b:c'",
      "maven g:n 3 (name «n») | implementation group: 'g', name: 'n', version: '3'",
      'maven p.q:bom 1 | implementation(platform("p.q:bom:1"))',
      'maven libs.openai | implementation(libs.openai)',
      'maven s.ai:spring-ai-bom ${v} | mavenBom "s.ai:spring-ai-bom:${v}"',
    ]);
    const catalogue = `[versions]
o = "1.2"
[libraries]
openai = { module = "com.openai:openai-java", version.ref = "o" }
b = { group = "g", name = "n", version = "1" }
c = "x:y:2"
`;
    assert.deepEqual(dependencies('gradle/libs.versions.toml', catalogue), [
      'maven com.openai:openai-java 1.2 | openai = { module = "com.openai:openai-java", version.ref = "o" }',
      'maven g:n 1 (name «n») | b = { group = "g", name = "n", version = "1" }',
      'maven x:y 2 | c = "x:y:2"',
    ]);
  });

  it('NuGet', () => {
    assert.deepEqual(
      dependencies(
        'a.csproj',
        '<Project>\n<ItemGroup>\n<PackageReference Include="OpenAI" Version="2.0" />\n<PackageReference Include="B"><Version>1</Version></PackageReference>\n</ItemGroup></Project>',
      ),
      [
        'nuget OpenAI 2.0 | <PackageReference Include="OpenAI" Version="2.0" />',
        'nuget B 1 | <PackageReference Include="B"><Version>1</Version></PackageReference>',
      ],
    );
    assert.deepEqual(
      dependencies('Directory.Packages.props', '<Project><PackageVersion Include="A" Version="1"/></Project>'),
      ['nuget A 1 | <PackageVersion Include="A" Version="1"/>'],
    );
    assert.deepEqual(dependencies('packages.config', '<packages><package id="A" version="1" /></packages>'), [
      'nuget A 1 | <package id="A" version="1" />',
    ]);
  });

  it('Go, Composer, Bundler, Cargo, CRAN, Swift, pub, hex', () => {
    const go =
      'module x\nrequire (\n\tgithub.com/openai/openai-go v1.0.0\n\tgithub.com/x/y v0.1.0 // indirect\n)\nrequire a.b/c v2.0.0 // c\nreplace q => ../q\n';
    assert.deepEqual(dependencies('go.mod', go), [
      'go github.com/openai/openai-go v1.0.0 | github.com/openai/openai-go v1.0.0',
      'go a.b/c v2.0.0 | a.b/c v2.0.0',
    ]);
    assert.deepEqual(
      dependencies('composer.json', '{"require": {"openai-php/client": "^0.10"}, "require-dev": {"a/b": "1"}}'),
      ['composer openai-php/client ^0.10 | "openai-php/client": "^0.10"', 'composer a/b 1 | "a/b": "1"'],
    );
    assert.deepEqual(dependencies('Gemfile', '# gem "no"\ngem "ruby-openai", "~> 7.0" # c\n  gem \'langchainrb\'\n'), [
      'rubygems ruby-openai ~> 7.0 | gem "ruby-openai", "~> 7.0"',
      "rubygems langchainrb | gem 'langchainrb'",
    ]);
    assert.deepEqual(
      dependencies('x.gemspec', 'Gem::Specification.new do |s|\n  s.add_dependency "ruby-openai", ">= 1"\nend\n'),
      ['rubygems ruby-openai >= 1 | s.add_dependency "ruby-openai", ">= 1"'],
    );
    const cargo =
      '[dependencies]\nasync-openai = "0.2"\nx = { package = "ollama-rs", version = "1" }\n[target."cfg(unix)".dependencies]\ny = "1"\n[dependencies.z]\nversion = "3"\n';
    assert.deepEqual(
      dependencies('Cargo.toml', cargo).map((line) => line.split(' | ')[0]),
      ['cargo async-openai 0.2', 'cargo ollama-rs 1 (name «x»)', 'cargo y 1', 'cargo z 3'],
    );
    assert.deepEqual(
      dependencies(
        'DESCRIPTION',
        'Package: x\nDepends: R (>= 4.0)\nImports:\n    httr2,\n    ellmer (>= 0.1),\n    openai\nSuggests: tidychatmodels\nDescription: openai\n',
      ),
      [
        'cran httr2 | httr2',
        'cran ellmer >= 0.1 | ellmer (>= 0.1)',
        'cran openai | openai',
        'cran tidychatmodels | tidychatmodels',
      ],
    );
    assert.deepEqual(
      dependencies(
        'Package.swift',
        'let p = Package(dependencies: [\n  .package(url: "https://github.com/MacPaw/OpenAI.git", from: "0.3.0"), // c\n])',
      ),
      [
        'swift MacPaw/OpenAI 0.3.0 (name «https://github.com/MacPaw/OpenAI.git») | .package(url: "https://github.com/MacPaw/OpenAI.git", from: "0.3.0")',
      ],
    );
    assert.deepEqual(
      dependencies('pubspec.yaml', 'name: x\ndependencies:\n  dart_openai: ^5.0.0\n  flutter:\n    sdk: flutter\n'),
      ['pub dart_openai ^5.0.0 | dart_openai: ^5.0.0', 'pub flutter | flutter:\n    sdk: flutter'],
    );
    assert.deepEqual(
      dependencies('mix.exs', 'defp deps do\n [{:openai_ex, "~> 0.8"}, {:x, git: "y"}] # {:no, "1"}\nend'),
      ['hex openai_ex ~> 0.8 | {:openai_ex, "~> 0.8"}', 'hex x | {:x,'],
    );
  });
});
