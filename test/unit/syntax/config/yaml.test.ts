import assert from 'node:assert/strict';
import { read, settings } from './reading.js';

describe('configuration: YAML', () => {
  it('reads nested maps, lists and quoted values with their places', () => {
    const text = `# comment: no
spring:
  ai:
    "openai":
      base-url: 'https://it''s.example/v1'   # comment
      api-key: "\${OPENAI_API_KEY:x}"
models:
- gpt-4o
- name: een
  deep: [a, "b c", {k: v, 'q': [1]}]
empty:
last: a # b
`;
    assert.deepEqual(settings('application.yml', text), [
      "spring › ai › openai › base-url = https://it's.example/v1 (text «https://it''s.example/v1»)",
      'spring › ai › openai › api-key = ${OPENAI_API_KEY:x} (reference)',
      'models › 0 = gpt-4o',
      'models › 1 › name = een',
      'models › 1 › deep › 0 = a',
      'models › 1 › deep › 1 = b c',
      'models › 1 › deep › 2 › k = v',
      'models › 1 › deep › 2 › q › 0 = 1',
      'empty = ',
      'last = a',
    ]);
    assert.equal(read('application.yml', text).incomplete, undefined);
  });

  it('gives block scalars, plain values over lines and escapes their real places', () => {
    const text = 'a: |-\n  one\n   two\n\nb: >\n  https://x.example/v1\nc: plain\n  more\nd: "t\\tab"\ne: last\n';
    assert.deepEqual(settings('a.yaml', text), [
      'a = one\n   two',
      'b = https://x.example/v1',
      'c = plain\n  more',
      'd = t\tab (text «t\\tab»)',
      'e = last',
    ]);
  });

  it('reads several documents, anchors, tags and aliases, of collections the leaves', () => {
    const text = `--- # first
base: &url https://x.example
copy: *url
all: &all { k: v }
more: *all
tagged: !!str 12
---
- !Sub \${A}
- - x
  - y
...
--- plain
`;
    assert.deepEqual(settings('a.yaml', text), [
      'base = https://x.example',
      'copy = https://x.example (text «*url»)',
      'all › k = v',
      'more › k = v',
      'tagged = 12',
      '0 = ${A} (reference)',
      '1 › 0 = x',
      '1 › 1 = y',
      ' = plain (key «plain»)',
    ]);
  });

  it('reads environment lists by name', () => {
    const text = `services:
  web:
    environment:
      - OPENAI_API_KEY
      - OPENAI_BASE_URL=https://x.example/v1
      - "MODEL=gpt-4o"
    build:
      args: [A=b, --flag]
spec:
  env:
    - name: AZURE_URL
      value: https://y.example
    - name: SECRET
      valueFrom: { secretKeyRef: { name: s, key: k } }
`;
    assert.deepEqual(settings('compose.yaml', text), [
      'services › web › environment › OPENAI_API_KEY = ',
      'services › web › environment › OPENAI_BASE_URL = https://x.example/v1',
      'services › web › environment › MODEL = gpt-4o',
      'services › web › build › args › A = b',
      'services › web › build › args › 1 = --flag',
      'spec › env › AZURE_URL = https://y.example',
      'spec › env › SECRET =  (reference)',
      'spec › env › SECRET › valueFrom › secretKeyRef › name = s',
      'spec › env › SECRET › valueFrom › secretKeyRef › key = k',
    ]);
  });

  it('marks values that are filled in elsewhere', () => {
    const values = [
      '${A:-b}',
      '$(A)',
      'x-%A%',
      '${{ secrets.A }}',
      '#{A}#',
      '$A',
      'os.environ/A',
      '@Microsoft.KeyVault(x)',
    ];
    for (const value of values) assert.equal(read('a.yaml', `k: "${value}"\n`).settings[0]?.reference, true, value);
    for (const value of ['100%', '$5', 'a$b', 'os.environ']) {
      assert.equal(read('a.yaml', `k: "${value}"\n`).settings[0]?.reference, undefined, value);
    }
  });

  it('reads Helm templates that are no YAML', () => {
    const text = `{{- if .Values.enabled }}
apiVersion: v1
env:
  {{- range $k, $v := .Values.env }}
  - name: {{ $k }}
    value: {{ $v | quote }}
  {{- end }}
  - name: OPENAI_BASE_URL
    value: "{{ .Values.url }}/v1" # c
  {{- toYaml .Values.more | nindent 2 }}
image: {{ .Values.image }}:{{ .Values.tag }}
{{ $key }}: x
labels: {{- include "labels" . | nindent 2 }}
  app: y
{{- end }}
`;
    assert.deepEqual(settings('templates/deployment.yaml', text), [
      'apiVersion = v1',
      'env › {{ $k }} = {{ $v | quote }} (reference)',
      'env › OPENAI_BASE_URL = {{ .Values.url }}/v1 (reference)',
      'image = {{ .Values.image }}:{{ .Values.tag }} (reference)',
      '{{ $key }} = x',
      'labels › app = y',
    ]);
    assert.equal(read('templates/deployment.yaml', text).incomplete, undefined);
  });

  it('keeps what stands around a mistake and says so', () => {
    for (const broken of ['x: "open', 'x: [open', 'x: a: b', 'word', '   deep: 1', '\tx: 1', '}', '- item']) {
      const text = `before: 1\n${broken}\nafter: 2\nlast:\n  k: v\n`;
      const found = settings('a.yaml', text);
      for (const wanted of ['before = 1', 'after = 2', 'last › k = v'])
        assert.ok(found.includes(wanted), `${broken}: ${found.join('; ')}`);
    }
    assert.match(read('a.yaml', 'a: [1\nb: 2\n').incomplete ?? '', /bracket/);
  });
});
