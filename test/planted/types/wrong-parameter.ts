import type { ParamsOf } from '#shared/system/routes.ts';

export function read(params: ParamsOf<'GET /editions/{edition}'>): string {
  // expect TS2551: Property 'editoin' does not exist
  return params.editoin;
}
