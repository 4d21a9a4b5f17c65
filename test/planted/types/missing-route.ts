import { http } from '#functions/runtime/http.ts';
import { siteRoutes } from '#shared/system/routes/site.ts';

// expect TS2740: missing the following properties from type 'Handlers<"site">'
export const site = http('site', siteRoutes, {}, { 'GET /cookies': async () => ({ page: '' }) }, () => '');
