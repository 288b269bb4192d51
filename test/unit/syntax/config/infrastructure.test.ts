import assert from 'node:assert/strict';
import { read, resources, settings } from './reading.js';

describe('configuration: infrastructure', () => {
  it('Dockerfile', () => {
    const text = `# FROM no
ARG BASE=python:3.12
FROM --platform=linux/amd64 ollama/ollama:0.5 AS base
ENV OPENAI_BASE_URL=https://x.example/v1 MODEL="gpt 4o" \\
    # ENV NO=no
    LAST=\${BASE}
ENV OLD one two
FROM base
COPY --from=ghcr.io/x/y:1 /a /b
COPY --from=base /a /b
RUN --mount=type=cache,target=/x apt-get update && \\
    ollama pull llama3
RUN <<EOF
ollama serve
# no
claude -p x
EOF
ENTRYPOINT ["python", "-m", "vllm"]
CMD ollama run llama3
`;
    assert.deepEqual(settings('Dockerfile', text), [
      'ARG › BASE = python:3.12',
      'ENV › OPENAI_BASE_URL = https://x.example/v1',
      'ENV › MODEL = gpt 4o',
      'ENV › LAST = ${BASE} (reference)',
      'ENV › OLD = one two',
    ]);
    assert.deepEqual(resources('Dockerfile', text), [
      'image ollama/ollama:0.5',
      'image ghcr.io/x/y:1',
      'command apt-get update && \\\n    ollama pull llama3',
      'command ollama serve',
      'command claude -p x',
      'command python    -m    vllm | python", "-m", "vllm',
      'command ollama run llama3',
    ]);
  });

  it('Terraform', () => {
    const text = `# resource "no" "no" {}
variable "url" {
  type    = string
  default = "https://x.example"
}
resource "azurerm_cognitive_account" "ai" {
  name = "ai-\${var.x["a"]}"
  kind = "OpenAI" // c
  sku { name = "S0" }
  url  = var.url
  n    = 3
  tags = { a = "b", "c" : "d" }
  list = ["x", var.y,
    "z"]
  cond = var.a ? "x" : "y"
  env { 
    name  = "OPENAI_API_KEY"
    value = "voorbeeld"
  }
  env {
    name  = "MODEL"
    value = local.model
  }
}
data "aws_iam_policy_document" "p" {
  statement { actions = ["bedrock:InvokeModel"] }
}
resource "aws_ecs_task_definition" "t" {
  container_definitions = jsonencode([{ image = "ollama/ollama", environment = [{ name = "K", value = "v" }] }])
  policy = <<-EOT
    tekst
  EOT
  user_data = <<EOF
ollama pull x
EOF
  loop = [for k in var.ks : { a = k }]
}
role_definition_name = "Cognitive Services OpenAI User"
`;
    assert.deepEqual(settings('main.tf', text), [
      'variable › url › type = string (reference)',
      'variable › url › default = https://x.example',
      'resource › azurerm_cognitive_account › ai › name = ai-${var.x["a"]} (reference)',
      'resource › azurerm_cognitive_account › ai › kind = OpenAI',
      'resource › azurerm_cognitive_account › ai › sku › name = S0',
      'resource › azurerm_cognitive_account › ai › url = var.url (reference)',
      'resource › azurerm_cognitive_account › ai › n = 3',
      'resource › azurerm_cognitive_account › ai › tags › a = b',
      'resource › azurerm_cognitive_account › ai › tags › c = d',
      'resource › azurerm_cognitive_account › ai › list › 0 = x',
      'resource › azurerm_cognitive_account › ai › list › 1 = var.y (reference)',
      'resource › azurerm_cognitive_account › ai › list › 2 = z',
      'resource › azurerm_cognitive_account › ai › cond = var.a ? "x" : "y" (reference)',
      'resource › azurerm_cognitive_account › ai › env › OPENAI_API_KEY = voorbeeld',
      'resource › azurerm_cognitive_account › ai › env › MODEL = local.model (reference)',
      'data › aws_iam_policy_document › p › statement › actions › 0 = bedrock:InvokeModel',
      'resource › aws_ecs_task_definition › t › container_definitions › 0 › image = ollama/ollama',
      'resource › aws_ecs_task_definition › t › container_definitions › 0 › environment › K = v',
      'resource › aws_ecs_task_definition › t › policy = tekst',
      'resource › aws_ecs_task_definition › t › loop › 0 › a = k (reference)',
      'role_definition_name = Cognitive Services OpenAI User',
    ]);
    assert.deepEqual(resources('main.tf', text), [
      'resource azurerm_cognitive_account | resource "azurerm_cognitive_account" "ai"',
      'resource azurerm_cognitive_account:OpenAI | resource "azurerm_cognitive_account" "ai"',
      'resource azurerm_cognitive_account:OpenAI | OpenAI',
      'resource aws_iam_policy_document | data "aws_iam_policy_document" "p"',
      'resource aws_ecs_task_definition | resource "aws_ecs_task_definition" "t"',
      'resource runs:t | resource "aws_ecs_task_definition" "t"',
      'permission bedrock:InvokeModel',
      'image ollama/ollama',
      'command ollama pull x',
      'permission Cognitive Services OpenAI User',
    ]);
    assert.equal(read('main.tf', text).incomplete, undefined);
    const broken = 'a = "x"\nresource "t" "n" {\n  b = "open\n  c = "d"\n  ) ]\n  e = "f"\n';
    assert.deepEqual(settings('a.tf', broken), [
      'a = x',
      'resource › t › n › b = open',
      'resource › t › n › c = d',
      'resource › t › n › e = f',
    ]);
    assert.match(read('a.tf', broken).incomplete ?? '', /HCL/);
  });

  it('Bicep', () => {
    const text = `// param no string = 'no'
@description('uses openai')
param url string = 'https://x.example'
param none string
var role = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'
resource ai 'Microsoft.CognitiveServices/accounts@2024-10-01' = if (deploy) {
  name: 'ai-\${name}'
  kind: 'OpenAI'
  properties: {
    customSubDomainName: name
    list: [
      'a'
      { name: 'OPENAI_URL', value: ai.properties.endpoint }
    ]
  }
  resource dep 'deployments@2024-10-01' = {
    name: 'gpt-4o'
  }
}
resource dep2 'Microsoft.CognitiveServices/accounts/deployments@2024-10-01' = [for d in deployments: {
  name: d.name
  properties: { model: { name: 'gpt-4o' } }
}]
module m 'x.bicep' = {
  params: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442')
  }
}
`;
    assert.deepEqual(settings('main.bicep', text), [
      'param › url = https://x.example',
      'var › role = 5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
      'resource › Microsoft.CognitiveServices/accounts › ai › name = ai-${name} (reference)',
      'resource › Microsoft.CognitiveServices/accounts › ai › kind = OpenAI',
      'resource › Microsoft.CognitiveServices/accounts › ai › properties › customSubDomainName = name (reference)',
      'resource › Microsoft.CognitiveServices/accounts › ai › properties › list › 0 = a',
      'resource › Microsoft.CognitiveServices/accounts › ai › properties › list › OPENAI_URL = ai.properties.endpoint (reference)',
      'resource › Microsoft.CognitiveServices/accounts/deployments › dep › name = gpt-4o',
      'resource › Microsoft.CognitiveServices/accounts/deployments › dep2 › name = d.name (reference)',
      'resource › Microsoft.CognitiveServices/accounts/deployments › dep2 › properties › model › name = gpt-4o',
      "module › m › params › roleDefinitionId = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'a001fd3d-188f-4b5d-821b-7da978bf7442') (reference)",
    ]);
    assert.deepEqual(
      resources('main.bicep', text).map((line) => line.split(' | ')[0]),
      [
        'permission 5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
        'resource Microsoft.CognitiveServices/accounts',
        'resource Microsoft.CognitiveServices/accounts:OpenAI',
        'resource Microsoft.CognitiveServices/accounts:OpenAI',
        'resource Microsoft.CognitiveServices/accounts/deployments',
        'resource Microsoft.CognitiveServices/accounts/deployments',
        'permission a001fd3d-188f-4b5d-821b-7da978bf7442',
        'permission a001fd3d-188f-4b5d-821b-7da978bf7442',
      ],
    );
  });

  it('ARM and CloudFormation', () => {
    const arm = `{ "resources": [ { "type": "Microsoft.CognitiveServices/accounts", "kind": "OpenAI",
  "resources": [ { "type": "deployments", "properties": { "model": { "name": "gpt-4o" } } } ] } ] }`;
    assert.deepEqual(resources('azuredeploy.json', arm), [
      'resource Microsoft.CognitiveServices/accounts',
      'resource Microsoft.CognitiveServices/accounts:OpenAI | Microsoft.CognitiveServices/accounts',
      'resource Microsoft.CognitiveServices/accounts:OpenAI | OpenAI',
      'resource Microsoft.CognitiveServices/accounts/deployments | deployments',
    ]);
    const cloud = `Resources:
  Agent:
    Type: AWS::Bedrock::Agent
    Properties:
      FoundationModel: !Sub anthropic.claude
      Policy:
        Statement:
          - Effect: Allow
            Action: bedrock:InvokeModel*
            Resource: "*"
`;
    assert.deepEqual(resources('template.yaml', cloud), [
      'resource AWS::Bedrock::Agent',
      'permission bedrock:InvokeModel*',
    ]);
    assert.ok(
      settings('template.yaml', cloud).includes('Resources › Agent › Properties › FoundationModel = anthropic.claude'),
    );
  });

  it('Kubernetes, with a configuration file inside a ConfigMap', () => {
    const text = `kind: ConfigMap
data:
  OPENAI_BASE_URL: https://x.example
  config.yaml: |
    model_list:
      - model_name: gpt-4o # ai-verantwoording: x
  application.properties: |
    spring.ai.openai.base-url=https://y.example
  app.json: '{"a": "b"}'
  .env: |
    KEY=value
`;
    assert.deepEqual(settings('cm.yaml', text), [
      'kind = ConfigMap',
      'data › OPENAI_BASE_URL = https://x.example',
      'data › config.yaml › model_list › 0 › model_name = gpt-4o',
      'data › application.properties › spring › ai › openai › base-url = https://y.example (key «spring.ai.openai.base-url»)',
      'data › app.json › a = b',
      'data › .env › KEY = value',
    ]);
  });

  it('pipelines and their variables', () => {
    const azure = `variables:
  - name: OPENAI_URL
    value: $(url)
steps:
  - bash: ollama pull x
  - task: AzureCLI@2
    inputs:
      inlineScript: |
        az cognitiveservices account deployment list
`;
    assert.ok(settings('azure-pipelines.yml', azure).includes('variables › OPENAI_URL = $(url) (reference)'));
    assert.deepEqual(resources('azure-pipelines.yml', azure), [
      'command ollama pull x',
      'command az cognitiveservices account deployment list',
    ]);
    const gitlab = `variables:
  OPENAI_URL: { value: https://x.example, description: "openai" }
job:
  image: { name: ollama/ollama }
  script:
    - ollama serve
    - |
      claude -p x
`;
    assert.ok(settings('.gitlab-ci.yml', gitlab).includes('variables › OPENAI_URL = https://x.example'));
    assert.deepEqual(resources('.gitlab-ci.yml', gitlab), [
      'image ollama/ollama',
      'command ollama serve',
      'command claude -p x',
    ]);
  });

  it('editor extensions, dev containers and n8n', () => {
    assert.deepEqual(
      resources(
        '.vscode/extensions.json',
        '{"recommendations": ["github.copilot"], "unwantedRecommendations": ["x.y"]}',
      ),
      ['extension github.copilot'],
    );
    const container = `{ "image": "node:20", "features": { "ghcr.io/x/claude-code:1": {} },
  "customizations": { "vscode": { "extensions": ["anthropic.claude-code", "-a.b"] } }, "postCreateCommand": "ollama pull x" }`;
    assert.deepEqual(resources('.devcontainer/devcontainer.json', container), [
      'extension anthropic.claude-code',
      'image ghcr.io/x/claude-code:1',
      'image node:20',
      'command ollama pull x',
    ]);
    assert.deepEqual(
      resources(
        'flow.json',
        '{"nodes": [{"name": "a", "type": "@n8n/n8n-nodes-langchain.lmChatOpenAi"}], "connections": {}}',
      ),
      ['node @n8n/n8n-nodes-langchain.lmChatOpenAi'],
    );
  });
});
