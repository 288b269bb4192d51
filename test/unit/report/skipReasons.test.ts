import assert from 'node:assert/strict';
import { reportTexts } from '../../../server/src/report/texts.js';

describe('why a file was not read in full', () => {
  it('is told in Dutch, whatever reader says so', () => {
    const { skipReason } = reportTexts.nl;
    assert.equal(skipReason('longer than 1048576 characters'), 'langer dan 1048576 tekens');
    assert.equal(skipReason('not valid XML: a tag is not closed'), 'geen geldige XML');
    assert.equal(skipReason('nested deeper than 100 levels'), 'dieper genest dan 100 lagen');
    assert.equal(skipReason('too-large'), 'te groot');
  });
  it('is told in English as the reader says it', () => {
    assert.equal(reportTexts.en.skipReason('not valid XML: a lone <'), 'not valid XML: a lone <');
  });
});
