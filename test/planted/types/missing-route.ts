import { http } from '#functions/runtime/http.ts';

// expect TS2740: missing the following properties from type 'Handlers<"site">'
export const site = http('site', {}, { 'GET /cookies': async () => ({ page: '' }) }, () => '');
