// How the fence finds what `@/…` means; the same alias as tsconfig.json.
const path = require('node:path');

module.exports = { resolve: { alias: { '@': process.env.FENCE_ROOT ?? path.resolve(__dirname, '../..') } } };
