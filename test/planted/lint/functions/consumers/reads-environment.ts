// expect: node(no-process-env): process.env
export const kept = process.env['TABLE_NAME'];
