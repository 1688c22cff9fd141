// Where a chapter, an endpoint and a schema of the reference stand.
export const chapterAddress = (tag: string) => `/reference/${tag.toLowerCase()}`;

export const operationAddress = (tag: string, operationId: string) => `${chapterAddress(tag)}#${operationId}`;

export const schemaAddress = (name: string) => `/reference/schemas/${encodeURIComponent(name)}`;
