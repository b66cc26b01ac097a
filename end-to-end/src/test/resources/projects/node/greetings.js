exports.to = (name) => `Hello, ${name}!`;
