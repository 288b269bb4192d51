import assert from 'node:assert/strict';
import { displayEndpoint } from '../../../server/src/core/checks/display.js';
import { knownEnd } from '../../../server/src/core/endpoint/openHost.js';

describe('an address in a message', () => {
  it('shows no name that is still to be filled in', () => {
    assert.equal(displayEndpoint('https://your-resource.openai.azure.com/'), '….openai.azure.com');
    assert.equal(displayEndpoint('https://<naam>.openai.azure.com/openai'), '….openai.azure.com/openai');
    assert.equal(
      displayEndpoint('https://mijn-omgeving.gemeente-voorbeeld.nl/v1'),
      'mijn-omgeving.gemeente-voorbeeld.nl/v1',
    );
  });
  it('takes the rest of it for a service only where that says whose it is', () => {
    assert.equal(knownEnd('your-resource.openai.azure.com'), '.openai.azure.com');
    assert.equal(knownEnd('your-company.com'), undefined);
    assert.equal(knownEnd('gemeente-voorbeeld.openai.azure.com'), undefined);
  });
});
