const assert = require('node:assert');
const test = require('node:test');
const greetings = require('./greetings');

test('greets by name', () => assert.strictEqual(greetings.to('node'), 'Hello, node!'));
